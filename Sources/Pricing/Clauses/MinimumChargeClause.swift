// SPDX-License-Identifier: GPL-3.0-or-later

package import Money

/// The least that a full month costs over all clauses; part months by days (R6).
package struct MinimumChargeClause: Equatable, Sendable, BillingClause, CheckedClause {
  package var monthlyMinimum: Money

  package init(monthlyMinimum: Money) { self.monthlyMinimum = monthlyMinimum }

  var phase: BillingPhase { .floor }

  func charge(_ month: BilledMonth, on sheet: inout BillingSheet) throws(PricingError) {
    try sheet.topUp(to: monthlyMinimum, of: month, since: .zero)
  }

  func check(_ checker: inout ContractChecker) { checker.money("monthly_minimum", monthlyMinimum) }
}

extension BillingSheet {
  /// Charges what is missing to a month's minimum above the sum that stood at `start`.
  mutating func topUp(
    to minimum: Money, of month: BilledMonth, since start: Money
  ) throws(PricingError) {
    let least = try UnitPrice(minimum).amount(for: month.servedMonths)
    let missing = try least.subtracting(total.subtracting(start))
    guard missing > .zero else { return }
    try charge(.one, .units, at: UnitPrice(missing), .minimum(least))
  }
}
