// SPDX-License-Identifier: GPL-3.0-or-later

import Inference
import Measures
import Money
import Planning
import Plans
import Pricing
import Scenarios
import TestSupport
import Testing

struct BreakEvenTests {
  /// A tariff by the inquiry beside seats that are sized.
  private var scenario: PlannedScenario {
    var seats = ToyShop.seatPlan("seats", agents: 1, yuan: 2000)
    seats.staffing.sizing = Sizing(subject: .group("sales"), range: 1...12)
    let tier = Tier(upTo: nil, price: UnitPrice(Money(fen: 300)), unit: .perInquiry)
    let tariff = Plan(
      name: "tariff", staffing: StaffingPlan(lines: [ToyShop.line(12)]),
      contract: Contract(
        name: "tariff",
        clauses: [Clause("tier", .tiered(TieredClause(tiers: [tier], overflow: nil)))]))
    return ToyShop.scenario(
      demand: ToyShop.random(dailyMean: 60), plans: [seats, tariff],
      horizon: ToyShop.span("2026-01-01", "2026-01-31"),
      targets: [ServiceTarget(measure: .serviceLevel(within: 60), bound: 0.8)],
      handling: .exponential(mean: 600))
  }

  private func size(at multiple: Double) async throws -> Int {
    let scenario = scenario
    var sizer = try Sizer(
      [scenario.plans[0]], scenario: scenario.scenario, scale: multiple, replications: 20,
      threads: 1)
    return try await sizer.search().size
  }

  /// The tariff's mean cost over the replications of the curve.
  private func tariff(at multiple: Double) async throws -> Double {
    let scenario = scenario
    var tariff = try GroupEvaluation(
      [scenario.plans[1]], scenario: scenario.scenario, scale: multiple)
    try await tariff.run(upTo: 3, threads: 1)
    return SampleMoments(tariff.ledgers[0].totals.map(\.inYuan)).mean
  }

  @Test
  func `a sized plan has the size of a comparison at every volume, and lead changes are real`()
    async throws
  {
    let result = try await Comparer(
      scenario: scenario,
      options: ComparisonOptions(
        replications: 20, volumeMultiples: [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2],
        curveReplications: 3)
    ).compare()
    let curve = try #require(result.breakEven)
    for point in curve.points {
      let found = point.costs.first { $0.plan == "seats" }?.sizeFound
      #expect(try await found == size(at: point.multiple), "at \(point.multiple)")
    }
    #expect(!curve.crossings.isEmpty)
    for crossing in curve.crossings {
      var leads: [Double] = []
      for multiple in [crossing.bracket.lowerBound, crossing.bracket.upperBound] {
        leads.append(
          try await tariff(at: multiple) - Double(try await size(at: multiple)) * 2000)
      }
      #expect((leads[0] < 0) != (leads[1] < 0), "\(crossing) \(leads)")
    }
  }
}
