// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Plans
package import Pricing
package import Scenarios

/// How long before the first shift somebody must be booked, hired or agreed.
package struct BookingNotice: Equatable, Sendable {
  /// A month is a calendar month, whatever its days.
  package let length: SeatTerms.Length
  /// Whether nobody says it.
  package let isAssumed: Bool

  private static let shortTerm = SeatTerms.Length.days(7)
  /// Hiring starts about a month ahead (F26).
  private static let hiring = SeatTerms.Length.months(1)

  package init(_ supply: ShiftSupply, under plan: Plan) {
    if let days = supply.noticeDays {
      self.init(length: .days(days), isAssumed: false)
      return
    }
    switch supply.engagement {
    case .shortTerm: self.init(length: Self.shortTerm, isAssumed: true)
    case .own: self.init(length: Self.hiring, isAssumed: true)
    case .dedicated, .shared:
      let terms = plan.contract.clauses.compactMap(\.terms.seatTerms).first ?? .assumed
      self.init(length: terms.noticeToAdd, isAssumed: terms.isAssumed)
    }
  }

  private init(length: SeatTerms.Length, isAssumed: Bool) {
    self.length = length
    self.isAssumed = isAssumed
  }

  /// The last day on which people can be had from a day on.
  package func deadline(from first: CivilDate) -> CivilDate { length.before(first) }
}
