// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
import Plans
import Pricing
import Scenarios

/// What has to be done by which date so that a year's people are there, or gone.
package struct YearAction: Equatable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    /// Seats, or own people, of the first month.
    case begin
    case add
    case giveBack = "return"
    case hire
    /// Short-term people for a window of days.
    case book
  }

  package let kind: Kind
  /// Its place in the design.
  package let supply: Int
  /// Seats or heads; of bookings the most on one day.
  package let people: Int
  /// Of bookings; 0 for others.
  package let personShifts: Int
  /// Days for which it holds; of seats and heads until the number changes again.
  package let days: DateSpan
  /// The last day to do it.
  package let deadline: CivilDate
  package let isNoticeAssumed: Bool
  /// Yuan: of seats for the first month, of hires until they work, of bookings in all, of returned seats
  /// what a month of them would have cost.
  package let price: Double
  /// Promotions that run on the days of a booking.
  package let promotions: [String]
}

extension YearPlan {
  /// In order of the dates by which they are due.
  package var actions: [YearAction] {
    staff.shifts.design.supplies.indices.flatMap { supply in
      switch staff.shifts.design.supplies[supply].engagement {
      case .dedicated: seatActions(supply)
      case .own: hires(supply)
      case .shortTerm: bookings(supply)
      case .shared: [YearAction]()
      }
    }.sorted {
      ($0.deadline, $0.days.first, $0.supply) < ($1.deadline, $1.days.first, $1.supply)
    }
  }

  private func notice(_ supply: Int) -> BookingNotice {
    BookingNotice(staff.shifts.design.supplies[supply], under: question.plan)
  }

  /// Seats of a supply by month.
  package func seats(_ supply: Int) -> [Int] { staff.heads(of: supply) }

  private func seatActions(_ supply: Int) -> [YearAction] {
    let seats = seats(supply)
    let notice = notice(supply)
    let terms: SeatTerms =
      if case .seats(let terms) = self.terms[supply] { terms } else { .assumed }
    return staff.months.indices.compactMap { month in
      let before = month > 0 ? seats[month - 1] : 0
      let change = seats[month] - before
      guard change != 0 else { return nil }
      let first = staff.months[month].first
      let last =
        seats.indices[month...].first { seats[$0] != seats[month] }
        .map { staff.months[$0 - 1].last } ?? staff.months[seats.count - 1].last
      let priced = change > 0 ? month : month - 1
      let price = staff.shifts.bookings(within: staff.months[priced])
        .filter { $0.supply == supply }.reduce(0) { $0 + $1.price }
      return YearAction(
        kind: change < 0 ? .giveBack : month == 0 ? .begin : .add, supply: supply,
        people: abs(change), personShifts: 0, days: DateSpan(unchecked: first, last),
        deadline: change < 0
          ? terms.noticeToReturn.before(first) : notice.deadline(from: first),
        isNoticeAssumed: change < 0 ? terms.isAssumed : notice.isAssumed,
        price: price * Double(abs(change)) / Double(max(1, seats[priced])), promotions: [])
    }
  }

  /// People to hire for each month so that growth and expected leavers are there on its first day: whole
  /// people as soon as the expectation has grown to one.
  package func hired(_ supply: Int) -> [Int] {
    guard case .own(let team) = terms[supply] else { return staff.months.map { _ in 0 } }
    let heads = staff.employed[supply]
    var (expected, given) = (0.0, 0)
    // Expected, of whom more may be there than are counted: a part of a person is no post to fill.
    var there = Double(team.existing ?? heads[0])
    return heads.indices.map { month in
      if month > 0 { there *= 1 - team.turnover }
      expected += max(0, Double(heads[month]) - there)
      there = max(there, Double(heads[month]))
      let whole = max(0, Int((expected + 0.5).rounded(.down)) - given)
      given += whole
      return whole
    }
  }

  private func hires(_ supply: Int) -> [YearAction] {
    guard case .own(let team) = terms[supply] else { return [] }
    let notice = notice(supply)
    let heads = staff.employed[supply]
    let last = staff.months[heads.count - 1].last
    var actions: [YearAction] = []
    let there = min(heads[0], team.existing ?? heads[0])
    if there > 0 {
      actions.append(
        YearAction(
          kind: .begin, supply: supply, people: there, personShifts: 0,
          days: DateSpan(unchecked: staff.months[0].first, last),
          deadline: staff.months[0].first, isNoticeAssumed: team.existing == nil, price: 0,
          promotions: []))
    }
    for (month, people) in hired(supply).enumerated() where people > 0 {
      let first = staff.months[month].first
      actions.append(
        YearAction(
          kind: .hire, supply: supply, people: people, personShifts: 0,
          days: DateSpan(unchecked: first, last),
          deadline: notice.isAssumed
            ? team.searchStart(before: first)
            : min(team.searchStart(before: first), notice.deadline(from: first)),
          isNoticeAssumed: notice.isAssumed, price: team.hirePrice * Double(people),
          promotions: []))
    }
    return actions
  }

  /// Days of short-term people that lie no further apart are one window.
  private static let windowGap = 7

  private func bookings(_ supply: Int) -> [YearAction] {
    let notice = notice(supply)
    var byDate: [CivilDate: (people: Int, price: Double)] = [:]
    for (date, people, price) in staff.shifts.dailyBookings(of: supply) {
      let known = byDate[date] ?? (0, 0)
      byDate[date] = (known.people + people, known.price + price)
    }
    var windows: [[CivilDate]] = []
    for date in byDate.keys.sorted() {
      if let last = windows.last?.last, last.days(to: date) <= Self.windowGap {
        windows[windows.count - 1].append(date)
      } else {
        windows.append([date])
      }
    }
    return windows.map { dates in
      let booked = dates.compactMap { byDate[$0] }
      return YearAction(
        kind: .book, supply: supply, people: booked.map(\.people).max() ?? 0,
        personShifts: booked.reduce(0) { $0 + $1.people },
        days: DateSpan(unchecked: dates[0], dates[dates.count - 1]),
        deadline: notice.deadline(from: dates[0]), isNoticeAssumed: notice.isAssumed,
        price: booked.reduce(0) { $0 + $1.price },
        promotions: promotions(on: Set(dates)))
    }
  }

  private func promotions(on dates: Set<CivilDate>) -> [String] {
    var names: [String] = []
    for kind in kinds where kind.dates.contains(where: dates.contains) {
      for name in kind.promotions where !names.contains(name) { names.append(name) }
    }
    return names
  }
}

extension ShiftPlan {
  /// People of a supply who are booked by the day, by date and shift, with the price of each date.
  package func dailyBookings(
    of supply: Int
  ) -> [(date: CivilDate, people: Int, price: Double)] {
    columns.indices.filter { columns[$0].supply == supply && counts[$0] > 0 && !columns[$0].isHeld }
      .flatMap { index in
        dates(of: columns[index]).map {
          ($0, counts[index], prices[index] * Double(counts[index]))
        }
      }
  }
}
