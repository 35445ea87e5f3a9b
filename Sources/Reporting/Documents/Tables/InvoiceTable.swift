// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Money
package import Planning
package import Pricing
package import Wording

/// One line of one replication's invoices.
package struct InvoiceRow: Sendable {
  package let plan: String
  package let replication: Int
  package let clause: String
  package let line: InvoiceLine
  package let language: Language

  /// Every line, plan by plan and replication by replication.
  package static func rows(
    of plans: [PlanOutcome], language: Language
  ) -> some Sequence<InvoiceRow> {
    plans.lazy.flatMap { plan in
      plan.billing.invoices.enumerated().lazy.flatMap { replication, invoices -> [InvoiceRow] in
        invoices.lines.map {
          InvoiceRow(
            plan: plan.name, replication: replication, clause: invoices.clauseName(of: $0),
            line: $0, language: language)
        }
      }
    }
  }
}

extension CSVTable<InvoiceRow> {
  package static let invoices = CSVTable(
    file: "invoices.csv",
    row: Localized(
      en: "One row per invoice line of every replication; `quantity` × `unit_price` = `amount`.",
      zh: "每次模拟的每条账单明细一行；数量 × 单价 = 金额。"),
    columns: [
      CSVColumn("plan", en: "Key of the plan", zh: "方案的键") { .text($0.plan) },
      CSVColumn("replication", en: "Number of the replication, from 0", zh: "模拟序号，从 0 起") {
        .integer($0.replication)
      },
      CSVColumn("month", en: "Calendar month served", zh: "服务月份") {
        .text($0.line.month.description)
      },
      CSVColumn("clause", en: "Name of the contract's clause", zh: "合同条款名称") { .text($0.clause) },
      CSVColumn("description", en: "What the line charges, as a key", zh: "收费项目的键") {
        .text($0.line.explanation.key)
      },
      CSVColumn("quantity", en: "Units charged, to six places", zh: "数量，六位小数") {
        .text($0.line.quantity.rounded(toPlaces: 6).description)
      },
      CSVColumn(
        "quantity_exact", en: "The same without rounding, as a decimal or a quotient",
        zh: "未舍入的数量，小数或分数"
      ) { .text($0.line.quantity.description) },
      CSVColumn("unit", en: "Unit of the quantity", zh: "数量单位") { .text($0.line.unit.rawValue) },
      CSVColumn(
        "unit_price", "yuan",
        en: "Price of one unit; a percentage of yuan is a share such as 0.025",
        zh: "单价；对金额的百分比写成 0.025 这样的份额"
      ) { .text($0.line.price.perUnit) },
      CSVColumn(
        "amount", "yuan",
        en: "quantity_exact × unit_price, rounded once to 0.01, half away from zero",
        zh: "数量 × 单价，舍入一次到分"
      ) { .money($0.line.amount) },
      CSVColumn("reading", en: "Why this quantity and price, in words", zh: "数量与单价的依据") {
        .text($0.line.explanation(in: $0.language.ofExplanations))
      },
    ])
}

extension LinePrice {
  /// The factor that, times the exact quantity, gives the amount.
  var perUnit: String {
    switch self {
    case .each(let price): return price.description
    case .share(let share): return share.fraction.description
    case .shareOfPrice(let share, let price):
      guard let product = try? share.fraction.multiplied(by: Fraction(exactly: price.yuan)) else {
        return "\(share) × \(price)"
      }
      return product.description
    }
  }
}
