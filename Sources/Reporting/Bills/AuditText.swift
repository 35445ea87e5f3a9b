// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
package import Money
package import Pricing
import Wording

/// The differences between a received bill and the contract, for a terminal.
package struct AuditText: Sendable {
  private let invoices: Invoices
  private let differences: [InvoiceDifference]
  private let file: String
  private let style: NumberStyle

  /// - Parameter file: Name of the bill's file, before each line number.
  package init(
    _ differences: [InvoiceDifference], of invoices: Invoices, file: String, style: NumberStyle
  ) {
    self.invoices = invoices
    self.differences = differences
    self.file = file
    self.style = style
  }

  package func text() -> String { sentences.map { $0 + "\n" }.joined() }

  /// Each difference with its line, then what they come to.
  var sentences: [String] {
    guard !differences.isEmpty else {
      return [
        Localized(
          en: "\(file): agrees with the contract, line by line.", zh: "\(file)：逐行与合同一致。")[
            style.language]
      ]
    }
    return differences.map { "\(place($0))\(sentence($0)[style.language])" } + [summary]
  }

  /// What the bill's lines ask beyond the contract; wrong sums are apart.
  package static func overcharge(_ differences: [InvoiceDifference]) -> Money {
    var fen: Int64 = 0
    for difference in differences {
      if case .sum = difference { continue }
      fen += difference.overcharge.fen
    }
    return Money(fen: fen)
  }

  private var summary: String {
    let over = Self.overcharge(differences)
    let amount = style.amount(over.isNegative ? over.negated : over)
    let count = differences.count
    let direction =
      over == .zero
      ? Localized(en: "the lines ask as much as the contract", zh: "各行合计与合同相同")
      : over.isNegative
        ? Localized(en: "the bill asks \(amount) too little", zh: "账单少收 \(amount)")
        : Localized(en: "the bill asks \(amount) too much", zh: "账单多收 \(amount)")
    return Localized(
      en: "\(count) \(count == 1 ? "difference" : "differences"): \(direction.en).",
      zh: "共 \(count) 处差异：\(direction.zh)。")[style.language]
  }

  private func place(_ difference: InvoiceDifference) -> String {
    switch difference {
    case .missing: "\(file): "
    case .unexpected(let record), .quantity(_, let record), .price(_, let record),
      .amount(_, let record):
      "\(file):\(record.line): "
    case .sum(let sum, _): "\(file):\(sum.line): "
    }
  }

  private func sentence(_ difference: InvoiceDifference) -> Localized {
    switch difference {
    case .missing(let line):
      let why = reason(line)
      return Localized(
        en: "\(line.month), \(name(line)): the contract charges \(style.amount(line.amount)) "
          + "(\(why)), the bill does not.",
        zh: "\(line.month) \(name(line))：合同应收 \(style.amount(line.amount))（\(why)），账单未列。")
    case .unexpected(let record):
      return Localized(
        en:
          "\(record.month), \(Harmless.line(record.clause)): the bill charges \(style.amount(record.amount)), "
          + "the contract nothing.",
        zh:
          "\(record.month) \(Harmless.line(record.clause))：账单收取 \(style.amount(record.amount))，合同无此收费。"
      )
    case .quantity(let line, let record):
      return pair(
        line, record, Localized(en: "quantity", zh: "数量"),
        record.quantity?.description, line.quantity.rounded(toPlaces: 6).description)
    case .price(let line, let record):
      return pair(
        line, record, Localized(en: "price", zh: "单价"), record.price?.text, line.price.text)
    case .amount(let line, let record):
      return pair(
        line, record, Localized(en: "amount", zh: "金额"), record.amount.description,
        line.amount.description)
    case .sum(let sum, let lines):
      let month = sum.month?.description
      return Localized(
        en: "sum\(month.map { " of " + $0 } ?? ""): \(style.amount(sum.amount)) is stated, the "
          + "bill's own lines sum to \(style.amount(lines)).",
        zh: "\(month ?? "")合计：账单写 \(style.amount(sum.amount))，其各行相加为 "
          + "\(style.amount(lines))。")
    }
  }

  private func pair(
    _ line: InvoiceLine, _ record: InvoiceRecord, _ what: Localized, _ found: String?,
    _ expected: String
  ) -> Localized {
    let found = found ?? NumberStyle.missing
    let why = reason(line)
    let amounts = (style.amount(record.amount), style.amount(line.amount))
    return Localized(
      en: "\(line.month), \(name(line)): \(what.en) \(found), by the contract \(expected) "
        + "(\(why)); \(amounts.0) instead of \(amounts.1).",
      zh: "\(line.month) \(name(line))：\(what.zh)为 \(found)，按合同应为 \(expected)（\(why)）；"
        + "收 \(amounts.0)，应收 \(amounts.1)。")
  }

  private func name(_ line: InvoiceLine) -> String { invoices.clauseName(of: line) }

  private func reason(_ line: InvoiceLine) -> String {
    line.explanation(in: style.language.ofExplanations)
  }
}
