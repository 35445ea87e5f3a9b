// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
import Pricing
import Scenarios

/// Seats whose term or notice binds them beyond the horizon, so that no bill within it tells their whole price.
package struct SeatObligation: Equatable, Sendable {
  /// Its place in the design.
  package let supply: Int
  /// The month in which they were added, by its place in the horizon.
  package let month: Int
  package let seats: Int
  /// Their last day.
  package let until: CivilDate
  /// Yuan of all of them after the horizon, at the price of its last whole month.
  package let price: Double
}

extension YearPlan {
  /// Of the seats that are held on the last day, those that cannot be returned with it; the first to be freed
  /// are taken to be returned first.
  package var obligations: [SeatObligation] {
    staff.shifts.design.supplies.indices.flatMap(obligations)
  }

  /// Yuan that all of them cost beyond the horizon.
  package var boundPrice: Double { obligations.reduce(0) { $0 + $1.price } }

  private func obligations(_ supply: Int) -> [SeatObligation] {
    guard case .seats(let terms) = self.terms[supply], !terms.isAssumed else { return [] }
    let seats = staff.heads(of: supply)
    let end = question.requirement.days.last.advanced(by: 1)
    let price = lastSeatPrice(supply)
    return held(seats, under: terms).compactMap { month, count in
      var release = terms.release(ofSeatFrom: staff.months[month].first)
      if terms.step == .month, release.day != 1 {
        release = release.yearMonth.advanced(by: 1).days.first
      }
      guard count > 0, release > end else { return nil }
      let last = release.advanced(by: -1)
      return SeatObligation(
        supply: supply, month: month, seats: count, until: last,
        price: price * Double(count) * DateSpan(unchecked: end, last).inMonths)
    }
  }

  /// Of the seats on the last day, how many came with each month.
  private func held(_ seats: [Int], under terms: SeatTerms) -> [(month: Int, count: Int)] {
    var held: [(month: Int, count: Int)] = []
    for (month, count) in seats.enumerated() {
      var change = count - (month > 0 ? seats[month - 1] : 0)
      if change > 0 { held.append((month, change)) }
      while change < 0, let first = held.first {
        let gone = min(first.count, -change)
        held[0].count -= gone
        change += gone
        if held[0].count == 0 { held.removeFirst() }
      }
    }
    return held
  }

  /// Yuan of one seat in the last month that the horizon holds as a whole, or else in its last.
  private func lastSeatPrice(_ supply: Int) -> Double {
    let seats = staff.heads(of: supply)
    let months = staff.months.indices.filter { seats[$0] > 0 }
    guard
      let month = months.last(where: { staff.months[$0] == staff.months[$0].first.yearMonth.days })
        ?? months.last
    else { return 0 }
    let price = staff.shifts.bookings(within: staff.months[month])
      .filter { $0.supply == supply }.reduce(0) { $0 + $1.price }
    return price / Double(seats[month])
  }
}

extension DateSpan {
  /// Calendar months, a part of one by its days.
  fileprivate var inMonths: Double {
    var (sum, first) = (0.0, first)
    while first <= last {
      let month = first.yearMonth.days
      let days = DateSpan(unchecked: first, Swift.min(last, month.last)).count
      sum += Double(days) / Double(month.count)
      first = month.last.advanced(by: 1)
    }
    return sum
  }
}
