// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
package import Plans
import Pricing
package import Scenarios

/// Days before the first shift by which somebody must be booked, hired or agreed.
package struct BookingNotice: Equatable, Sendable {
  package let days: Int
  /// Whether nobody says it.
  package let isAssumed: Bool

  private static let shortTerm = 7
  /// Hiring starts about a month ahead (F26).
  private static let hiring = 30

  package init(_ supply: ShiftSupply, under plan: Plan) {
    if let days = supply.noticeDays {
      self.init(days: days, isAssumed: false)
      return
    }
    switch supply.engagement {
    case .shortTerm: self.init(days: Self.shortTerm, isAssumed: true)
    case .own: self.init(days: Self.hiring, isAssumed: true)
    case .dedicated, .shared:
      let terms = plan.contract.clauses.compactMap(\.terms.seatTerms).first ?? .assumed
      let start = CivilDate(unchecked: 2026, 1, 1)
      self.init(
        days: start.days(to: terms.noticeToAdd.after(start)), isAssumed: terms.isAssumed)
    }
  }

  private init(days: Int, isAssumed: Bool) {
    self.days = days
    self.isAssumed = isAssumed
  }
}
