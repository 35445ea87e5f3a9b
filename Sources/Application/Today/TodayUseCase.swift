// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Capacity
import Demand
import DemandFitting
import Experiments
import Foundation
import Planning
package import Plans
import Scenarios

/// What the rest of a day will bring, from its first hours, and which changes still pay.
package struct TodayUseCase: UseCase {
  package struct Request: Sendable {
    package var run: RunRequest
    /// The day's customers up to now.
    package var soFar: HistoryRequest
    /// Whose rules, people and contract hold; nil takes the first whose people are the shop's.
    package var plan: String?
    /// Path of the roster in force; nil takes the plan's own people.
    package var roster: String?
    package var shifts: String?
    /// As `2026-11-11`; nil takes the day of the last customer.
    package var date: String?
    /// As `14:00`; nil takes the last customer's, up to the next five minutes.
    package var now: String?
    /// Minutes from a call to somebody's coming.
    package var notice: Int

    package init(
      _ run: RunRequest, soFar: HistoryRequest, plan: String? = nil, roster: String? = nil,
      shifts: String? = nil, date: String? = nil, now: String? = nil, notice: Int = 120
    ) {
      self.run = run
      self.soFar = soFar
      self.plan = plan
      self.roster = roster
      self.shifts = shifts
      self.date = date
      self.now = now
      self.notice = notice
    }
  }

  package struct Outcome: Sendable {
    package let plan: Plan
    /// File names.
    package let source: String
    package let roster: String?
    package let date: CivilDate
    package let now: ClockTime
    package let level: LevelEstimate
    package let outlook: TodayOutlook
    package let notice: Int
    package let scenario: PlannedScenario
    package let scenarioHash: String
    package let record: RunRecord
  }

  package enum Progress: Sendable {
    case note(ReadingNote)
    case search(TodaySearch.Progress)
  }

  /// Replications that are told, unless the request says how many.
  package static let replications = 200

  private let request: Request
  private let scenario: PlannedScenario
  private let plan: Plan
  private let date: CivilDate?
  private let now: Int?

  package init(_ request: Request) throws(ApplicationError) {
    self.request = request
    scenario = try request.run.scenario()
    if let name = request.plan { try scenario.checkPlan(name, .plan) }
    let own = scenario.plans.filter { plan in
      !plan.staffing.isSharedPool && (request.roster != nil || plan.staffing.sizing == nil)
    }
    guard let plan = own.first(where: { request.plan == nil || $0.name == request.plan }) else {
      throw .request(.noRosterToday(plan: request.plan))
    }
    self.plan = plan
    guard !scenario.serviceTargets.isEmpty else {
      throw .file(request.run.source.path, .refused(plan: nil, .requirement(.noTargets)))
    }
    date = try request.date.map { text throws(ApplicationError) in
      guard let date = CivilDate(iso: text) else { throw .request(.notADay(found: text)) }
      return date
    }
    now = try request.now.map { text throws(ApplicationError) in
      guard let time = ClockTime(iso: text), time.secondsSinceMidnight % SoFar.grain == 0 else {
        throw .request(.notNow(found: text))
      }
      return time.secondsSinceMidnight
    }
  }

  package var inputs: [String] {
    request.soFar.files + scenario.inputs(request.run.source.path)
      + [request.roster, request.shifts].compactMap(\.self)
  }

  package func run(
    _ report: @escaping @Sendable (Progress) -> Void
  ) async throws(ApplicationError) -> Outcome {
    let record = RunRecord(scenario)
    let recorded = try request.soFar.recorded { report(.note($0)) }
    let date = try day(of: recorded)
    let today = DateSpan(unchecked: date, date)
    var day = scenario.scenario.over(today)
    day.experiment.warmUpDays = 0
    day.experiment.warmUpHours = nil
    let soFar = try SoFar(
      recorded, file: request.soFar.history, date: date, now: now, scenario: day)
    let people = try people(on: date, at: soFar.now)
    do {
      let expectation = try DayExpectation(day, step: day.interval.seconds)
      let firstHours = FirstHours(
        soFar.counts, of: expectation, reached: soFar.reached(day.interval.seconds),
        areTold: soFar.areCounted)
      let arrivals = try ArrivalPlan(
        day,
        begun: BegunDay(
          now: soFar.now, past: soFar.records, level: firstHours.level.mean,
          shape: firstHours.level.shape, slotVariance: firstHours.slotVariance))
      let month = date.yearMonth.days.intersection(scenario.horizon) ?? today
      let question = TodayQuestion(
        scenario: day, month: scenario.scenario.over(month), arrivals: arrivals, now: soFar.now,
        people: people, plan: plan, past: soFar.past,
        replications: max(2, request.run.replications ?? Self.replications),
        threads: request.run.threads, notice: request.notice * 60)
      guard question.closing > soFar.now else {
        throw ApplicationError.request(
          .dayIsOver(now: ClockTime(unchecked: soFar.now), date: date))
      }
      let outlook = try await TodaySearch(question) { report(.search($0)) }.run()
      return Outcome(
        plan: plan, source: Self.name(request.soFar.history),
        roster: request.roster.map(Self.name), date: date, now: ClockTime(unchecked: soFar.now),
        level: LevelEstimate(
          firstHours, of: expectation, areCounted: soFar.areCounted,
          interval: day.interval.seconds),
        outlook: outlook, notice: request.notice,
        scenario: scenario,
        scenarioHash: request.run.source.fingerprint(request.run.settings, scenario),
        record: record.finished())
    } catch {
      throw ApplicationError(error, file: request.run.source.path, plan: plan.name)
    }
  }

  /// The day asked for, or of the last customer; it lies in the scenario's horizon.
  private func day(of recorded: RecordedHistory) throws(ApplicationError) -> CivilDate {
    let last = recorded.span.map { span in
      CivilDate(dayNumber: Int((max(span.first, span.end - 1) / 86_400).rounded(.down)))
    }
    guard let date = date ?? last, scenario.horizon.contains(date) else {
      let found = date ?? last ?? scenario.horizon.first
      throw .request(
        .datesOutsideHorizon(
          found: DateSpan(unchecked: found, found), horizon: scenario.horizon))
    }
    return date
  }

  /// Who is on duty on the day; whoever has begun is there, and is not absent.
  private func people(
    on date: CivilDate, at now: Int
  ) throws(ApplicationError) -> [DutyPerson] {
    var people: [DutyPerson]
    if let path = request.roster {
      people = try RosterOfTheTime(
        path, shifts: request.shifts, plan: plan, scenario: scenario.scenario
      ).people(on: date)
      if people.isEmpty { throw .file(path, .nobodyOnDuty(date)) }
    } else {
      people = DutyPerson.all(of: plan.staffing.lines, on: date)
      if people.isEmpty {
        throw .file(request.run.source.path, .nobodyOnDuty(date))
      }
    }
    for place in people.indices where people[place].span(on: date).lowerBound <= now {
      people[place].line.absence = 0
    }
    return people
  }

  private static func name(_ path: String) -> String {
    URL(fileURLWithPath: path).lastPathComponent
  }
}
