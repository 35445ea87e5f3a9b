// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Plans
import Pricing
import Scenarios
import Wording

extension ScenarioChecks {
  func checkSizing(of plan: Plan) {
    checkSeatTerms(of: plan)
    guard let sizing = plan.staffing.sizing else { return }
    if sizing.isPlanned { return checkPlanned(plan) }
    let path = "plans.\(plan.name).staffing.fewest"
    if scenario.serviceTargets.isEmpty {
      reading.report(
        at: path, found: "a search for the fewest without service_targets",
        allowed: "service_targets that it must keep")
    }
    checkSubject(sizing, of: plan, at: path)
    guard case .named(let periods) = sizing.periods else { return }
    checkCalendar(periods, at: "\(path).by")
    checkStep(periods, of: plan, at: "\(path).by")
  }

  private func checkPlanned(_ plan: Plan) {
    let path = "plans.\(plan.name).staffing"
    if scenario.serviceTargets.isEmpty {
      reading.report(
        at: path, found: "planned without service_targets",
        allowed: "service_targets that it must keep")
    }
    if plan.staffing.design == nil,
      !plan.staffing.lines.contains(where: { $0.engagement != .shared })
    {
      reading.report(
        at: path, found: "planned in a shared pool",
        allowed: "dedicated or own seats only, as a provider's pool is not the shop's to size")
    }
  }

  private func checkSubject(_ sizing: Sizing, of plan: Plan, at path: String) {
    switch sizing.subject {
    case .group(let group):
      if !plan.staffing.lines.contains(where: { $0.group == group }) {
        reading.report(
          at: "\(path).group", found: .verbatim(group),
          allowed: "a group that the plan's lines have")
      }
    case .rosterScale, .shifts: break
    case .lines(let sized):
      let pooled = plan.staffing.lines.filter { $0.engagement == .shared }.map(\.sizingName)
      for entry in sized where pooled.contains(entry.name) {
        reading.report(
          at: "\(path).lines.\(entry.name)", found: "a line of a shared pool",
          allowed:
            "dedicated, own or short-term lines, as a provider's pool is not the shop's to size")
      }
      return
    }
    if plan.staffing.lines.contains(where: { $0.engagement == .shared }) {
      reading.report(
        at: path,
        found: sizing.periods == .whole ? "a search in a shared pool" : "by: in a shared pool",
        allowed: "dedicated or own seats only, as a provider's pool is not the shop's to size")
    }
  }

  /// Every day of the horizon lies in one period.
  private func checkCalendar(_ periods: [NamedPeriod], at path: String) {
    for date in scenario.horizon {
      let names = periods.filter { $0.spans.contains { $0.contains(date) } }.map(\.name)
      guard names.count != 1 else { continue }
      let found: Phrase =
        names.isEmpty
        ? "\(date) in no period" : "\(date) in \(names.joined(separator: " + "))"
      reading.report(
        at: path, found: found, allowed: "periods that hold every day of the horizon once")
      return
    }
  }

  /// Where seats change by whole months, periods begin with one.
  private func checkStep(_ periods: [NamedPeriod], of plan: Plan, at path: String) {
    let terms = plan.contract.clauses.compactMap(\.terms.seatTerms)
    guard terms.contains(where: { $0.step == .month }) else { return }
    for period in periods {
      for span in period.spans where span.first.day != 1 && span.first > scenario.horizon.first {
        reading.report(
          at: "\(path).\(period.name)", found: "a period from \(span.first)",
          allowed:
            "the first of a month, as seats change by whole months; or seat_terms: {step: day}")
        return
      }
    }
  }

  /// Written terms against the seats that are written, by dates or as agreed.
  private func checkSeatTerms(of plan: Plan) {
    for (index, clause) in plan.contract.clauses.enumerated() {
      guard let terms = clause.terms.seatTerms, !terms.isAssumed,
        let seats = clause.terms.seatSource
      else { continue }
      var path: SeatPath
      let place: String
      switch seats {
      case .agreed(let count, let changes):
        path = SeatPath(agreed: count, changes: changes, in: scenario.horizon)
        place = "plans.\(plan.name).contract.clauses[\(index)].seat_changes"
      case .staffed(let group):
        guard plan.staffing.sizing == nil else { continue }
        let lines = plan.staffing.lines.filter {
          $0.engagement == .dedicated && $0.billingGroups.contains(group)
        }
        path = SeatPath(lines, in: scenario.horizon)
        place = "plans.\(plan.name).staffing"
      }
      if let change = path.changeOffStep(under: terms) {
        reading.report(
          at: place, found: "\(change.seats) seats from \(change.from)",
          allowed: "changes on the first of a month, by seat_terms")
      } else if let short = path.tooFew(under: terms) {
        let step = path.steps[short.step]
        reading.report(
          at: place, found: "\(step.seats) seats from \(step.from)",
          allowed: "at least \(short.least) then, by seat_terms: notice to add "
            + "\(terms.noticeToAdd), notice to return \(terms.noticeToReturn), minimum term "
            + "\(terms.minimumTerm)")
      }
    }
  }
}

extension SeatPath {
  /// Seats of lines on each day of their dates.
  fileprivate init(_ lines: [StaffingLine], in horizon: DateSpan) {
    self.init(horizon) { date in
      lines.filter { line in line.dates?.contains { $0.contains(date) } ?? true }
        .reduce(0) { $0 + $1.agents }
    }
  }

  fileprivate init(agreed count: Int, changes: [SeatChange], in horizon: DateSpan) {
    self.init(horizon) { date in
      changes.filter { $0.isReturn ? $0.date < date : $0.date <= date }
        .reduce(count) { $0 + ($1.isReturn ? -$1.count : $1.count) }
    }
  }

  private init(_ horizon: DateSpan, seats: (CivilDate) -> Int) {
    var steps: [(CivilDate, Int)] = []
    for date in horizon {
      let count = seats(date)
      if steps.last?.1 != count { steps.append((date, count)) }
    }
    self.init(steps: steps)
  }
}
