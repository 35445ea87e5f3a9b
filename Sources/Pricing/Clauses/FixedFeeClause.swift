// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
package import Money

/// A fee that depends on nothing but time: a monthly base (F19), or a charge made once.
package struct FixedFeeClause: Equatable, Sendable, BillingClause {
  package static let kind = ClauseKind.fixedFee
  package static let example = FixedFeeClause(fee: .yuan(1000))
  package var terms: ClauseTerms { .fixedFee(self) }

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

  var needs: ClauseNeeds { .nothing }
  var phase: BillingPhase { .charge }
  var detail: UsageDetail { .months }
  var isPricedByVolume: Bool { false }
  var singlePrice: UnitPrice? { nil }
  var scope: Contract.Scope { .chat }
  func billing(group: String) -> FixedFeeClause { self }
  func requiredColumns(_ options: ReadingOptions) -> [UsageColumn] { [] }
  func warning(plan: String, clause: String, in language: ExplanationLanguage) -> String? { nil }

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

extension Explanation {
  fileprivate static let chargedOnce = Explanation.own(
    key: "charged_once", en: "charged once", zh: "一次性收取")
}
