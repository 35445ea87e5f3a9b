// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
import Experiments
package import Scenarios

/// Shifts that were chosen: how many of each column.
package struct ShiftPlan: Equatable, Sendable {
  package let design: ShiftDesign
  package let columns: [ShiftColumn]
  /// People by column, ≥ 0.
  package let counts: [Int]
  /// Yuan for one of each column, on its dates.
  package let prices: [Double]
  /// Own people to employ, by supply; 0 for others.
  package let heads: [Int]
  /// The dates for which a date of the program stands.
  let likeDates: [CivilDate: [CivilDate]]

  /// Equal shifts of a supply on some dates.
  package struct Booking: Equatable, Sendable {
    package let supply: Int
    package let shift: ShiftPattern
    package let people: Int
    package let dates: DateSpan
    package let isHeld: Bool
    /// Yuan of all of them.
    package let price: Double
  }

  /// What is booked within some days, in order of supply, date and start; a seat that is held for whole
  /// months is one booking.
  package func bookings(within days: DateSpan? = nil) -> [Booking] {
    columns.indices.compactMap { index in
      let column = columns[index]
      guard counts[index] > 0, days.map({ column.dates.intersection($0) != nil }) ?? true else {
        return nil
      }
      return Booking(
        supply: column.supply, shift: column.shift, people: counts[index], dates: column.dates,
        isHeld: column.isHeld, price: prices[index] * Double(counts[index]))
    }.sorted {
      ($0.supply, $0.dates.first, $0.shift.hours.start, $0.shift.hours.length)
        < ($1.supply, $1.dates.first, $1.shift.hours.start, $1.shift.hours.length)
    }
  }

  /// What is booked by the day on the other days of the months, by supply: person-shifts, their price in
  /// yuan, and the first date.
  package func bookings(
    beside days: DateSpan
  ) -> [(supply: Int, shifts: Int, price: Double, first: CivilDate)] {
    design.supplies.indices.compactMap { supply in
      var (shifts, price) = (0, 0.0)
      var first: CivilDate?
      for (index, column) in columns.enumerated()
      where column.supply == supply && counts[index] > 0 && !column.isHeld {
        let beside = dates(of: column).filter { !days.contains($0) }
        shifts += counts[index] * beside.count
        price += prices[index] * Double(counts[index] * beside.count)
        if let date = beside.min() { first = min(first ?? date, date) }
      }
      return first.map { (supply, shifts, price, $0) }
    }
  }

  /// The staffing of some days.
  ///
  /// - Parameter leadDays: Days before the first that are staffed as the first is.
  package func lines(on days: DateSpan, leadDays: Int = 0) -> [StaffingLine] {
    struct Key: Hashable {
      let supply: Int
      let shift: ClockSpan
      let breaks: [ClockSpan]
      let agents: Int
    }
    var dates: [Key: Set<CivilDate>] = [:]
    var shifts: [Key: ShiftPattern] = [:]
    for (index, column) in columns.enumerated() where counts[index] > 0 {
      let within = self.dates(of: column).filter(days.contains)
      guard !within.isEmpty else { continue }
      let key = Key(
        supply: column.supply, shift: column.shift.hours, breaks: column.shift.breaks,
        agents: counts[index])
      shifts[key] = column.shift
      dates[key, default: []].formUnion(within)
      if within.contains(days.first) {
        dates[key, default: []].formUnion((0..<leadDays).map { days.first.advanced(by: -1 - $0) })
      }
    }
    return dates.keys.sorted {
      ($0.supply, $0.shift.start, $0.shift.length, $0.breaks.first?.start ?? .midnight, $0.agents)
        < (
          $1.supply, $1.shift.start, $1.shift.length, $1.breaks.first?.start ?? .midnight, $1.agents
        )
    }.compactMap { key in
      guard let shift = shifts[key], let dates = dates[key] else { return nil }
      return design.supplies[key.supply].line(shift, agents: key.agents, dates: dates.spans)
    }
  }

  /// The days on which somebody of the column may work.
  func dates(of column: ShiftColumn) -> [CivilDate] {
    column.isHeld ? Array(column.dates) : likeDates[column.dates.first] ?? Array(column.dates)
  }

  /// Hours of work that differ, of those that are booked.
  package var distinctShifts: Int {
    Set(columns.indices.filter { counts[$0] > 0 }.map { columns[$0].shift.hours }).count
  }

  /// Person-hours on duty on some days.
  package func hours(on days: DateSpan) -> Double {
    zip(columns, counts).reduce(0) { sum, pair in
      let (column, count) = pair
      guard count > 0 else { return sum }
      let supply = design.supplies[column.supply]
      let worked = dates(of: column).filter { days.contains($0) && supply.works(on: $0) }.count
      return sum + Double(count * worked * column.shift.workedMinutes) / 60
    }
  }
}

extension StaffingLine {
  /// Person-hours on duty on some days.
  func hours(on days: DateSpan) -> Double {
    Double(agents * days.filter(works).count * shift.workedMinutes) / 60
  }
}

extension Set<CivilDate> {
  /// As spans without gaps, in order.
  var spans: [DateSpan] {
    var spans: [DateSpan] = []
    for date in sorted() {
      if let last = spans.last, last.last.advanced(by: 1) == date {
        spans[spans.count - 1] = DateSpan(unchecked: last.first, date)
      } else {
        spans.append(DateSpan(unchecked: date, date))
      }
    }
    return spans
  }
}
