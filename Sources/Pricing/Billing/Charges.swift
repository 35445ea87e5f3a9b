// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Money

/// What a contract charges for consecutive billing months, in sums.
package struct Charges: Sendable, Equatable {
  package var months: [YearMonth]
  /// The sum of each billing month, in order.
  package var monthly: [Money]
  /// The sum of each clause over all months, in the contract's order.
  package var clauses: [Money]
  package var total: Money
  /// The same line by line, where lines were wanted.
  package var invoices: Invoices?
}
