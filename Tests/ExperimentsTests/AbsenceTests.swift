// SPDX-License-Identifier: GPL-3.0-or-later

import Demand
import Experiments
import Measures
import Plans
import Scenarios
import SimulationEngine
import TestSupport
import Testing

struct AbsenceTests {
  private func scenario(agents: Int, absence: Double) -> PlannedScenario {
    var plan = ToyShop.seatPlan(agents: agents)
    plan.staffing.lines[0].absence = absence
    return ToyShop.scenario(
      demand: ToyShop.random(dailyMean: 60), plans: [plan],
      horizon: ToyShop.span("2026-01-05", "2026-03-15"))
  }

  private func hours(_ scenario: PlannedScenario, _ count: Int = 40) async throws -> [Double] {
    let experiment = try Experiment(
      scenario: scenario.scenario, staffing: scenario.plans[0].staffing)
    var hours: [Double] = []
    try await experiment.run(0..<count, threads: 1) { summary in
      hours.append(summary.groups.reduce(0) { $0 + $1.staffed } / 3600)
    }
    return hours
  }

  @Test func `of ten rostered two are missing where a fifth is absent`() async throws {
    let hours = try await hours(scenario(agents: 10, absence: 0.2))
    let mean = hours.reduce(0, +) / Double(hours.count)
    let rostered = 10.0 * 70 * 8
    // 28,000 shifts: the share drawn lies within five standard errors, 0.2 ± 0.012.
    #expect(abs(mean / rostered - 0.8) < 0.012)
    #expect(Set(hours).count > 10)
  }

  @Test func `without absence everybody comes, in every replication`() async throws {
    let hours = try await hours(scenario(agents: 3, absence: 0), 3)
    #expect(hours == [Double](repeating: 3 * 70 * 8, count: 3))
  }

  @Test func `absence moves no customer`() async throws {
    let all = try await hours(scenario(agents: 3, absence: 0), 1)
    let some = try await hours(scenario(agents: 3, absence: 0.5), 1)
    #expect(all[0] > some[0])
    for share in [0.0, 0.5] {
      let scenario = scenario(agents: 3, absence: share)
      let experiment = try Experiment(
        scenario: scenario.scenario, staffing: scenario.plans[0].staffing)
      var arrivals = 0.0
      try await experiment.run(0..<1, threads: 1) { arrivals = $0.year[.arrivals] }
      let full = try Experiment(
        scenario: self.scenario(agents: 9, absence: 0).scenario,
        staffing: ToyShop.seatPlan(agents: 9).staffing)
      var expected = 0.0
      try await full.run(0..<1, threads: 1) { expected = $0.year[.arrivals] }
      #expect(arrivals == expected)
    }
  }

  @Test func `days that are left out leave the customers of the others alone`() async throws {
    let scenario = scenario(agents: 3, absence: 0)
    let staffing = scenario.plans[0].staffing
    let plan = try ArrivalPlan(scenario: scenario.scenario)
    let kept = Set(10..<25)
    let whole = try Experiment(scenario: scenario.scenario, staffing: staffing, arrivals: plan)
    let part = try Experiment(
      scenario: scenario.scenario, staffing: staffing, arrivals: plan.restricted(to: kept))
    for replication in 0..<5 {
      var (all, some): ([ServiceMeasures], [ServiceMeasures]) = ([], [])
      try await whole.run(replication..<replication + 1, threads: 1) { all = $0.days }
      try await part.run(replication..<replication + 1, threads: 1) { some = $0.days }
      for day in all.indices {
        if kept.contains(day) {
          // A shop that closes at night has nobody waiting over midnight.
          #expect(some[day] == all[day])
        } else {
          #expect(some[day][.arrivals] == 0)
        }
      }
    }
  }
}
