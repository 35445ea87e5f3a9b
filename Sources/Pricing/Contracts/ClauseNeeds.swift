// SPDX-License-Identifier: GPL-3.0-or-later

/// What a clause reads from a usage, by name; resolved to columns once before pricing.
struct ClauseNeeds {
  /// Inquiry types, or empty for all of them.
  var inquiryTypes: [String] = []
  /// Whether billable conversations are counted at all.
  var countsConversations = false
  /// The clause's own definition; `nil` takes the contract's.
  var conversation: EffectiveConversation?
  var group: String?
  var result: String?
}

/// A clause that turns a month's usage into invoice lines.
protocol BillingClause: Sendable, Equatable {
  var needs: ClauseNeeds { get }
  /// Clauses of a later phase see the sums of the earlier ones, so their order in the contract
  /// does not matter.
  var phase: BillingPhase { get }
  func charge(_ month: BilledMonth, on sheet: inout BillingSheet) throws(PricingError)
}

extension BillingClause {
  var needs: ClauseNeeds { ClauseNeeds() }
  var phase: BillingPhase { .charge }
}

/// The order in which clauses are charged within a month.
enum BillingPhase: Int, CaseIterable, Comparable {
  /// Prices of quantities.
  case charge
  /// Bonus and malus, which may be shares of the charges.
  case adjustment
  /// The minimum, which tops up everything before it.
  case floor

  static func < (left: BillingPhase, right: BillingPhase) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// A clause that can check its own values.
protocol CheckedClause {
  func check(_ checker: inout ContractChecker)
}
