// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars

/// Where the number of seats comes from.
package enum SeatSource: Equatable, Sendable {
  /// A number in the contract, changed on dates (F20).
  case agreed(Int, changes: [SeatChange])
  /// The seats that the usage reports for a staffing group.
  case staffed(group: String)

  package static func agreed(_ count: Int) -> SeatSource { .agreed(count, changes: []) }

  /// The people who hold the seats; `nil` where a number is agreed.
  var people: BilledPeople? {
    if case .staffed(let group) = self { BilledPeople(group: group, work: .seats) } else { nil }
  }

  var requiredColumns: [UsageColumn] { people == nil ? [] : [.seats] }

  /// The seats of another group; the same where a number is agreed.
  func billing(group: String) -> SeatSource { people == nil ? self : .staffed(group: group) }

  /// Seats × days of the month served.
  func seatDays(in month: BilledMonth) throws(PricingError) -> Int64 {
    switch self {
    case .staffed:
      return month.staffing().seatDays
    case .agreed(let count, let changes):
      let served = month.usage.served
      var days = try product(Int64(count), Int64(served.count))
      for change in changes {
        let affected = change.date.days(to: served.last) + (change.isReturn ? 0 : 1)
        let held = Int64(min(max(affected, 0), served.count))
        let extra = try product(Int64(change.count), held)
        days += change.isReturn ? -extra : extra
      }
      return max(days, 0)
    }
  }

  private func product(_ left: Int64, _ right: Int64) throws(PricingError) -> Int64 {
    let (value, overflow) = left.multipliedReportingOverflow(by: right)
    guard !overflow, value.magnitude < 1 << 60 else { throw .quantityTooLarge }
    return value
  }

  func check(_ checker: inout ContractChecker) {
    switch self {
    case .staffed(let group):
      checker.notEmpty("group", group)
    case .agreed(let count, let changes):
      checker.range("agreed_seats", count, 0...1_000_000)
      for (index, change) in changes.enumerated() {
        checker.range(
          "seat_changes[\(index)].\(change.isReturn ? "returned" : "added")", change.count,
          1...1_000_000)
      }
      checkHeld(count, changes, &checker)
    }
  }
}

extension SeatSource {
  /// More seats than are held cannot be returned.
  private func checkHeld(
    _ count: Int, _ changes: [SeatChange], _ checker: inout ContractChecker
  ) {
    var held = count
    // Of one day, what is added counts before what goes.
    let ordered = changes.enumerated().sorted {
      ($0.element.begins, $0.element.isReturn ? 1 : 0)
        < ($1.element.begins, $1.element.isReturn ? 1 : 0)
    }
    for (index, change) in ordered {
      let before = held
      held += change.isReturn ? -change.count : change.count
      if held < 0 {
        checker.report(
          "seat_changes[\(index)].returned", found: String(change.count),
          .mustBeWithin("at most the \(before) seats held then"))
        return
      }
    }
  }
}

/// Seats added or returned during the term; first and last day both count (R6).
package struct SeatChange: Equatable, Sendable {
  package var date: CivilDate
  package var count: Int
  package var isReturn: Bool

  /// The first day with the new number of seats.
  fileprivate var begins: CivilDate { isReturn ? date.advanced(by: 1) : date }

  /// `count` more seats from `date` on, that day included.
  package static func added(_ count: Int, from date: CivilDate) -> SeatChange {
    SeatChange(date: date, count: count, isReturn: false)
  }

  /// `count` fewer seats, `lastDay` being the last day on which they served.
  package static func returned(_ count: Int, lastDay: CivilDate) -> SeatChange {
    SeatChange(date: lastDay, count: count, isReturn: true)
  }
}
