// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Inference
import Measures
package import Plans
import QueueingTheory
import Scenarios
import SimulationEngine

/// From a queueing formula to the plan as simulated, one assumption at a time.
///
/// The first rung is the formula on the plan's averages, the second the simulation of just these
/// averages (they agree but for chance), each further one puts a piece of reality back, and the last
/// is the plan as it was compared. The change from rung to rung is the error that the assumption makes.
package struct AssumptionLadder: Sendable {
  package let desk: AverageDesk
  package let rungs: [AssumptionRung]

  /// - Parameters:
  ///   - outcome: A plan of the scenario, its head counts found.
  /// - Throws: What compiling one of the rungs refuses.
  package init(_ outcome: PlanOutcome, scenario planned: PlannedScenario, threads: Int) async throws
  {
    let scenario = planned.scenario
    let plan = planned.plans.first { $0.name == outcome.name }
    let staffing = StaffingPlan(
      lines: outcome.staffing.lines, background: plan?.staffing.background ?? [])
    let desk = try AverageDesk(
      scenario: scenario, staffing: staffing, report: outcome.performance)
    let replications = max(1, outcome.performance.replications)
    var rungs = [try AssumptionRung(formulaFor: desk, limit: scenario.acceptableWait)]
    let simpler = SimplerScenario(scenario: scenario, staffing: staffing, desk: desk)
    for assumption in Assumption.simpler {
      guard let (other, lines) = simpler.upTo(assumption) else { continue }
      let experiment: Experiment
      do {
        experiment = try Experiment(scenario: other, staffing: lines)
      } catch is ModelError where assumption == .routing {
        // The rounded averages of a small team may leave an inquiry type without agents.
        continue
      }
      var collector = PerformanceCollector(
        scenario: other, timeline: experiment.timeline, keepsIntervals: false)
      try await experiment.run(0..<replications, threads: threads) { collector.add($0) }
      rungs.append(
        try AssumptionRung(assumption, collector.years, collector.report().occupancy))
    }
    let last: Assumption = rungs.contains { $0.assumption == .seasons } ? .randomDays : .seasons
    rungs.append(AssumptionRung(last, outcome.service))
    self.desk = desk
    self.rungs = rungs
  }

  /// What each piece of reality adds to the service level, the largest change first.
  package var changes: [AssumptionChange] {
    zip(rungs.dropFirst(2), rungs.dropFirst()).map { later, earlier in
      AssumptionChange(from: earlier, to: later)
    }.filter(\.points.isFinite).sorted { abs($0.points) > abs($1.points) }
  }
}

/// What one piece of reality adds to the service level.
package struct AssumptionChange: Equatable, Sendable {
  package let assumption: Assumption
  /// As a share: 0.01 is one point of a hundred.
  package let points: Double
  /// Whether the change is larger than half a point and than what chance would do: than the 99.8 %
  /// interval of the difference, so that of five changes chance alone passes for one in less than
  /// one scenario of a hundred. The two rungs are taken for independent.
  package let isCertain: Bool

  init(from earlier: AssumptionRung, to later: AssumptionRung) {
    assumption = later.assumption
    points = later.serviceLevel - earlier.serviceLevel
    let widths = [earlier, later].map { $0.interval?.halfWidth(atLevel: 0.998) ?? .infinity }
    let chance = (widths[0] * widths[0] + widths[1] * widths[1]).squareRoot()
    isCertain = abs(points) >= 0.005 && abs(points) > chance
  }
}

/// What a rung puts back.
package enum Assumption: String, CaseIterable, Sendable {
  /// Erlang A, or Erlang C where nobody leaves.
  case formula
  /// Nothing but the simulation itself.
  case chance
  /// Several chats at once, message by message where the scenario says so.
  case parallelChats = "parallel_chats"
  /// Handling, patience and the types as they are, not exponential averages.
  case laws
  /// Who may answer what, the routing rules and the waiting room.
  case routing
  /// The course of the day and the week, the window, shifts and breaks.
  case dayAndRoster = "day_and_roster"
  /// Months, growth, promotions, bursts; or the recorded history.
  case seasons
  /// Days that are busier or quieter at random.
  case randomDays = "random_days"

  /// What is given back to the averages before the plan itself, in order.
  static let simpler: [Assumption] = [
    .chance, .parallelChats, .laws, .routing, .dayAndRoster, .seasons,
  ]
}

/// The service of one rung, over the customers that it simulates.
package struct AssumptionRung: Sendable {
  package let assumption: Assumption
  /// Answered within the scenario's acceptable wait ÷ arrivals; NaN where there is no steady state.
  package let serviceLevel: Double
  /// Its 95 % interval; nil for a formula.
  let interval: ConfidenceInterval?
  /// Half the width of that.
  package var halfWidth: Double? { interval?.halfWidth }
  package let abandonment: Double
  /// Seconds, all arrivals whose wait has ended.
  package let meanWait: Double
  /// Share of an agent's time with a chat in hand.
  package let engaged: Double

  init(formulaFor desk: AverageDesk, limit: Seconds) throws {
    let load = try ServiceLoad(
      arrivalRate: max(desk.arrivalRate, 1e-12), meanHandlingTime: desk.handling,
      agents: desk.team)
    let report = try ErlangReport(
      load, patience: desk.patience.map { .exponential(mean: $0) }, timeLimit: limit.value)
    let row = report.impatient ?? report.delay
    assumption = .formula
    serviceLevel = row?.answeredWithin ?? .nan
    interval = nil
    abandonment = row?.abandonmentProbability ?? (row == nil ? .nan : 0)
    meanWait = row?.meanWait ?? .nan
    engaged = row?.occupancy ?? .nan
  }

  init(_ assumption: Assumption, _ years: [ServiceMeasures], _ occupancy: Occupancy) throws {
    self.init(assumption, try ServiceOutcome(years, asked: [], occupancy: occupancy))
  }

  init(_ assumption: Assumption, _ service: ServiceOutcome) {
    self.assumption = assumption
    serviceLevel = service[.serviceLevel]?.mean ?? .nan
    interval = service[.serviceLevel]
    abandonment = service[.abandonment]?.mean ?? .nan
    meanWait = service[.meanWait]?.mean ?? .nan
    engaged = service.occupancy.engaged
  }
}
