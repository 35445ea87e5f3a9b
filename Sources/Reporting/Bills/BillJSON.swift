// SPDX-License-Identifier: GPL-3.0-or-later

package import Application
import Calendars
import Money
package import Pricing
package import Tables
package import Wording

/// A bill as one JSON document; amounts are numbers in yuan with two decimals.
package enum BillJSON {
  /// - Parameter audit: The differences of a received bill, where one was audited.
  package static func document(
    _ bills: [PlanBill], audit: [InvoiceDifference]? = nil, language: Language
  ) -> JSONValue {
    var members = [
      JSONValue.Member("schema_version", .integer(CSVSchema.version)),
      JSONValue.Member("plans", .array(bills.map { plan($0, language) })),
    ]
    if let audit, let invoices = bills.first?.invoices {
      members.append(JSONValue.Member("audit", differences(audit, invoices)))
    }
    return .object(members)
  }

  private static func plan(_ bill: PlanBill, _ language: Language) -> JSONValue {
    var members = [
      JSONValue.Member("plan", .string(bill.plan)), JSONValue.Member("title", .string(bill.title)),
      JSONValue.Member("currency", .string(bill.contract.currency)),
    ]
    switch bill.outcome {
    case .refused(let why):
      members.append(JSONValue.Member("refused", .string(why.sentence[language])))
    case .priced(let ledger):
      let invoices = ledger.invoices
      members.append(JSONValue.Member("total", amount(invoices.total)))
      if let tax = try? invoices.taxIncluded(in: invoices.total) {
        members.append(JSONValue.Member("tax_included", amount(tax)))
      }
      members.append(
        JSONValue.Member(
          "months",
          .array(invoices.months.map { month($0, bill.contract, invoices, language) })))
      members.append(JSONValue.Member("cost", amount(ledger.cost)))
      members.append(JSONValue.Member("cash_flow", .array(ledger.cashFlow.map(cash))))
      members.append(JSONValue.Member("ledger", .array(ledger.rows.map(movement))))
      let style = NumberStyle(language, currency: bill.contract.currency)
      members.append(
        JSONValue.Member("notices", .array(ledger.notices.map { notice($0, style) })))
    }
    return .object(members)
  }

  private static func month(
    _ invoice: Invoice, _ contract: Contract, _ invoices: Invoices, _ language: Language
  ) -> JSONValue {
    let due = contract.settlement.dueDate(afterServiceUntil: invoice.served.last)
    return [
      "month": .string(invoice.month.description),
      "first_day": .string(invoice.served.first.description),
      "last_day": .string(invoice.served.last.description),
      "due": .string(due.description),
      "total": amount(invoice.total),
      "lines": .array(invoice.lines.map { line(contract.name, $0, invoices, language) }),
    ]
  }

  /// As a row of `invoices.csv`, without what the document says around it.
  private static func line(
    _ plan: String, _ line: InvoiceLine, _ invoices: Invoices, _ language: Language
  ) -> JSONValue {
    let row = BilledLine(
      plan: plan, number: 1, clause: invoices.clauseName(of: line), line: line,
      language: language.ofExplanations)
    return .object(
      CSVTable.billedLines.columns.filter { !["plan", "month", "line"].contains($0.name) }.map {
        JSONValue.Member($0.name, $0.value(row).json)
      })
  }

  /// What moves on a day; below zero where the client pays.
  private static func cash(_ day: (date: CivilDate, amount: Money)) -> JSONValue {
    ["date": .string(day.date.description), "amount": amount(day.amount)]
  }

  private static func movement(_ row: LedgerRow) -> JSONValue {
    [
      "date": .string(row.entry.date.description),
      "event": .string(row.entry.event.rawValue),
      "month": row.entry.month.map { .string($0.description) } ?? .null,
      "debit": .string(row.entry.debit.rawValue),
      "credit": .string(row.entry.credit.rawValue),
      "amount": amount(row.entry.amount),
    ]
  }

  /// A matter that moves no money; the sentence is that of the terminal, null where a date says all.
  private static func notice(_ notice: LedgerNotice, _ style: NumberStyle) -> JSONValue {
    [
      "date": .string(notice.date.description), "matter": .string(notice.matter.key),
      "sentence": NoticeText.sentence(notice, style).map(JSONValue.string) ?? .null,
    ]
  }

  private static func differences(
    _ audit: [InvoiceDifference], _ invoices: Invoices
  ) -> JSONValue {
    [
      "agrees": .bool(audit.isEmpty),
      "overcharge": amount(AuditText.overcharge(audit)),
      "differences": .array(audit.map { difference($0, invoices) }),
    ]
  }

  private static func difference(
    _ difference: InvoiceDifference, _ invoices: Invoices
  ) -> JSONValue {
    let (kind, line, record): (String, InvoiceLine?, InvoiceRecord?) =
      switch difference {
      case .missing(let line): ("missing", line, nil)
      case .unexpected(let record): ("unexpected", nil, record)
      case .quantity(let line, let record): ("quantity", line, record)
      case .price(let line, let record): ("price", line, record)
      case .amount(let line, let record): ("amount", line, record)
      case .sum: ("sum", nil, nil)
      }
    var members = [JSONValue.Member("kind", .string(kind))]
    if case .sum(let sum, let lines) = difference {
      members += [
        .init("line", .integer(sum.line)),
        .init("month", sum.month.map { .string($0.description) } ?? .null),
        .init("billed", amount(sum.amount)), .init("expected", amount(lines)),
      ]
    } else {
      members += [
        .init("line", .optional(record?.line)),
        .init("month", .string((record?.month ?? line?.month)?.description ?? "")),
        .init("clause", .string(record?.clause ?? line.map(invoices.clauseName) ?? "")),
        .init("billed", amount(record?.amount ?? .zero)),
        .init("expected", amount(line?.amount ?? .zero)),
      ]
    }
    return .object(members + [.init("overcharge", amount(difference.overcharge))])
  }

  private static func amount(_ money: Money) -> JSONValue { number(money.description) }

  private static func number(_ text: String) -> JSONValue { .optional(Double(text)) }
}
