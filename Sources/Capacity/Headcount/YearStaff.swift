// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Scenarios

/// Who is held, booked and employed over some months.
package struct YearStaff: Equatable, Sendable {
  package private(set) var shifts: ShiftPlan
  /// Months as far as the horizon goes, in order.
  package private(set) var months: [DateSpan]
  /// People on the payroll by supply and month; 0 for supplies of other engagements.
  package private(set) var employed: [[Int]]
  /// Yuan of people over the months, hiring included.
  package private(set) var cost: Double
  /// No choice for the same need costs less.
  package private(set) var bound: Double
  /// Whether the solver's limits ended a search before its gap was reached.
  package private(set) var isCut: Bool

  init(
    shifts: ShiftPlan, months: [DateSpan], employed: [[Int]], cost: Double, bound: Double,
    isCut: Bool
  ) {
    self.shifts = shifts
    self.months = months
    self.employed = employed
    self.cost = cost
    self.bound = bound
    self.isCut = isCut
  }

  /// Months that were chosen one by one, in order.
  init?(joining parts: [YearStaff]) {
    guard var all = parts.first else { return nil }
    for part in parts.dropFirst() {
      all.shifts = ShiftPlan(joining: all.shifts, part.shifts)
      all.months += part.months
      all.employed = zip(all.employed, part.employed).map { $0 + $1 }
      all.cost += part.cost
      all.bound += part.bound
      all.isCut = all.isCut || part.isCut
    }
    self = all
  }

  /// With the price of hiring, and a bound of another program.
  func with(hiring: Double, bound: Double) -> YearStaff {
    var copy = self
    copy.cost += hiring
    copy.bound = bound
    return copy
  }

  /// Seats held or people on the payroll by month; of people who are booked by the day none.
  package func heads(of supply: Int) -> [Int] {
    if shifts.design.supplies[supply].engagement == .own { return employed[supply] }
    return months.map { month in
      shifts.columns.indices.reduce(0) { sum, index in
        let column = shifts.columns[index]
        return column.supply == supply && column.isHeld && month.contains(column.dates.first)
          ? sum + shifts.counts[index] : sum
      }
    }
  }

  /// People of the month with most bookings on one day or shift, all together.
  var mostPeople: Int { shifts.counts.max() ?? 0 }

  /// (cost − bound) ÷ cost.
  package var gap: Double { cost > 0 ? max(0, cost - bound) / cost : 0 }

  /// The roster of the months. Own staff who rest, are away or whose post stands empty are in the shrinkage
  /// of their lines, so that the whole payroll is billed.
  ///
  /// - Parameters:
  ///   - restDays: Of own staff in a week.
  ///   - leadDays: Days before the first that are staffed as the first is.
  package func lines(restDays: Int, leadDays: Int) -> [StaffingLine] {
    var lines: [StaffingLine] = []
    for (index, month) in months.enumerated() {
      let shrinkage = shifts.design.supplies.indices.map {
        self.shrinkage(of: $0, in: index, restDays: restDays)
      }
      for line in shifts.lines(on: month, leadDays: index == 0 ? leadDays : 0) {
        var line = line
        if line.engagement == .own,
          let supply = shifts.design.supplies.firstIndex(where: {
            $0.group == line.group && $0.engagement == .own
          })
        {
          line.shrinkage = shrinkage[supply] ?? line.shrinkage
        }
        lines.add(line)
      }
    }
    return lines
  }

  /// Share of the paid shifts of a month that nobody works; nil where nobody is employed.
  private func shrinkage(of supply: Int, in month: Int, restDays: Int) -> Double? {
    let paid = Double(employed[supply][month] * months[month].count * (7 - restDays)) / 7
    guard paid > 0 else { return nil }
    let worked = shifts.personShifts(of: supply, on: months[month])
    return worked > 0 ? min(0.95, max(0, 1 - Double(worked) / paid)) : nil
  }
}

extension [StaffingLine] {
  /// Adds a line's dates to an equal one, where there is one.
  fileprivate mutating func add(_ line: StaffingLine) {
    let place = firstIndex { other in
      var copy = line
      copy.dates = other.dates
      return copy == other
    }
    guard let place else {
      append(line)
      return
    }
    let days = Set((self[place].dates ?? []).joined()).union((line.dates ?? []).joined())
    self[place].dates = days.spans
  }
}

extension ShiftPlan {
  /// Plans of different days under one design.
  init(joining left: ShiftPlan, _ right: ShiftPlan) {
    self.init(
      design: left.design, columns: left.columns + right.columns,
      counts: left.counts + right.counts, prices: left.prices + right.prices,
      heads: zip(left.heads, right.heads).map { max($0, $1) },
      likeDates: left.likeDates.merging(right.likeDates) { first, _ in first })
  }

  /// Person-shifts of a supply on some days.
  package func personShifts(of supply: Int, on days: DateSpan) -> Int {
    columns.indices.reduce(0) { sum, index in
      guard columns[index].supply == supply, counts[index] > 0 else { return sum }
      let worked = dates(of: columns[index]).count {
        days.contains($0) && design.supplies[supply].works(on: $0)
      }
      return sum + counts[index] * worked
    }
  }
}
