// SPDX-License-Identifier: GPL-3.0-or-later

package import Application
package import Pricing
package import Wording

/// One line of a plan's invoices, as `invoices.csv` has it.
package struct BilledLine: Sendable {
  package let plan: String
  /// Place among the plan's lines, from 1.
  package let number: Int
  package let clause: String
  package let line: InvoiceLine
  package let language: ExplanationLanguage

  package static func lines(of bills: [PlanBill], language: Language) -> [BilledLine] {
    bills.flatMap { bill -> [BilledLine] in
      guard let invoices = bill.invoices else { return [] }
      return invoices.lines.enumerated().map { number, line in
        BilledLine(
          plan: bill.plan, number: number + 1, clause: invoices.clauseName(of: line), line: line,
          language: language.ofExplanations)
      }
    }
  }
}

/// One movement of a plan's ledger, as `ledger.csv` has it.
package struct PlanLedgerRow: Sendable {
  package let plan: String
  /// Place among the plan's movements, from 1.
  package let number: Int
  package let row: LedgerRow

  package static func rows(of bills: [PlanBill]) -> [PlanLedgerRow] {
    bills.flatMap { bill in
      (bill.ledger?.rows ?? []).enumerated().map {
        PlanLedgerRow(plan: bill.plan, number: $0.offset + 1, row: $0.element)
      }
    }
  }
}

extension Language {
  var ofExplanations: ExplanationLanguage { self == .english ? .english : .chinese }
}
