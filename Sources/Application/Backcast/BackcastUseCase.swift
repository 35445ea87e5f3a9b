// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
import Demand
import Experiments
import Foundation
import Planning
import Plans
import Scenarios

/// Simulates a recorded past with the people of a plan, and sets what customers met beside the record.
package struct BackcastUseCase: UseCase {
  package struct Request: Sendable {
    package var history: HistoryRequest
    /// Whose service, rules and people hold; its demand is replaced by the record.
    package var run: RunRequest
    /// Whose people answered then; nil takes the first plan whose roster is written.
    package var plan: String?
    /// As `2026-03-01` or `2026-03-01/2026-03-31`; nil takes all days of the record.
    package var dates: String?

    package init(
      _ history: HistoryRequest, run: RunRequest, plan: String? = nil, dates: String? = nil
    ) {
      self.history = history
      self.run = run
      self.plan = plan
      self.dates = dates
    }
  }

  package struct Outcome: Sendable {
    /// Name of the history's file.
    package let source: String
    package let scenario: String
    package let scenarioHash: String
    package let days: DateSpan
    /// Key of the plan whose people answered.
    package let plan: String
    package let backcast: Backcast
    package let record: RunRecord
  }

  package enum Progress: Sendable {
    case note(ReadingNote)
  }

  private let request: Request
  private let scenario: PlannedScenario
  private let plan: Plan
  private let dates: DateSpan?

  package init(_ request: Request) throws(ApplicationError) {
    self.request = request
    scenario = try request.run.scenario()
    if let name = request.plan { try scenario.checkPlan(name, .plan) }
    let written = scenario.plans.filter { $0.staffing.sizing == nil && !$0.staffing.isSharedPool }
    guard
      let plan = written.first(where: { request.plan == nil || $0.name == request.plan })
    else { throw .request(.noRosterOfThePast(plan: request.plan)) }
    self.plan = plan
    dates = try request.dates.map { text throws(ApplicationError) in
      let days = text.split(separator: "/", omittingEmptySubsequences: false)
        .map { CivilDate(iso: $0) }
      guard (1...2).contains(days.count), let first = days[0], let last = days[days.count - 1],
        let span = DateSpan(first: first, last: last)
      else { throw .request(.notDates(found: text)) }
      return span
    }
  }

  package var inputs: [String] {
    request.history.files + scenario.inputs(request.run.source.path)
  }

  package func run(
    _ report: @escaping @Sendable (Progress) -> Void
  ) async throws(ApplicationError) -> Outcome {
    let record = RunRecord(scenario)
    let file = request.history.history
    let recorded = try request.history.recorded { report(.note($0)) }
    guard case .arrivals(let log) = recorded.records, let service = recorded.service,
      !service.waits.isEmpty || !service.outcomes.isEmpty
    else { throw .file(file, .nothingToBackcast) }
    guard let first = log.times.first, let last = log.times.last else {
      throw .file(file, .nothingToBackcast)
    }
    let all = DateSpan(unchecked: Self.date(first), Self.date(last))
    guard let days = dates.map({ $0.intersection(all) }) ?? all else {
      throw .request(.datesOutsideHorizon(found: dates ?? all, horizon: all))
    }
    let past = past(log, on: days)
    try request.run.checkLoad(past)
    do {
      let experiment = try Experiment(scenario: past.scenario, staffing: plan.staffing)
      let backcast = try await Backcast.run(
        experiment, beside: log, service, replications: 0..<past.experiment.replications,
        threads: request.run.threads)
      return Outcome(
        source: URL(fileURLWithPath: file).lastPathComponent, scenario: scenario.name,
        scenarioHash: request.run.source.fingerprint(request.run.settings, scenario), days: days,
        plan: plan.name, backcast: backcast,
        record: record.finished())
    } catch {
      throw ApplicationError(error, file: request.run.source.path, plan: plan.name)
    }
  }

  /// The scenario on the days of the record, with its arrivals.
  private func past(_ log: ArrivalLog, on days: DateSpan) -> PlannedScenario {
    var past = scenario
    past.plans = [plan]
    past.scenario.horizon = days
    past.scenario.experiment.warmUpDays = 0
    var log = log
    let known = Set(scenario.inquiryTypes.map(\.name))
    // Types of other names are shared out as the scenario's demand is.
    if !log.types.allSatisfy(known.contains) {
      log = ArrivalLog(times: log.times)
    }
    let stream = scenario.demand.first
    past.scenario.demand = [
      DemandStream(
        name: stream?.name ?? "shop",
        source: .history(
          HistoryReplay(source: "history", records: .arrivals(log), gapsAreEmpty: true)),
        mix: stream?.mix ?? [])
    ]
    return past
  }

  private static func date(_ second: Double) -> CivilDate {
    CivilDate(dayNumber: Int((second / 86_400).rounded(.down)))
  }
}
