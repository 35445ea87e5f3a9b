// SPDX-License-Identifier: GPL-3.0-or-later

import Money

/// A kind of clause, and the questions that everybody asks about it.
///
/// No question has a standard answer: a kind that forgets one does not compile. Nobody outside asks
/// which kind a clause is.
package protocol ContractClause: Equatable, Sendable {
  static var kind: ClauseKind { get }
  /// A sound clause of the kind, in place of all of them.
  static var example: Self { get }
  /// The clause among the kinds.
  var terms: ClauseTerms { get }
}

/// What pricing itself asks of every clause.
protocol CheckedClause: ContractClause {
  /// Reports values that no such clause may have.
  func check(_ checker: inout ContractChecker)
  /// What a recorded usage must tell; silence would pass as zero.
  func requiredColumns(_ options: ReadingOptions) -> [UsageColumn]
  /// A sentence that the owner should read before signing; `nil` for none.
  ///
  /// - Parameters:
  ///   - plan: The plan's title.
  ///   - clause: The clause's name.
  func warning(
    plan: String, clause: String, in language: ExplanationLanguage
  ) -> String?
}

/// A clause that turns a month's usage into invoice lines.
protocol BillingClause: CheckedClause {
  var needs: ClauseNeeds { get }
  /// Clauses of a later phase see the sums of the earlier ones, so their order in the contract
  /// does not matter.
  var phase: BillingPhase { get }
  /// The finer counts that are looked at.
  var detail: UsageDetail { get }
  /// Whether the volume of inquiries or orders sets the price, seats apart.
  var isPricedByVolume: Bool { get }
  /// The price of a clause that has only one, for negotiating; `nil` where there are several.
  var singlePrice: UnitPrice? { get }
  /// How much of the shop's business the clause buys.
  var scope: Contract.Scope { get }
  /// The clause with people of another name; the same where it bills no people.
  func billing(group: String) -> Self
  func charge(_ month: BilledMonth, on sheet: inout BillingSheet) throws(PricingError)
}

/// What a clause reads from a usage, by name; resolved to columns once before pricing.
struct ClauseNeeds {
  /// Inquiry types, or empty for all of them.
  var inquiryTypes: [String]
  var conversations: CountedConversations
  /// The people whose work is billed; `nil` for none, or an agreed number.
  var people: BilledPeople?
  /// Name of a measured result.
  var result: String?

  static let nothing = ClauseNeeds(
    inquiryTypes: [], conversations: .none, people: nil, result: nil)
}

/// The billable conversations that a clause counts.
enum CountedConversations {
  case none
  /// By the clause's own definition; `nil` takes the contract's.
  case defined(EffectiveConversation?)
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
