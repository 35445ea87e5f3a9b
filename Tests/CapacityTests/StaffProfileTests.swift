// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Capacity
import Demand
import Measures
import Scenarios
import SimulationEngine
import TestSupport
import Testing
import Workforce

struct StaffProfileTests {
  private let days = ToyShop.span("2026-01-06", "2026-01-07")

  @Test func `lines of a profile put its people on duty, and nobody else`() throws {
    var scenario = DeskScenario.make(
      perHour: Array(repeating: 10, count: 6), handling: 300, patience: nil, targets: [],
      horizon: days)
    scenario.interval = .halfHour
    var counts = [Int](repeating: 0, count: 96)
    for (place, count) in [(20, 2), (21, 3), (22, 1), (23, 3), (47, 1), (48, 2), (70, 4), (95, 1)] {
      counts[place] = count
    }
    let profile = StaffProfile(
      days: days, interval: .halfHour, groups: ["team"], counts: [counts])
    let timeline = try StaffingTimeline(scenario: scenario, lines: profile.lines())
    #expect(timeline.staffedAgents() == counts.map(Double.init))
    #expect(profile.hours == Double(counts.reduce(0, +)) / 2)
    #expect(profile.peak == 4)
  }

  @Test func `whoever is needed in neighbouring intervals stays`() {
    var counts = [Int](repeating: 0, count: 48)
    for place in 20..<30 { counts[place] = place < 25 ? 2 : 1 }
    let profile = StaffProfile(
      days: DeskScenario.day, interval: .halfHour, groups: ["team"], counts: [counts])
    let spans = profile.lines().map(\.shift.hours)
    #expect(
      spans == [
        ToyShop.clock(10, 15),
        ClockSpan(start: .init(unchecked: 36_000), end: .init(unchecked: 45_000)),
      ])
  }

  @Test func `whoever is needed on both sides of midnight stays`() {
    var counts = [Int](repeating: 0, count: 96)
    for place in 40..<52 { counts[place] = 1 }
    let profile = StaffProfile(
      days: days, interval: .halfHour, groups: ["team"], counts: [counts])
    #expect(profile.lines().map(\.shift.hours) == [ToyShop.clock(20, 2)])
  }

  @Test(arguments: [0, 1]) func `a stretch of a plan has the customers of the whole`(warmUp: Int)
    throws
  {
    var scenario = DeskScenario.make(
      perHour: [5, 9, 14, 8, 6, 4], handling: 240, patience: 120, targets: [],
      horizon: ToyShop.span("2026-01-05", "2026-01-25"))
    scenario.demand[0].source = .seasonal(
      {
        guard case .seasonal(var demand) = scenario.demand[0].source else { preconditionFailure() }
        demand.busyness = BusynessFactor(shape: 8, correlation: 0.5)
        return demand
      }())
    let part = ToyShop.span("2026-01-12", "2026-01-14")
    let whole = try ArrivalPlan(scenario: scenario)
    let stretch = whole.stretch(part, warmUpDays: warmUp)
    #expect(stretch.days.last == part.last && stretch.warmUpDays == warmUp)
    let line = StaffingLine(
      group: "team", shift: ShiftPattern(name: "day", hours: ToyShop.clock(10, 16)), agents: 2)
    func counts(_ scenario: Scenario, _ plan: ArrivalPlan, from day: Int) throws -> [[Double]] {
      let model = try SimulationModel(
        scenario: scenario, staffing: StaffingTimeline(scenario: scenario, lines: [line]),
        arrivals: plan)
      let record = simulate(model, replication: 3)
      let perDay = scenario.interval.perDay
      return (day * perDay..<(day + part.count) * perDay).map { place in
        var row: [Double] = []
        record.read(interval: place, type: 0) { row = $0.counters.map(Double.init) }
        return row
      }
    }
    var small = scenario
    small.horizon = part
    small.experiment.warmUpDays = warmUp
    let inWhole = try counts(scenario, whole, from: 7)
    #expect(try counts(small, stretch, from: 0) == inWhole)
    #expect(inWhole.flatMap(\.self).reduce(0, +) > 100)
  }
}
