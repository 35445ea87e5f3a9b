// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Pricing
package import Scenarios

/// Seats and person-shifts of a staffing plan by day: the same in every replication.
///
/// *Seats* (dedicated) are held on every day of the line's dates, rest days included. *Own staff*
/// are people on the payroll: the shifts of a week are shared by people who rest one day a week
/// (F25), so seven days of one post take 7/6 of a person, rounded up over the line. A person-shift of
/// a *short-term* or other line is one rostered person on one worked day. With shrinkage s every
/// count is that of the rostered people, agents ÷ (1 − s) rounded up.
package struct RosteredWork: Equatable, Sendable {
  package let span: DateSpan
  package let groups: [BillingGroup]
  /// `totals[day × groups + group]`.
  package let totals: [StaffingTotals]

  package init(_ staffing: StaffingPlan, scenario: Scenario) {
    span = scenario.horizon
    let groups = BillingGroup.all(in: scenario.agentGroups)
    self.groups = groups
    let kinds = ShiftKinds(scenario: scenario)
    var totals = [StaffingTotals](
      repeating: StaffingTotals(), count: span.count * groups.count)
    for line in staffing.lines where line.agents > 0 {
      let counted = [line.group, nil].compactMap { group in
        groups.firstIndex(of: BillingGroup(group: group, engagement: line.engagement))
      }
      let rostered = Int64(line.rosteredAgents)
      for (day, date) in span.enumerated() where line.holds(on: date) {
        var work = StaffingTotals()
        work.seatDays = Int64(line.peopleHeld)
        if line.works(on: date) {
          let kind = kinds.kind(of: line.shift, on: date)
          work.shifts[kind] = rostered
          work.minutes[kind] = rostered * Int64(line.shift.workedMinutes)
        }
        for group in counted { totals[day * groups.count + group] += work }
      }
    }
    self.totals = totals
  }

  /// The totals of some days, one value for each billing group.
  package func sums(over days: DateSpan) -> [StaffingTotals] {
    var sums = [StaffingTotals](repeating: StaffingTotals(), count: groups.count)
    guard let days = span.intersection(days) else { return sums }
    let first = span.first.days(to: days.first)
    for day in first..<first + days.count {
      for group in groups.indices {
        sums[group] += totals[day * groups.count + group]
      }
    }
    return sums
  }
}

extension StaffingLine {
  /// Rostered head count of a shift: agents ÷ (1 − shrinkage), rounded up.
  package var rosteredAgents: Int {
    let exact = Double(agents) / (1 - shrinkage)
    // 3 ÷ (1 − 0.25) must be 4, whatever the last bit says.
    return Int((exact - 1e-9).rounded(.up))
  }

  /// People held for the line on each of its days: seats, or own staff who rest one day a week.
  package var peopleHeld: Int {
    guard engagement == .own else { return rosteredAgents }
    let weekly = rosteredAgents * weekdays.count
    return max(rosteredAgents, (weekly + 5) / 6)
  }

  /// Whether the date lies in the line's dates, worked or not.
  package func holds(on date: CivilDate) -> Bool {
    dates?.contains { $0.contains(date) } ?? true
  }
}

extension ShiftPattern {
  /// Length without breaks.
  package var workedMinutes: Int {
    max(0, hours.length - breaks.reduce(0) { $0 + $1.length }) / 60
  }
}

extension StaffingTotals {
  static func += (left: inout StaffingTotals, right: StaffingTotals) {
    left.seatDays += right.seatDays
    for kind in ShiftKind.allCases {
      left.shifts[kind] += right.shifts[kind]
      left.minutes[kind] += right.minutes[kind]
    }
  }
}
