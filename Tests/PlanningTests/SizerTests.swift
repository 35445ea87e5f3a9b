// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Inference
import Measures
import Planning
import Plans
import Scenarios
import TestSupport
import Testing

struct SizerTests {
  private func scenario(_ targets: [ServiceTarget], range: ClosedRange<Int> = 1...12)
    -> PlannedScenario
  {
    var plan = ToyShop.seatPlan(agents: 1)
    plan.staffing.sizing = Sizing(subject: .group("sales"), range: range)
    return ToyShop.scenario(
      demand: ToyShop.random(dailyMean: 120), plans: [plan],
      horizon: ToyShop.span("2026-01-20", "2026-02-10"), targets: targets,
      handling: .exponential(mean: 600))
  }

  private func search(_ scenario: PlannedScenario) async throws -> Sizer.Found {
    var sizer = try Sizer(scenario.plans, scenario: scenario.scenario, replications: 30, threads: 1)
    return try await sizer.search()
  }

  /// The least of all sizes, each simulated by itself.
  private func scan(_ scenario: PlannedScenario, _ range: ClosedRange<Int>) async throws -> Int? {
    for size in range {
      var evaluation = try GroupEvaluation(
        scenario.plans, sizes: .uniform(size), scenario: scenario.scenario)
      try await evaluation.run(upTo: 30, threads: 1)
      if evaluation.targetResults().allSatisfy(\.isMet) { return size }
    }
    return nil
  }

  @Test(arguments: [
    ServiceTarget(measure: .serviceLevel(within: 60), bound: 0.8),
    ServiceTarget(measure: .serviceLevel(within: 20), bound: 0.9, scope: .everyMonth),
    ServiceTarget(measure: .abandonment, bound: 0.03, scope: .shareOfDays(0.8)),
    ServiceTarget(measure: .meanWait, bound: 15),
  ])
  func `the search agrees with the scan of every size`(target: ServiceTarget) async throws {
    let scenario = scenario([target])
    let found = try await search(scenario)
    #expect(found.answer == .met)
    #expect(try await scan(scenario, 1...12) == found.size)
  }

  @Test func `the table holds the neighbours, with service and cost rising`() async throws {
    let found = try await search(
      scenario([ServiceTarget(measure: .serviceLevel(within: 60), bound: 0.8)]))
    let table = try #require(found.tables.first)
    #expect(table.chosen == found.size)
    let sizes = table.rows.map(\.size)
    #expect(sizes == sizes.sorted())
    #expect(sizes.contains(found.size - 1))
    #expect(sizes.contains(found.size + 1))
    for (small, large) in zip(table.rows, table.rows.dropFirst()) {
      #expect((small.service[.serviceLevel]?.mean ?? 1) < (large.service[.serviceLevel]?.mean ?? 0))
      #expect((small.cost?.mean ?? .infinity) < (large.cost?.mean ?? 0))
    }
  }

  @Test func `a range without an answer says so at its upper end`() async throws {
    let found = try await search(
      scenario([ServiceTarget(measure: .abandonment, bound: 0.0001)], range: 1...2))
    #expect(found.answer == .missed)
    #expect(found.size == 2)
    #expect(found.tables.first?.chosen == nil)
  }

  @Test func `met means the pessimistic bound, not the mean`() async throws {
    let scenario = scenario([ServiceTarget(measure: .serviceLevel(within: 60), bound: 0.8)])
    let found = try await search(scenario)
    for row in found.tables[0].rows {
      for result in row.targets {
        #expect(result.pessimistic < result.value?.mean ?? 0)
        #expect(result.isMet == (result.pessimistic >= 0.8))
      }
    }
  }

  @Test func `a shared pool is not sized`() throws {
    var scenario = scenario([ServiceTarget(measure: .abandonment, bound: 0.05)])
    scenario.plans[0].staffing.background = [ToyShop.random(dailyMean: 10)]
    #expect(throws: PlanningError.sizingSharedPool(plan: "seats")) {
      try Sizer(scenario.plans, scenario: scenario.scenario, replications: 2, threads: 1)
    }
  }

  @Test func `sizing without a target is refused`() throws {
    let scenario = scenario([])
    #expect(throws: PlanningError.sizingWithoutTargets(plan: "seats")) {
      try Sizer(scenario.plans, scenario: scenario.scenario, replications: 2, threads: 1)
    }
  }

  @Test func `a roster in percent rounds up line by line`() {
    let plan = StaffingPlan(
      lines: [ToyShop.line(3), ToyShop.line(10)],
      sizing: Sizing(subject: .rosterScale, range: 50...200))
    #expect(plan.sized(50).lines.map(\.agents) == [2, 5])
    #expect(plan.sized(110).lines.map(\.agents) == [4, 11])
  }
}
