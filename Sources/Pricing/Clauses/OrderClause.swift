// SPDX-License-Identifier: GPL-3.0-or-later

import Money

/// A price for each order that agents closed, by the month's number of orders.
package struct OrderClause: Equatable, Sendable, BillingClause {
  package static let kind = ClauseKind.orders
  package static let example = OrderClause(brackets: [
    PerConversationClause.Bracket(price: .yuan(1))
  ])
  package var terms: ClauseTerms { .orders(self) }

  /// Brackets of orders a month; an open last bracket takes any number.
  package var brackets: [PerConversationClause.Bracket]
  package var mode: TierMode
  package var inquiryTypes: [String]

  package init(
    brackets: [PerConversationClause.Bracket], mode: TierMode = .slab,
    inquiryTypes: [String] = []
  ) {
    self.brackets = brackets
    self.mode = mode
    self.inquiryTypes = inquiryTypes
  }

  var needs: ClauseNeeds {
    ClauseNeeds(inquiryTypes: inquiryTypes, conversations: .none, people: nil, result: nil)
  }
  var phase: BillingPhase { .charge }
  var detail: UsageDetail { .months }
  var isPricedByVolume: Bool { true }
  var singlePrice: UnitPrice? { nil }
  var scope: Contract.Scope { .chat }
  func billing(group: String) -> OrderClause { self }
  func requiredColumns(_ options: ReadingOptions) -> [UsageColumn] { [.orders] }
  func warning(plan: String, clause: String, in language: ExplanationLanguage) -> String? { nil }

  func charge(_ month: BilledMonth, on sheet: inout BillingSheet) throws(PricingError) {
    let orders = Fraction(try month.orders())
    try brackets.forEachPart(of: orders, mode, month) { index, part throws(PricingError) in
      guard !part.isZero else { return }
      try sheet.charge(
        part, .orders, at: brackets[index].price,
        .bracket(
          index: index, from: brackets.lowerBound(of: index), upTo: brackets[index].upTo,
          key: .monthTotal, mode: mode))
    }
  }

  func check(_ checker: inout ContractChecker) { brackets.check(&checker) }
}
