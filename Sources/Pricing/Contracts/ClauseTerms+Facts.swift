// SPDX-License-Identifier: GPL-3.0-or-later

package import Money

/// What a clause says of itself; one that does not bill has no price, no people and no volume.
extension ClauseTerms {
  package var kind: ClauseKind { type(of: clause).kind }

  var billing: (any BillingClause)? { clause as? any BillingClause }

  package var bills: Bool { billing != nil }

  /// The staffing group whose work is billed, where the clause counts people.
  package var people: BilledPeople? { billing?.needs.people }

  package var isPricedByVolume: Bool { billing?.isPricedByVolume ?? false }

  package var singlePrice: UnitPrice? { billing?.singlePrice }

  package func requiredColumns(_ options: ReadingOptions) -> [UsageColumn] {
    clause.requiredColumns(options)
  }

  /// Whether there is something that the owner should read before signing.
  package var warns: Bool { warning(plan: "", clause: "", in: .english) != nil }

  package func warning(
    plan: String, clause name: String, in language: ExplanationLanguage
  ) -> String? {
    clause.warning(plan: plan, clause: name, in: language)
  }

  /// The clause with people of another name; the same where it bills no people.
  package func billing(group: String) -> ClauseTerms {
    billing.map { Self.billing($0, group: group) } ?? self
  }

  private static func billing(_ clause: some BillingClause, group: String) -> ClauseTerms {
    clause.billing(group: group).terms
  }
}

/// What the clauses of a contract say together.
extension Contract {
  /// Whether the volume of inquiries sets the price, seats apart.
  package var isPricedByVolume: Bool { clauses.contains { $0.terms.isPricedByVolume } }

  /// Which breakdowns of the usage the clauses look at.
  package var detail: UsageDetail {
    clauses.reduce(.months) { $0 + ($1.terms.billing?.detail ?? .months) }
  }

  /// The widest scope of the clauses: running the shop is wider than answering its chats (F14).
  package static func scope(of clauses: [Clause]) -> Scope {
    clauses.contains { $0.terms.billing?.scope == .wholeShop } ? .wholeShop : .chat
  }
}
