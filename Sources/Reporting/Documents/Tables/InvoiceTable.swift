// SPDX-License-Identifier: GPL-3.0-or-later

import Exports
package import Planning
package import Pricing
package import Wording

/// One line of one replication's invoices.
package struct InvoiceRow: Sendable {
  package let plan: String
  package let replication: Int
  /// Place among the replication's lines, from 1.
  package let number: Int
  package let clause: String
  package let line: InvoiceLine
  package let language: Language

  /// Every line, plan by plan and replication by replication.
  package static func rows(
    of plans: [PlanOutcome], language: Language
  ) -> some Sequence<InvoiceRow> {
    plans.lazy.flatMap { plan in
      plan.billing.invoices.enumerated().lazy.flatMap { replication, invoices -> [InvoiceRow] in
        invoices.lines.enumerated().map { number, line in
          InvoiceRow(
            plan: plan.name, replication: replication, number: number + 1,
            clause: invoices.clauseName(of: line), line: line, language: language)
        }
      }
    }
  }
}

extension CSVTable<InvoiceRow> {
  package static let invoices = CSVTable(
    file: "invoices.csv",
    row: Localized(
      en:
        "One row per invoice line of every replication; `quantity_exact` × `unit_price` = `amount`.",
      zh: "每次模拟的每条账单明细一行；quantity_exact × unit_price = amount。"),
    key: ["plan", "replication", "line"],
    columns: [
      CSVColumn("plan", en: "Key of the plan", zh: "方案的键") { .text($0.plan) },
      CSVColumn(
        "replication", as: .integer, en: "Number of the replication, from 0", zh: "模拟序号，从 0 起"
      ) {
        .integer($0.replication)
      },
    ]
      + CSVColumn.invoiceLine(
        { $0.line }, clause: { $0.clause },
        reading: { $0.line.explanation(in: $0.language.ofExplanations) })
      + [CSVColumn.place("line", "lines of the replication", "该次模拟的明细") { $0.number }])
}
