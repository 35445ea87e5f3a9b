// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
import Demand
import Experiments
import Foundation
import Planning
package import Plans
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
    /// Path of the roster of the time; nil takes the plan's people for those of the time.
    package var roster: String?
    package var shifts: String?
    /// Path of the invoice of the time; nil leaves the bill out.
    package var invoice: String?

    package init(
      _ history: HistoryRequest, run: RunRequest, plan: String? = nil, dates: String? = nil,
      roster: String? = nil, shifts: String? = nil, invoice: String? = nil
    ) {
      self.history = history
      self.run = run
      self.plan = plan
      self.dates = dates
      self.roster = roster
      self.shifts = shifts
      self.invoice = invoice
    }
  }

  package struct Outcome: Sendable {
    /// Name of the history's file.
    package let source: String
    package let scenario: String
    package let scenarioHash: String
    package let days: DateSpan
    /// IANA zone of the shop's clock.
    package let timeZone: String
    /// Key of the plan whose people answered.
    package let plan: String
    /// Name of the file that said who they were; nil where the plan's were taken for them.
    package let roster: String?
    package let backcast: Backcast
    /// Where an invoice was given.
    package let bill: BackcastBill?
    package let record: RunRecord
  }

  package enum Progress: Sendable {
    case note(ReadingNote)
  }

  private let request: Request
  package let scenario: PlannedScenario
  private let plan: Plan
  private let dates: DateSpan?

  package init(_ request: Request) throws(ApplicationError) {
    self.request = request
    scenario = try request.run.scenario()
    if let name = request.plan { try scenario.checkPlan(name, .plan) }
    let written = scenario.plans.filter {
      !$0.staffing.isSharedPool && (request.roster != nil || $0.staffing.sizing == nil)
    }
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
      + [request.roster, request.shifts, request.invoice].compactMap(\.self)
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
    let (staffing, answered) = try people(on: days)
    let past = past(log, on: answered)
    try request.run.checkLoad(past)
    do {
      let experiment = try Experiment(scenario: past.scenario, staffing: staffing)
      let backcast = try await Backcast.run(
        experiment, beside: log, service, replications: 0..<past.experiment.replications,
        threads: request.run.threads)
      let bill = try await bill(past, staffing) { report(.note($0)) }
      return Outcome(
        source: URL(fileURLWithPath: file).lastPathComponent, scenario: scenario.name,
        scenarioHash: request.run.source.fingerprint(request.run.settings, scenario),
        days: answered, timeZone: scenario.scenario.timeZone, plan: plan.name,
        roster: request.roster.map { URL(fileURLWithPath: $0).lastPathComponent },
        backcast: backcast, bill: bill,
        record: record.finished())
    } catch {
      throw ApplicationError(error, file: request.run.source.path, plan: plan.name)
    }
  }

  /// Who answered, and the days of the record on which that is known: a roster's days, else all.
  private func people(
    on days: DateSpan
  ) throws(ApplicationError) -> (staffing: StaffingPlan, days: DateSpan) {
    guard let path = request.roster else { return (plan.staffing, days) }
    let roster = try RosterOfTheTime(
      path, shifts: request.shifts, plan: plan, scenario: scenario.scenario)
    guard let common = roster.days.intersection(days) else {
      throw .file(path, .nobodyOnDuty(days.first))
    }
    return (
      StaffingPlan(lines: roster.lines(isCertain: true), unstaffed: .allow), common
    )
  }

  /// Billed with the people whom the plan writes, who are what a contract of seats bills, else with the
  /// roster's.
  private func bill(
    _ past: PlannedScenario, _ staffing: StaffingPlan, _ report: (ReadingNote) -> Void
  ) async throws -> BackcastBill? {
    guard let invoice = request.invoice else { return nil }
    var billed = past
    billed.plans[0].staffing = plan.staffing.sizing == nil ? plan.staffing : staffing
    return try await BackcastBill.run(
      billed, against: invoice, threads: request.run.threads, report)
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
