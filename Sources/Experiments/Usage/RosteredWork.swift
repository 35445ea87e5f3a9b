// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
import Plans
package import Pricing
package import Scenarios

/// Seats and person-shifts of a staffing plan by day, as a contract bills them: the same in every
/// replication.
///
/// *Seats* (dedicated) are held on every day of the line's dates, rest days included. *Own staff*
/// are people on the payroll: the shifts of a week are shared by people who rest one day a week
/// (F25), so seven days of one post take 7/6 of a person. A person-shift of a *short-term* or other
/// line is one person on one worked day.
///
/// A line's agents are people on duty. Where the shop pays for absence — own staff, and seats whose
/// rest days the client covers (R9) — n on duty with the shrinkage s are n ÷ (1 − s) people paid; where
/// the provider covers it, n. The fractions of a billing group are added up over its lines and days and
/// rounded once a month; a day has what its month's rounded sum has grown by.
package struct RosteredWork: Equatable, Sendable {
  package let span: DateSpan
  package let groups: [BillingGroup]
  /// `totals[day × groups + group]`.
  package let totals: [StaffingTotals]
  /// Of the groups, those that anybody belongs to; ascending.
  private let peopled: [Int]

  /// - Parameter contract: Says who pays for absence; nil takes the default, the provider for seats.
  package init(_ staffing: StaffingPlan, scenario: Scenario, contract: Contract? = nil) {
    span = scenario.horizon
    let groups = BillingGroup.all(in: scenario.agentGroups)
    self.groups = groups
    let kinds = ShiftKinds(scenario: scenario)
    let cover = AbsenceCover(contract?.billing(staffing))
    var sums = [ExactTotals](repeating: ExactTotals(), count: span.count * groups.count)
    var peopled = Set<Int>()
    for line in staffing.lines where line.agents > 0 {
      let counted = [line.group, nil].compactMap { group in
        groups.firstIndex(of: BillingGroup(group: group, engagement: line.engagement))
      }
      peopled.formUnion(counted)
      let paid = cover.paid(line)
      let held = cover.isOwnStaff(line) ? paid * line.peoplePerPost : paid
      for (day, date) in span.enumerated() where line.holds(on: date) {
        let kind = line.works(on: date) ? kinds.kind(of: line.shift, on: date) : nil
        for group in counted {
          sums[day * groups.count + group].add(
            seats: held, shifts: paid, minutes: line.shift.workedMinutes, kind)
        }
      }
    }
    self.peopled = peopled.sorted()
    totals = Self.rounded(sums, of: self.peopled, span: span, groupCount: groups.count)
  }

  /// The totals of some days, one value for each billing group.
  package func sums(over days: DateSpan) -> [StaffingTotals] {
    var sums = [StaffingTotals](repeating: StaffingTotals(), count: groups.count)
    guard let days = span.intersection(days) else { return sums }
    let first = span.first.days(to: days.first)
    for day in first..<first + days.count {
      for group in peopled {
        sums[group] += totals[day * groups.count + group]
      }
    }
    return sums
  }

  private static func rounded(
    _ sums: [ExactTotals], of peopled: [Int], span: DateSpan, groupCount: Int
  ) -> [StaffingTotals] {
    var rounded = [StaffingTotals](repeating: StaffingTotals(), count: sums.count)
    // Months begin alike for all groups.
    let begins = span.map { $0.day == 1 }
    for group in peopled {
      var (sum, before) = (ExactTotals(), StaffingTotals())
      for day in begins.indices {
        if begins[day] {
          (sum, before) = (ExactTotals(), StaffingTotals())
        }
        sum += sums[day * groupCount + group]
        let now = sum.rounded(after: before)
        rounded[day * groupCount + group] = now - before
        before = now
      }
    }
    return rounded
  }
}

/// For which lines the shop pays the people who are absent.
package struct AbsenceCover {
  /// Names of billing groups, as the contract resolves them.
  private var ownStaff: Set<String> = []
  private var coveredByClient: Set<String> = []

  /// - Parameter contract: With its groups resolved.
  package init(_ contract: Contract?) {
    for clause in contract?.clauses ?? [] {
      guard let people = clause.terms.people else { continue }
      if people.work == .payroll { ownStaff.insert(people.group) }
      if clause.terms.clientCoversAbsence { coveredByClient.insert(people.group) }
    }
  }

  package func isOwnStaff(_ line: StaffingLine) -> Bool {
    line.engagement == .own || line.billingGroups.contains(where: ownStaff.contains)
  }

  /// People paid for the agents on duty.
  func paid(_ line: StaffingLine) -> Double {
    let pays = isOwnStaff(line) || line.billingGroups.contains(where: coveredByClient.contains)
    return pays ? Double(line.agents) / (1 - line.shrinkage) : Double(line.agents)
  }
}

/// Totals in fractions of people.
private struct ExactTotals {
  private var seatDays = 0.0
  private var shifts = ByShiftKind(repeating: 0.0)
  private var minutes = ByShiftKind(repeating: 0.0)

  mutating func add(seats: Double, shifts count: Double, minutes length: Int, _ kind: ShiftKind?) {
    seatDays += seats
    guard let kind else { return }
    shifts[kind] += count
    minutes[kind] += count * Double(length)
  }

  static func += (left: inout Self, right: Self) {
    left.seatDays += right.seatDays
    for kind in ShiftKind.allCases {
      left.shifts[kind] += right.shifts[kind]
      left.minutes[kind] += right.minutes[kind]
    }
  }

  /// The sums as whole person-shifts and seat-days, halves up, whatever the last bit says.
  ///
  /// The shifts of all kinds are rounded together. What the days before have not given away goes to
  /// the kind that is furthest behind its own fraction, so that no kind ever loses a shift.
  func rounded(after before: StaffingTotals) -> StaffingTotals {
    let whole = { (value: Double) in Int64(bounded: (value + 0.5 + 1e-7).rounded(.down)) }
    var totals = before
    totals.seatDays = whole(seatDays)
    var (given, all) = (Int64(0), 0.0)
    for kind in ShiftKind.allCases {
      given += before.shifts[kind]
      all += shifts[kind]
      totals.minutes[kind] = whole(minutes[kind])
    }
    for _ in 0..<max(0, whole(all) - given) {
      // The earlier kind where two are equally far behind.
      var most = ShiftKind.ordinary
      for kind in ShiftKind.allCases where behind(totals, kind) > behind(totals, most) + 1e-7 {
        most = kind
      }
      totals.shifts[most] += 1
    }
    return totals
  }

  private func behind(_ totals: StaffingTotals, _ kind: ShiftKind) -> Double {
    shifts[kind] - Double(totals.shifts[kind])
  }
}

extension StaffingLine {
  /// People on the payroll for each one on duty: they rest one day a week.
  fileprivate var peoplePerPost: Double { max(1, Double(weekdays.count) / 6) }

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

  static func - (left: StaffingTotals, right: StaffingTotals) -> StaffingTotals {
    var difference = left
    difference.seatDays -= right.seatDays
    for kind in ShiftKind.allCases {
      difference.shifts[kind] -= right.shifts[kind]
      difference.minutes[kind] -= right.minutes[kind]
    }
    return difference
  }
}
