// SPDX-License-Identifier: GPL-3.0-or-later

/// One mistake in a contract: where, what was found, what is allowed.
package struct ContractProblem: Equatable, Sendable {
  package enum Rule: Equatable, Sendable {
    case mustNotBeEmpty
    case mustNotBeNegative
    case mustBePositive
    case percentageAboveHundred
    /// A percentage above 100 needs `allow_above_hundred`.
    case percentageNeedsWord
    /// A bracket must start where the one before it ends.
    case bracketsMustMeet(previousEnd: String)
    case bracketsMustRise
    /// Only the last bracket may be open at the top.
    case onlyLastBracketMayBeOpen
    /// An open last bracket leaves nothing for an overflow price.
    case overflowAfterOpenBracket
    case mustBeOneOf([String])
    case mustBeWithin(String)
    case duplicateName
    /// The contract has terms of its life and nothing that charges.
    case mustBill
    /// The two choices contradict each other; `instead` is what may stand there beside the other.
    case cannotCombine(with: String, instead: String)
    case amountTooLarge
  }

  /// Path inside the contract, as in `clauses[2].tiers[1].from`.
  package var path: String
  /// The offending value as written.
  package var found: String
  package var rule: Rule

  package init(path: String, found: String, rule: Rule) {
    self.path = path
    self.found = found
    self.rule = rule
  }
}
