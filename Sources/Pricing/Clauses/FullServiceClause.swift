// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
package import Money

/// The running of the whole shop: a fee for each contract year and a share of all sales (F14, R8).
///
/// The annual fee is a cost of the month in which the contract year begins; nothing of it is
/// prorated (R13). Wider in scope than a chat plan: see `Contract.Scope.wholeShop`.
package struct FullServiceClause: Equatable, Sendable, BillingClause {
  package static let kind = ClauseKind.fullService
  package static let example = FullServiceClause()
  package var terms: ClauseTerms { .fullService(self) }

  package var annualFee: Money
  package var commission: Percentage
  /// Working days after signing within which the fee is due (R7).
  package var feeDueWorkingDays: Int
  package var allowsAboveHundred: Bool

  package init(
    annualFee: Money = .yuan(160_000), commission: Percentage = Percentage(15),
    feeDueWorkingDays: Int = 2, allowsAboveHundred: Bool = false
  ) {
    self.annualFee = annualFee
    self.commission = commission
    self.feeDueWorkingDays = feeDueWorkingDays
    self.allowsAboveHundred = allowsAboveHundred
  }

  var needs: ClauseNeeds { .nothing }
  var phase: BillingPhase { .charge }
  var detail: UsageDetail { .months }
  var isPricedByVolume: Bool { false }
  var singlePrice: UnitPrice? { nil }
  var scope: Contract.Scope { .wholeShop }
  func billing(group: String) -> FullServiceClause { self }
  func requiredColumns(_ options: ReadingOptions) -> [UsageColumn] {
    [.shopSales] + (options.salesBasis == .netOfRefunds ? [.shopRefunds] : [])
  }
  func warning(plan: String, clause: String, in language: ExplanationLanguage) -> String? { nil }

  func charge(_ month: BilledMonth, on sheet: inout BillingSheet) throws(PricingError) {
    if let year = contractYear(beginningIn: month) {
      try sheet.charge(.one, .years, at: UnitPrice(annualFee), .annualFee(year: year))
    }
    let sales = try month.shopSales()
    guard sales != .zero else { return }
    try sheet.charge(
      commission, of: sales,
      .commission(basis: month.options.salesBasis, wholeShop: true, orders: nil))
  }

  /// The number (from 1) of the contract year whose first day was served in the month.
  private func contractYear(beginningIn month: BilledMonth) -> Int? {
    let served = month.usage.served
    let years = month.start.yearMonth.months(to: served.last.yearMonth) / 12
    return served.contains(month.start.adding(months: years * 12)) ? years + 1 : nil
  }

  func check(_ checker: inout ContractChecker) {
    checker.money("annual_fee", annualFee)
    checker.percentage("commission", commission, allowsAboveHundred: allowsAboveHundred)
    checker.range("fee_due_working_days", feeDueWorkingDays, 0...60)
  }
}
