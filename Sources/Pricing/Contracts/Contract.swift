// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars

/// A way to buy (or to provide) the service: a list of clauses as data.
///
/// Call `validate()` before pricing; a contract without problems can only fail on a usage that does
/// not fit it.
package struct Contract: Equatable, Sendable {
  /// How much of the shop's business the contract covers.
  package enum Scope: String, CaseIterable, Hashable, Sendable {
    case chat
    /// Runs the whole shop (F14): shown beside chat plans, not ranked with them.
    case wholeShop = "whole_shop"
  }

  package var name: String
  package var clauses: [Clause]
  /// The days on which the service runs; `nil` means for as long as the usage goes.
  package var term: DateSpan?
  /// The day of signing; `nil` means the first day of the term.
  package var signed: CivilDate?
  package var scope: Scope
  package var options: ReadingOptions
  package var settlement: Settlement
  /// ISO 4217.
  package var currency: String

  package init(
    name: String, clauses: [Clause], term: DateSpan? = nil, signed: CivilDate? = nil,
    scope: Scope = .chat, options: ReadingOptions = ReadingOptions(),
    settlement: Settlement = Settlement(), currency: String = "CNY"
  ) {
    self.name = name
    self.clauses = clauses
    self.term = term
    self.signed = signed
    self.scope = scope
    self.options = options
    self.settlement = settlement
    self.currency = currency
  }
}

/// When a month's invoice is paid.
package struct Settlement: Equatable, Hashable, Sendable {
  /// The month, relative to the month served, in which payment is due: 0 the same, 1 the following.
  package var monthsAfter: Int
  /// The last day of that month on which payment is in time (F14: the 15th, R12); clamped to the
  /// month's end.
  package var day: Int
  /// Whether a due date on a day off moves to the next working day. The source does not say so.
  package var movesToWorkingDay: Bool

  package init(monthsAfter: Int = 1, day: Int = 15, movesToWorkingDay: Bool = false) {
    self.monthsAfter = monthsAfter
    self.day = day
    self.movesToWorkingDay = movesToWorkingDay
  }
}
