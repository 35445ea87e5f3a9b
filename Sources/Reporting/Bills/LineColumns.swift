// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Exports
import Money
import Pricing
import Wording

/// The columns of an invoice line, the same for simulated and for recorded months.
extension CSVColumn {
  /// - Parameters:
  ///   - line: The line of a row.
  ///   - clause: Name of its clause.
  static func invoiceLine(
    _ line: @escaping @Sendable (Row) -> InvoiceLine,
    clause: @escaping @Sendable (Row) -> String,
    reading: @escaping @Sendable (Row) -> String
  ) -> [CSVColumn] {
    [
      CSVColumn("month", en: "Calendar month served", zh: "服务月份") {
        .text(line($0).month.description)
      },
      CSVColumn("clause", en: "Name of the contract's clause", zh: "合同条款名称") { .text(clause($0)) },
      CSVColumn("description", en: "What the line charges, as a key", zh: "收费项目的键") {
        .text(line($0).explanation.key)
      },
      CSVColumn("quantity", as: .number, en: "Units charged, to six places", zh: "数量，六位小数") {
        .decimal(line($0).quantity.rounded(toPlaces: 6).description)
      },
      CSVColumn(
        "quantity_exact",
        en: "The same without rounding, as a decimal or a quotient such as 110/31",
        zh: "未舍入的数量，小数或分数（如 110/31）"
      ) { .text(line($0).quantity.description) },
      CSVColumn("unit", en: "Unit of the quantity", zh: "数量单位") { .text(line($0).unit.rawValue) },
      CSVColumn(
        "unit_price", "yuan",
        en: "What one unit costs, a number; of a percentage of yuan the share, such as 0.025",
        zh: "一个单位的价格，为数字；对金额的百分比写成 0.025 这样的份额"
      ) { line($0).price.perUnit.map(CSVCell.decimal) ?? .empty },
      CSVColumn(
        "amount", "yuan",
        en: "quantity_exact × unit_price, rounded once to 0.01, half away from zero",
        zh: "quantity_exact × unit_price，舍入一次到分"
      ) { .money(line($0).amount) },
      CSVColumn("reading", en: "Why this quantity and price, in words", zh: "数量与单价的依据") {
        .text(reading($0))
      },
      CSVColumn(
        "price", en: "The price as a contract writes it: `4500`, `2.5%`, `30% × 4000`",
        zh: "合同中的写法：4500、2.5%、30% × 4000"
      ) { .text(line($0).price.text) },
    ]
  }
}

extension LinePrice {
  /// The factor that, times the exact quantity, gives the amount; nil where it has more digits than
  /// are kept.
  var perUnit: String? {
    switch self {
    case .each(let price): return price.description
    case .share(let share): return share.fraction.description
    case .shareOfPrice(let share, let price):
      return try? share.fraction.multiplied(by: Fraction(exactly: price.yuan)).description
    }
  }
}
