// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars

/// Judges a roster by each rule of each person, however it came about.
///
/// A run that reaches the last day may go on and is not too short; so is one that began before the
/// first day, where the history is not known. What is too long is too long anywhere.
package struct RosterChecker: Sendable {
  private let problem: RosterProblem

  /// - Parameter problem: One that passes its own check.
  package init(_ problem: RosterProblem) { self.problem = problem }

  /// By person, then by rule.
  package func violations(of roster: Roster) -> [RosterViolation] {
    problem.people.indices.flatMap { violations(of: roster, person: $0) }
  }

  package func violations(of roster: Roster, person: Int) -> [RosterViolation] {
    let rules = problem.people[person]
    let days = (0..<roster.days).map { roster[person, $0] }
    var found: [RosterViolation] = []
    func report(_ rule: RosterRule, _ day: Int, _ value: Int = 1, _ allowed: Int = 0) {
      found.append(
        RosterViolation(person: person, day: day, rule: rule, found: value, allowed: allowed))
    }
    for (day, duty) in days.enumerated() {
      if let duty {
        if !rules.groups.contains(duty.group) { report(.group(duty.group), day) }
        if rules.leave.contains(day) { report(.leave, day) }
      }
      if let settled = rules.locked[day], settled != duty { report(.locked, day) }
    }
    checkRuns(days, rules, report)
    checkNeighbours(days, rules, report)
    checkTotals(days, rules, report)
    return found
  }

  private typealias Report = (RosterRule, Int, Int, Int) -> Void

  private func checkRuns(_ days: [Duty?], _ rules: RosterPerson, _ report: Report) {
    var first = 0
    while first < days.count {
      let works = days[first] != nil
      var end = first
      while end < days.count, (days[end] != nil) == works { end += 1 }
      var length = end - first
      var beganBefore = false
      if first == 0 {
        if let history = rules.history {
          if (history.lastKind != nil) == works { length += history.run }
        } else {
          beganBefore = true
        }
      }
      if works, let most = rules.mostDaysInRow, length > most {
        report(.mostDaysInRow, end - 1, length, most)
      }
      let least = works ? rules.leastDaysInRow : rules.leastDaysOffInRow
      if length < least, end < days.count, !beganBefore {
        report(works ? .leastDaysInRow : .leastDaysOffInRow, end - 1, length, least)
      }
      first = end
    }
    // A run of the days before that ends on the first day.
    if let history = rules.history, !days.isEmpty, (history.lastKind != nil) != (days[0] != nil) {
      let worked = history.lastKind != nil
      let least = worked ? rules.leastDaysInRow : rules.leastDaysOffInRow
      if history.run < least {
        report(worked ? .leastDaysInRow : .leastDaysOffInRow, 0, history.run, least)
      }
    }
  }

  private func checkNeighbours(_ days: [Duty?], _ rules: RosterPerson, _ report: Report) {
    var before = rules.history?.lastKind
    for (day, duty) in days.enumerated() {
      if let first = before, let second = duty?.kind {
        let rest = problem.rest(after: first, before: second, daysLater: 1)
        if rest < rules.rest { report(.rest, day, rest, rules.rest) }
        let pair = Succession(first, then: second)
        if rules.forbidden.contains(pair) { report(.succession(pair), day, 1, 0) }
      }
      before = duty?.kind
    }
  }

  private func checkTotals(_ days: [Duty?], _ rules: RosterPerson, _ report: Report) {
    for kind in problem.kinds.indices {
      let count = days.count { $0?.kind == kind }
      if let most = rules.most(of: kind), count > most {
        report(.mostOfKind(kind), days.firstIndex { $0?.kind == kind } ?? 0, count, most)
      }
    }
    let weekends = problem.weekends(days, of: rules)
    if let most = rules.mostWeekends, weekends > most {
      report(.mostWeekends, 0, weekends, most)
    }
    let nights = problem.nights(days)
    if let most = rules.mostNights, nights > most { report(.mostNights, 0, nights, most) }
    for (index, period) in rules.contract.enumerated() {
      let minutes = problem.minutes(days, in: index, of: rules)
      if minutes < period.least {
        report(.leastMinutes(period: index), period.days.lowerBound, minutes, period.least)
      }
      if minutes > period.ceiling {
        report(.mostMinutes(period: index), period.days.lowerBound, minutes, period.ceiling)
      }
    }
  }
}

extension RosterProblem {
  /// Weekends of which Saturday or Sunday is worked. One whose Saturday was worked before the first day
  /// is none of these days.
  func weekends(_ days: [Duty?], of person: RosterPerson) -> Int {
    var count = 0
    for (day, duty) in days.enumerated() where duty != nil {
      switch self.days[day].weekday {
      case .saturday: count += 1
      case .sunday:
        let saturday = day > 0 ? days[day - 1] != nil : person.history?.lastKind != nil
        if !saturday { count += 1 }
      default: break
      }
    }
    return count
  }

  func nights(_ days: [Duty?]) -> Int {
    days.count { $0.map { kinds[$0.kind].isNight } ?? false }
  }

  /// Paid minutes of a contract period, with those before the horizon.
  func minutes(_ days: [Duty?], in period: Int, of person: RosterPerson) -> Int {
    let before = period == 0 ? person.history?.minutesBefore ?? 0 : 0
    return person.contract[period].days.reduce(before) {
      $0 + (days[$1].map { kinds[$0.kind].paid } ?? 0)
    }
  }
}
