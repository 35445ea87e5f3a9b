// SPDX-License-Identifier: GPL-3.0-or-later

package import Application
import Calendars
import Money
import Pricing
import Wording

/// Invoices of recorded months for a terminal.
package struct BillText: Sendable {
  private let bills: [PlanBill]
  private let style: NumberStyle

  package init(_ bills: [PlanBill], style: NumberStyle) {
    self.bills = bills
    self.style = style
  }

  /// Every invoice line by line, or for several plans the sums and what each is above the cheapest.
  package func text(width: Int = 100) -> String {
    if bills.count == 1, let bill = bills.first, let ledger = bill.ledger {
      return invoices(bill, ledger, width)
    }
    return summary(width)
  }

  private func invoices(_ bill: PlanBill, _ ledger: Ledger, _ width: Int) -> String {
    let invoices = ledger.invoices
    var parts = invoices.months.map { month in
      heading(month, bill.contract) + "\n" + table(month, invoices).text(width: width)
    }
    parts.append(total(invoices) + penalties(ledger))
    let cash = CashFlowText(ledger: ledger, style: style).text(width: width)
    if !cash.isEmpty { parts.append(cash) }
    let notices = notices(ledger)
    if !notices.isEmpty { parts.append(notices.map { "! " + $0 + "\n" }.joined()) }
    return "\(bill.title)\n\n" + parts.joined(separator: "\n")
  }

  private func notices(_ ledger: Ledger) -> [String] {
    ledger.notices.compactMap { NoticeText.sentence($0, style) }
  }

  /// The same on a page.
  func append(to body: inout Markup) {
    guard bills.count == 1, let bill = bills.first, let ledger = bill.ledger else {
      if let table = sums { body.table(table) }
      for sentence in remarks { body.element("p", text: sentence) }
      return
    }
    for month in ledger.invoices.months {
      body.element("h3", text: heading(month, bill.contract))
      body.table(table(month, ledger.invoices))
    }
    for sentence in [total(ledger.invoices), penalties(ledger)] + notices(ledger) {
      body.element("p", text: sentence)
    }
  }

  private func heading(_ invoice: Invoice, _ contract: Contract) -> String {
    let due = contract.settlement.dueDate(afterServiceUntil: invoice.served.last)
    let span = invoice.served
    return Localized(
      en: "\(invoice.month): \(span.first) to \(span.last), \(span.count) days, due \(due)",
      zh: "\(invoice.month)：\(span.first) 至 \(span.last)，共 \(span.count) 天，最迟 \(due) 付款")[
        style.language]
  }

  private func table(_ invoice: Invoice, _ invoices: Invoices) -> TextTable {
    let language = style.language.ofExplanations
    let headings = [
      Localized(en: "Clause", zh: "条款"), Localized(en: "Quantity", zh: "数量"),
      Localized(en: "Unit", zh: "单位"), Localized(en: "Price", zh: "单价"),
      Localized(en: "Amount", zh: "金额"), Localized(en: "Why", zh: "依据"),
    ]
    let left = [0, 2, 5]
    var rows = invoice.lines.map { line in
      [
        invoices.clauseName(of: line), Decimals.grouped(quantity(line.quantity)),
        line.unit.name(in: language), line.price.text, Decimals.grouped(line.amount.description),
        line.explanation(in: language),
      ]
    }
    rows.append([
      Localized(en: "Month", zh: "本月")[style.language], "", "", "",
      Decimals.grouped(invoice.total.description),
    ])
    return TextTable(
      columns: headings.enumerated().map {
        TextTable.Column($0.element[style.language], left.contains($0.offset) ? .left : .right)
      }, rows: rows)
  }

  private func total(_ invoices: Invoices) -> String {
    let count = invoices.months.count
    var text = Localized(
      en: "Total of \(count) \(count == 1 ? "month" : "months"): \(style.amount(invoices.total))",
      zh: "\(count) 个月合计：\(style.amount(invoices.total))")[style.language]
    if let tax = try? invoices.taxIncluded(in: invoices.total), let rate = invoices.options.taxRate
    {
      text +=
        Localized(
          en: ", of which \(style.amount(tax)) tax at \(rate)",
          zh: "，其中税款 \(style.amount(tax))（税率 \(rate)）")[style.language]
    }
    return text + "\n"
  }

  /// Late fees and what ends and breaches cost, where there is any.
  private func penalties(_ ledger: Ledger) -> String {
    let penalties = ledger.balance(.penalties)
    guard penalties != .zero else { return "" }
    return Localized(
      en: "Late fees, penalties and compensation: \(style.amount(penalties)); cost in all: "
        + "\(style.amount(ledger.cost)).\n",
      zh: "违约金、赔偿与补偿：\(style.amount(penalties))；总费用：\(style.amount(ledger.cost))。\n")[
        style.language]
  }

  private func quantity(_ value: Fraction) -> String {
    let exact = value.rounded(toPlaces: 6)
    return exact.millionths % 1_000_000 == 0
      ? String(exact.millionths / 1_000_000) : value.rounded(toPlaces: 4).description
  }

  private func summary(_ width: Int) -> String {
    (sums?.text(width: width) ?? "")
      + remarks.map { TextWidth.wrap($0, to: width).joined(separator: "\n  ") + "\n" }.joined()
  }

  /// The plans that have a price, cheapest first; nil where none has.
  private var sums: TextTable? {
    let least = bills.filter { $0.contract.scope == .chat }
      .compactMap(\.invoices?.total).min()
    let headings = [
      Localized(en: "Plan", zh: "方案"), Localized(en: "Months", zh: "月数"),
      Localized(en: "Total", zh: "合计"), Localized(en: "a month", zh: "月均"),
      Localized(en: "over cheapest", zh: "高于最低"),
    ]
    let priced = bills.filter { $0.invoices != nil }.sorted { left, right in
      (left.invoices?.total ?? .zero) < (right.invoices?.total ?? .zero)
    }
    guard !priced.isEmpty else { return nil }
    let rows = priced.map { bill -> [String] in
      let total = bill.invoices?.total ?? .zero
      let months = bill.invoices?.months.count ?? 0
      let isWider = bill.contract.scope == .wholeShop
      let above = least.map { Decimals.grouped(Money(fen: total.fen - $0.fen).description) }
      return [
        bill.title + (isWider ? " ‡" : ""), String(months), Decimals.grouped(total.description),
        style.number(Double(total.fen) / 100 / Double(max(1, months)), places: 2),
        isWider ? NumberStyle.missing : above ?? NumberStyle.missing,
      ]
    }
    return TextTable(
      columns: headings.enumerated().map {
        TextTable.Column($0.element[style.language], $0.offset == 0 ? .left : .right)
      }, rows: rows)
  }

  /// What a mark means, and why a plan has no price.
  private var remarks: [String] {
    let isWider = bills.contains { $0.invoices != nil && $0.contract.scope == .wholeShop }
    let mark = Localized(en: "‡ wider than chat, not ranked", zh: "‡ 范围超出客服，不排名")
    return (isWider ? [mark[style.language]] : [])
      + bills.compactMap { bill in
        guard case .refused(let why) = bill.outcome else { return nil }
        let reason = why.sentence
        return "! "
          + Localized(
            en: "\(bill.title): not priced: \(reason.en)", zh: "\(bill.title)：未计价：\(reason.zh)")[
            style.language]
      }
  }
}
