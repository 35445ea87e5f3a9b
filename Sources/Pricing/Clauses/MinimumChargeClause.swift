// SPDX-License-Identifier: GPL-3.0-or-later

package import Money

/// The least that a full month costs over all clauses; part months by days (R6).
package struct MinimumChargeClause: Equatable, Sendable, BillingClause {
  package static let kind = ClauseKind.minimumCharge
  package static let example = MinimumChargeClause(monthlyMinimum: .yuan(1000))
  package var terms: ClauseTerms { .minimumCharge(self) }

  package var monthlyMinimum: Money

  package init(monthlyMinimum: Money) { self.monthlyMinimum = monthlyMinimum }

  var needs: ClauseNeeds { .nothing }
  var phase: BillingPhase { .floor }
  var detail: UsageDetail { .months }
  var isPricedByVolume: Bool { false }
  var singlePrice: UnitPrice? { nil }
  var scope: Contract.Scope { .chat }
  func billing(group: String) -> MinimumChargeClause { self }
  func requiredColumns(_ options: ReadingOptions) -> [UsageColumn] { [] }
  func warning(plan: String, clause: String, in language: ExplanationLanguage) -> String? { nil }

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
