// SPDX-License-Identifier: GPL-3.0-or-later

package import Application
package import Pricing
package import Wording

/// One line of a plan's invoices, as `invoices.csv` has it.
package struct BilledLine: Sendable {
  package let plan: String
  package let clause: String
  package let line: InvoiceLine
  package let language: ExplanationLanguage

  package static func lines(of bills: [PlanBill], language: Language) -> [BilledLine] {
    bills.flatMap { bill -> [BilledLine] in
      guard let invoices = bill.invoices else { return [] }
      return invoices.lines.map {
        BilledLine(
          plan: bill.plan, clause: invoices.clauseName(of: $0), line: $0,
          language: language.ofExplanations)
      }
    }
  }
}

/// One movement of a plan's ledger, as `ledger.csv` has it.
package struct PlanLedgerRow: Sendable {
  package let plan: String
  package let row: LedgerRow

  package static func rows(of bills: [PlanBill]) -> [PlanLedgerRow] {
    bills.flatMap { bill in
      (bill.ledger?.rows ?? []).map { PlanLedgerRow(plan: bill.plan, row: $0) }
    }
  }
}

extension Language {
  var ofExplanations: ExplanationLanguage { self == .english ? .english : .chinese }
}
