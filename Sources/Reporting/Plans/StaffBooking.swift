// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Calendars
import Capacity
import Plans
import Scenarios

/// People of a supply on one shift: on which days how many, for how much, and when to book them.
struct StaffBooking: Sendable {
  let supply: ShiftSupply
  let shift: ShiftPattern
  /// By date of the months in which seats are held; days that a formula stands for are left out.
  let people: [CivilDate: Int]
  /// Of people who are booked by the day, person-shifts on the plan's days.
  let shifts: Int
  /// Yuan; of seats for their months, of others for the plan's days.
  let price: Double
  let isHeld: Bool
  let first: CivilDate
  let last: CivilDate
  /// The last day on which they can be booked, hired or agreed.
  let bookBy: CivilDate
  let isNoticeAssumed: Bool

  var most: Int { people.values.max() ?? 0 }

  /// In order of supply and start.
  static func all(in staffed: PlanUseCase.Staffed) -> [StaffBooking] {
    struct Key: Hashable {
      let supply: Int
      let hours: ClockSpan
      let breaks: [ClockSpan]
    }
    let days = staffed.planned.question.requirement.days
    let shifts = staffed.planned.shifts
    let bookings = Dictionary(grouping: shifts.bookings(within: days)) {
      Key(supply: $0.supply, hours: $0.shift.hours, breaks: $0.shift.breaks)
    }
    return bookings.sorted {
      (
        $0.key.supply, $0.key.hours.start, $0.key.hours.length,
        $0.key.breaks.first?.start ?? .midnight
      )
        < (
          $1.key.supply, $1.key.hours.start, $1.key.hours.length,
          $1.key.breaks.first?.start ?? .midnight
        )
    }.compactMap { key, bookings in
      let supply = shifts.design.supplies[key.supply]
      var people: [CivilDate: Int] = [:]
      for booking in bookings {
        for date in booking.dates where supply.works(on: date) {
          people[date, default: 0] += booking.people
        }
      }
      guard let first = bookings.map(\.dates.first).min(),
        let last = bookings.map(\.dates.last).max()
      else { return nil }
      let isHeld = bookings.contains(where: \.isHeld)
      let notice = BookingNotice(supply, under: staffed.plan)
      // Whoever is employed is there from the first day of the months on.
      let begins = supply.engagement == .own ? staffed.planned.question.bought.first : first
      return StaffBooking(
        supply: supply, shift: bookings[0].shift, people: people,
        shifts: isHeld ? 0 : bookings.reduce(0) { $0 + $1.people },
        price: bookings.sorted { $0.dates.first < $1.dates.first }.reduce(0) { $0 + $1.price },
        isHeld: isHeld, first: first, last: last,
        bookBy: notice.deadline(from: begins), isNoticeAssumed: notice.isAssumed)
    }
  }
}
