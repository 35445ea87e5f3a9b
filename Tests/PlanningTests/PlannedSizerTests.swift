// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Experiments
import Inference
import Measures
import Money
import Planning
import Plans
import Pricing
import Scenarios
import TestSupport
import Testing

struct PlannedSizerTests {
  private static let target = ServiceTarget(
    measure: .serviceLevel(within: 60), bound: 0.8, scope: .everyMonth)

  /// Two shifts of five hours that overlap at noon; people on both are one number, or planned.
  private func plan(_ name: String, _ sizing: Sizing) -> Plan {
    var plan = ToyShop.seatPlan(name, agents: 1)
    plan.staffing.lines = [("early", 9, 14), ("late", 12, 17)].map { shift, from, to in
      StaffingLine(
        group: "sales", shift: ShiftPattern(name: shift, hours: ToyShop.clock(from, to)), agents: 1)
    }
    plan.staffing.sizing = sizing
    return plan
  }

  private let oneSize = Sizing(subject: .group("sales"), range: 1...12)

  /// - Parameter weights: Of the hours from nine on.
  private func scenario(
    _ plans: [Plan], weights: [Double], targets: [ServiceTarget] = [target]
  ) -> PlannedScenario {
    var profile = [Double](repeating: 0, count: 24)
    for (hour, weight) in weights.enumerated() { profile[9 + hour] = weight }
    var demand = SeasonalDemand(dailyMean: 110, profile: profile)
    demand.monthFactors = [1, 1.6] + Array(repeating: 1, count: 10)
    return ToyShop.scenario(
      demand: DemandStream(
        name: "shop", source: .seasonal(demand),
        mix: [TypeShare(inquiryType: "presale", share: 1)]),
      plans: plans, horizon: ToyShop.span("2026-01-01", "2026-02-28"), targets: targets,
      handling: .exponential(mean: 600))
  }

  private func compared(_ scenario: PlannedScenario, threads: Int = 2) async throws -> Comparison {
    try await Comparer(
      scenario: scenario,
      options: ComparisonOptions(
        replications: 10, threads: threads, volumeMultiples: [], largestReplications: 10)
    ).compare()
  }

  private let lateDay: [Double] = [0.4, 0.4, 0.4, 1, 1, 2, 2, 2]

  @Test func `planned shifts beat one size on two shifts, and keep every month's targets`()
    async throws
  {
    let comparison = try await compared(
      scenario([plan("fewest", oneSize), plan("planned", .planned)], weights: lateDay))
    let fewest = try #require(comparison.plan("fewest"))
    let planned = try #require(comparison.plan("planned"))
    #expect(fewest.targetAnswer == .met && planned.targetAnswer == .met)
    #expect(planned.cost.total.mean < fewest.cost.total.mean)
    let found = try #require(comparison.planned.first)
    #expect(comparison.planned.map(\.plan) == ["planned"])
    #expect(planned.staffing.lines.filter { $0.agents > 0 } == found.keptLines)
  }

  @Test func `what is kept costs no more than the fewest by month on the plan's own shifts`()
    async throws
  {
    let comparison = try await compared(
      scenario([plan("planned", .planned)], weights: [1, 1, 1, 1, 1, 1, 1, 1]))
    let found = try #require(comparison.planned.first)
    let fewest = try #require(found.fewest)
    let planned = try #require(comparison.plan("planned"))
    #expect(planned.cost.total.mean <= fewest.cost.mean)
    #expect(found.isKept == (try #require(found.cost).mean <= fewest.cost.mean))
  }

  @Test func `where one shift is the whole day, planned people are the fewest`() async throws {
    var day = plan("planned", .planned)
    day.staffing.lines = [ToyShop.line(1)]
    let comparison = try await compared(
      scenario([day], weights: [1, 1, 1, 1, 1, 1, 1, 1]))
    let found = try #require(comparison.planned.first)
    let fewest = try #require(found.fewest)
    #expect(found.cost?.mean == fewest.cost.mean)
    #expect(found.isKept && found.saves == 0)
    #expect(Set(found.lines.map(\.shift.hours)) == [ToyShop.clock(9, 17)])
  }

  @Test func `shifts are the same on one thread and on two`() async throws {
    let asked = scenario([plan("planned", .planned)], weights: lateDay)
    let (one, two) = (
      try await compared(asked, threads: 1), try await compared(asked, threads: 2)
    )
    #expect(one.planned.map(\.lines) == two.planned.map(\.lines))
    #expect(one.planned.map { $0.fewest?.lines } == two.planned.map { $0.fewest?.lines })
    #expect(one.plans.map(\.cost.total.values) == two.plans.map(\.cost.total.values))
  }

  @Test func `written and planned plans stand side by side`() async throws {
    var written = plan("written", oneSize)
    written.staffing.sizing = nil
    written.staffing.lines = written.staffing.lines.map { line in
      var line = line
      line.agents = 8
      return line
    }
    let comparison = try await compared(
      scenario([written, plan("planned", .planned)], weights: lateDay))
    #expect(comparison.plans.map(\.name) == ["written", "planned"])
    #expect(comparison.cheapest == "planned")
  }

  @Test func `without targets nothing can be planned`() async throws {
    let asked = scenario([plan("planned", .planned)], weights: lateDay, targets: [])
    await #expect(throws: PlanProblem.self) { try await compared(asked) }
  }
}

extension PlannedStaffing {
  fileprivate var saves: Double? { fewest?.saves?.mean }
}
