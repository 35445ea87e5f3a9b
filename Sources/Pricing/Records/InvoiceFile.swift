// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Money
import Tables

/// A line of a received invoice.
package struct InvoiceRecord: Equatable, Sendable {
  /// Line of the file, from 1.
  package var line: Int
  package var month: YearMonth
  package var clause: String
  package var quantity: ExactDecimal?
  /// Decimal places in which the quantity was written.
  package var quantityPlaces: Int
  package var price: LinePrice?
  package var amount: Money

  package init(
    line: Int, month: YearMonth, clause: String, quantity: ExactDecimal? = nil,
    quantityPlaces: Int = 6, price: LinePrice? = nil, amount: Money
  ) {
    self.line = line
    self.month = month
    self.clause = clause
    self.quantity = quantity
    self.quantityPlaces = quantityPlaces
    self.price = price
    self.amount = amount
  }
}

/// A sum that a bill states.
package struct InvoiceSum: Equatable, Sendable {
  /// Line of the file, from 1.
  package var line: Int
  /// Nil sums up the whole bill.
  package var month: YearMonth?
  package var amount: Money

  package init(line: Int, month: YearMonth?, amount: Money) {
    self.line = line
    self.month = month
    self.amount = amount
  }
}

/// A received bill.
package struct ReceivedInvoice: Equatable, Sendable {
  package var lines: [InvoiceRecord]
  package var sums: [InvoiceSum]

  package init(lines: [InvoiceRecord], sums: [InvoiceSum] = []) {
    self.lines = lines
    self.sums = sums
  }
}

package enum InvoiceFile {
  /// The columns that are read; `clause` and `amount` are needed, and `month` on every line but a sum.
  package static let columns = ["month", "clause", "quantity", "price", "amount"]
  /// Clauses that state a sum rather than a charge.
  package static let sumWords = ["total", "合计", "总计"]

  /// - Parameter notes: Receives a note for each assumption.
  /// - Throws: `RecordError` with the line of the first mistake.
  package static func parse(
    _ text: String, notes: RecordNotes = RecordNotes()
  ) throws(RecordError) -> ReceivedInvoice {
    try read(DelimitedRows(text: text, limits: .tables), notes: notes)
  }

  /// Reads a file, as `parse` a text.
  package static func read(
    path: String, notes: RecordNotes = RecordNotes()
  ) throws(RecordError) -> ReceivedInvoice {
    try read(RecordError.rows(of: path, .tables), notes: notes)
  }

  private static func read(
    _ rows: DelimitedRows, notes: RecordNotes
  ) throws(RecordError) -> ReceivedInvoice {
    var table = try RecordTable(rows, headings: ChineseHeadings.invoice, notes)
    let columns = try table.columns(known: Self.columns) { _ in true }
    let (month, clause, amount) = (columns["month"], columns["clause"], columns["amount"])
    let (quantity, price) = (columns["quantity"], columns["price"])
    for needed in [month, clause, amount] where !needed.isPresent {
      throw RecordError(line: table.headerLine, .columnNeeded([needed.name]))
    }
    var invoice = ReceivedInvoice(lines: [])
    while let row = try table.next() {
      guard let stated = try row.money(amount) else { throw row.error(amount, .mustNotBeEmpty) }
      let name = try row.required(clause)
      if sumWords.contains(name.lowercased()) {
        let month = row.cell(month) == nil ? nil : try row.month(month)
        invoice.sums.append(InvoiceSum(line: row.line, month: month, amount: stated))
        continue
      }
      invoice.lines.append(
        InvoiceRecord(
          line: row.line, month: try row.month(month), clause: name,
          quantity: try row.decimal(quantity),
          quantityPlaces: row.text(quantity).map(places(in:)) ?? 0,
          price: try self.price(row, price), amount: stated))
    }
    return invoice
  }

  private static func places(in text: String) -> Int {
    text.firstIndex(of: ".").map { text.distance(from: $0, to: text.endIndex) - 1 } ?? 0
  }

  /// `4500`, `2.5%` or `30% × 4000`.
  private static func price(
    _ row: RecordRow, _ column: RecordColumn
  ) throws(RecordError) -> LinePrice? {
    guard let text = row.text(column) else { return nil }
    do throws(DecimalError) {
      let parts = text.split(separator: "×").map { $0.filter { $0 != " " } }
      guard let first = parts.first else { return nil }
      guard first.hasSuffix("%") else { return .each(try UnitPrice(parsing: text)) }
      let share = try Percentage(parsing: first.dropLast())
      return parts.count == 2
        ? .shareOfPrice(share, of: try UnitPrice(parsing: parts[1])) : .share(share)
    } catch {
      throw row.error(column, .notAnAmount(text, error))
    }
  }
}
