// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
package import Money

/// A fee that depends on nothing but time: a monthly base (F19), or a charge made once.
package struct FixedFeeClause: Equatable, Sendable, BillingClause, CheckedClause {
  package enum Period: String, CaseIterable, Sendable {
    /// Every month, part months by days (R6).
    case month
    /// In the first month, whole.
    case once
  }

  package var fee: Money
  package var period: Period

  package init(fee: Money, period: Period = .month) {
    self.fee = fee
    self.period = period
  }

  func charge(_ month: BilledMonth, on sheet: inout BillingSheet) throws(PricingError) {
    switch period {
    case .month:
      try sheet.charge(
        month.servedMonths, .months, at: UnitPrice(fee),
        .partMonth(days: month.servedDays, dayBase: month.dayBase))
    case .once:
      guard month.usage.served.contains(month.start) else { return }
      try sheet.charge(.one, .units, at: UnitPrice(fee), .chargedOnce)
    }
  }

  func check(_ checker: inout ContractChecker) { checker.money("fee", fee) }
}
