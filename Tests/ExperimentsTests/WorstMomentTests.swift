// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Experiments
import Inference
import Measures
import Plans
import Scenarios
import TestSupport
import Testing

/// When a plan's customers fare worst.
struct WorstMomentTests {
  private func report(
    _ scenario: PlannedScenario, replications: Int = 1
  ) async throws -> (report: PerformanceReport, summaries: [ReplicationSummary]) {
    let experiment = try Experiment(
      scenario: scenario.scenario, staffing: scenario.plans[0].staffing)
    var collector = PerformanceCollector(
      scenario: scenario.scenario, timeline: experiment.timeline)
    var all: [ReplicationSummary] = []
    try await experiment.run(0..<replications, threads: 1) { summary in
      collector.add(summary)
      all.append(summary)
    }
    return (collector.report(), all)
  }

  private func recorded(_ hours: [Double], agents: Int = 1) -> PlannedScenario {
    ToyShop.scenario(
      demand: ToyShop.recorded(hours), plans: [ToyShop.seatPlan(agents: agents)])
  }

  @Test func `a recorded morning has its worst half hour and day by hand`() async throws {
    // 10:00 is answered at once, 10:02 leaves, 10:08 waits two minutes, 12:00 is answered at once.
    let report = try await report(recorded([10, 10 + 2.0 / 60, 10 + 8.0 / 60, 12])).report
    let interval = try #require(report.worstInterval)
    #expect(interval.date == ToyShop.week.first && interval.start == ClockTime(hour: 10))
    #expect(interval.length == 1800)
    #expect(interval.customers.mean == 3 && interval.late == 2)
    #expect(interval.serviceLevel.mean == 1.0 / 3 && interval.abandonment.mean == 1.0 / 3)
    let day = try #require(report.worstDay)
    #expect(day.date == ToyShop.week.first && day.start == nil)
    #expect(day.customers.mean == 4 && day.serviceLevel.mean == 0.5)
    #expect(day.abandonment.mean == 0.25)
  }

  @Test func `one unlucky customer of two is not worse than two of five`() async throws {
    let early = [0, 10, 20, 21, 22].map { 9 + Double($0) / 60 }
    let late = [16 + 40.0 / 60, 16 + 42.0 / 60]
    let report = try await report(recorded(early + late)).report
    let levels = report.intervals.filter { $0.measures[.arrivals] > 0 }.map {
      $0.measures[.serviceLevel]
    }
    #expect(levels == [0.6, 0.5])
    #expect(report.worstInterval?.start == ClockTime(hour: 9))
    #expect(report.worstInterval?.late == 2)
  }

  @Test func `where everybody is answered in time nothing is the worst`() async throws {
    let report = try await report(recorded([10, 11, 12], agents: 3)).report
    #expect(report.worstInterval == nil && report.worstDay == nil)
  }

  @Test func `the worst day is that of the replications, with their interval`() async throws {
    let scenario = ToyShop.scenario(
      demand: ToyShop.random(dailyMean: 60), plans: [ToyShop.seatPlan(agents: 1)])
    let (report, summaries) = try await report(scenario, replications: 12)
    let worst = try #require(report.worstDay)
    let days = ToyShop.week.count
    let late = (0..<days).map { day in
      summaries.reduce(0) {
        let parts = $1.days[day].parts(of: .serviceLevel)
        return $0 + parts.bottom - parts.top
      }
    }
    let day = try #require(ToyShop.week.indices.first { ToyShop.week[$0] == worst.date })
    #expect(late.max() == late[day])
    let figures = [
      (Measure.serviceLevel, worst.serviceLevel), (.abandonment, worst.abandonment),
    ]
    for (measure, found) in figures {
      let parts = summaries.map { $0.days[day].parts(of: measure) }
      let expected = try RatioEstimate.ratioOfExpectations(
        numerators: parts.map(\.top), denominators: parts.map(\.bottom)
      ).interval
      #expect(abs(found.mean - expected.mean) < 1e-12)
      #expect(abs(found.halfWidth - expected.halfWidth) < 1e-9)
    }
  }

  @Test func `a month's service level has the interval of its replications`() async throws {
    let scenario = ToyShop.scenario(
      demand: ToyShop.random(dailyMean: 60), plans: [ToyShop.seatPlan(agents: 1)])
    let (report, summaries) = try await report(scenario, replications: 6)
    let parts = summaries.map { $0.months[0].parts(of: .serviceLevel) }
    let expected = try RatioEstimate.ratioOfExpectations(
      numerators: parts.map(\.top), denominators: parts.map(\.bottom)
    ).interval
    let found = try #require(report.months.first?.serviceLevel)
    #expect(abs(found.mean - expected.mean) < 1e-12)
    #expect(abs(found.halfWidth - expected.halfWidth) < 1e-9)
    #expect(report.months.first?.serviceLevels.first == found)
  }
}
