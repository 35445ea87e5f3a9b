// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Inference
import Money
import Planning
import Plans
import Pricing
import Scenarios
import TestSupport
import Testing

struct SensitivityTests {
  private let january = ToyShop.span("2026-01-01", "2026-01-31")
  private let options = ComparisonOptions(
    replications: 4, volumeMultiples: [], curveReplications: 2)

  private func scenario(_ plans: [Plan]) -> PlannedScenario {
    ToyShop.scenario(demand: ToyShop.random(dailyMean: 30), plans: plans, horizon: january)
  }

  @Test func `regret, probability and information by hand`() {
    let table = RiskTable([
      (name: "a", costs: [1, 5, 3, 3], high: 5), (name: "b", costs: [2, 2, 3, 6], high: 6),
    ])
    #expect(table.rows.map(\.probabilityCheapest) == [2.5 / 4, 1.5 / 4])
    #expect(table.rows.map(\.expectedRegret) == [0.75, 1])
    #expect(table.rows.map(\.worstRegret) == [3, 3])
    // Mean of least costs is (1 + 2 + 3 + 3) ÷ 4 = 2.25; plan a costs 3.
    #expect(table.valueOfPerfectInformation == 0.75)
  }

  @Test func `a tenth of a seat's price moves the lead by a tenth of its bill`() async throws {
    let shop = scenario([
      ToyShop.seatPlan("dear", agents: 2), ToyShop.seatPlan("cheap", agents: 2, yuan: 4500),
    ])
    let comparison = try await Comparer(scenario: shop, options: options).compare()
    let rows = try await Tornado(scenario: shop, options: options)
      .rows(comparison, favourite: "cheap")
    let row = try #require(rows.first { $0.assumption == .price(plan: "dear", clause: "seat") })
    #expect(row.leadAtLow == 0)
    #expect(row.leadAtHigh == 2000)
    #expect(rows.first?.assumption == row.assumption)
    let volume = try #require(rows.first { $0.assumption == .volume })
    #expect(volume.swing == 0)
    #expect(volume.cheapestAtHigh == "cheap")
  }

  @Test func `a grid of hybrids is priced by seats and shifts and ranked by cost`() async throws {
    let plan = Plan(
      name: "hybrid",
      staffing: StaffingPlan(lines: [ToyShop.line(1), ToyShop.line(1, .shortTerm)]),
      contract: Contract(
        name: "hybrid",
        clauses: [
          Clause("seat", .seats(SeatClause(seats: .staffed(group: "sales")))),
          Clause(
            "shift",
            .shifts(ShiftClause(group: "sales", prices: ByShiftKind(repeating: .yuan(100))))),
        ]))
    let search = try HybridSearch(
      scenario: scenario([plan]), plan: "hybrid", replications: 2, threads: 1)
    let rows = try await search.ranked(seats: 1...2, shortTerm: 0...1)
    #expect(rows.map { [$0.seats, $0.shortTerm] } == [[1, 0], [1, 1], [2, 0], [2, 1]])
    #expect(rows.map(\.cost?.mean) == [5000, 8100, 10_000, 13_100])
  }

  @Test func `the provider's cost is the pool's by the shop's share of the work`() async throws {
    let tier = Tier(upTo: nil, price: .yuan(3), unit: .perInquiry)
    let plan = Plan(
      name: "pool",
      staffing: StaffingPlan(
        lines: [ToyShop.line(4, .shared)], background: [ToyShop.random(dailyMean: 90)]),
      contract: Contract(
        name: "pool",
        clauses: [Clause("tier", .tiered(TieredClause(tiers: [tier], overflow: nil)))]))
    let analysis = try ProviderAnalysis(
      scenario: scenario([plan]), plan: "pool", terms: .init(margin: 0.25, brackets: [100]))
    let view = try await analysis.view(replications: 10, threads: 1)
    #expect(abs(view.workShare.mean - 0.25) < 0.02)
    for index in view.margin.values.indices {
      let cost = view.workShare.values[index] * view.poolCost
      #expect(abs(view.margin.values[index] - (view.revenue.values[index] - cost)) < 1e-9)
    }
    let quote = try #require(view.quote.first)
    #expect(abs(quote.monthlyFee * 0.75 - quote.costAtBound) < 1e-9)
    #expect(quote.costAtBound >= view.costPerInquiry.mean * 100 * 365 / 12)
    #expect(throws: PlanningError.notASharedPool(plan: "seats")) {
      try ProviderAnalysis(scenario: scenario([ToyShop.seatPlan(agents: 1)]), plan: "seats")
    }
  }
}
