// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars

extension Contract {
  /// All mistakes in the contract itself, in the order of its text; empty if it can be priced.
  package func validate() -> [ContractProblem] {
    var checker = ContractChecker()
    checker.notEmpty("name", name)
    checker.notEmpty("currency", currency)
    if !currency.isEmpty, !currency.isCurrencyCode {
      checker.report(
        "currency", found: currency, .mustBeWithin("three capital letters such as CNY"))
    }
    if clauses.isEmpty { checker.report("clauses", found: "[]", .mustNotBeEmpty) }
    if !clauses.isEmpty, !clauses.contains(where: \.terms.bills) {
      checker.report(
        "clauses", found: clauses.map(\.terms.kind.rawValue).joined(separator: ", "), .mustBill)
    }
    if let term, let signed, signed > term.last {
      checker.report("signed", found: signed.description, .mustBeWithin("\(term.last) or earlier"))
    }
    checker.range("settlement.months_after", settlement.monthsAfter, 0...24)
    checker.range("settlement.day", settlement.day, 1...31)
    checker.percentage("options.tax_rate", options.taxRate)
    var names: Set<String> = []
    var lifeKinds: Set<ClauseKind> = []
    for (index, clause) in clauses.enumerated() {
      checker.inside("clauses[\(index)]") { checker in
        checker.notEmpty("name", clause.name)
        if !names.insert(clause.name).inserted {
          checker.report("name", found: clause.name, .duplicateName)
        }
        if !clause.terms.bills, !lifeKinds.insert(clause.terms.kind).inserted {
          checker.report("kind", found: clause.terms.kind.rawValue, .duplicateName)
        }
        clause.terms.clause.check(&checker)
        if case .defined(let conversation?) = clause.terms.billing?.needs.conversations {
          checker.inside("conversation") { conversation.check(&$0) }
        }
      }
    }
    checker.inside("options.conversation") { options.conversation.check(&$0) }
    return checker.problems
  }
}

extension String {
  /// Three capital letters, the form of ISO 4217.
  fileprivate var isCurrencyCode: Bool {
    utf8.count == 3 && utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
  }
}

extension EffectiveConversation {
  func check(_ checker: inout ContractChecker) {
    checker.range("answered_within", answeredWithin, 1...86_400)
    checker.range("minimum_duration", minimumDuration, 0...86_400)
    if base == .arrived, answeredWithin != nil {
      checker.report(
        "answered_within", found: answeredWithin.map { "\($0) s" } ?? "",
        .cannotCombine(with: "base: arrived", instead: "nothing, or base: answered"))
    }
  }
}
