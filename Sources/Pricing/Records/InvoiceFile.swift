// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars

/// A line of an invoice as somebody else wrote it.
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

package enum InvoiceFile {
  /// The columns of `invoices.csv`; a file to be audited needs `month`, `clause` and `amount`.
  package static let columns = [
    "month", "clause", "quantity", "unit", "price", "amount", "explanation",
  ]

  /// - Throws: `RecordError` with the line of the first mistake.
  package static func parse(_ text: String) throws(RecordError) -> [InvoiceRecord] {
    let table = try DelimitedText(parsing: text)
    let columns = try table.columns(known: Self.columns) { _ in true }
    for needed in ["month", "clause", "amount"] where columns[needed] == nil {
      throw RecordError(line: table.headerLine, .columnNeeded([needed]))
    }
    var records: [InvoiceRecord] = []
    for fields in table.rows {
      let row = RecordRow(fields, columns)
      guard let amount = try row.money("amount") else {
        throw row.error("amount", .mustNotBeEmpty)
      }
      records.append(
        InvoiceRecord(
          line: row.line, month: try row.month("month"), clause: try row.required("clause"),
          quantity: try row.decimal("quantity"),
          quantityPlaces: row.text("quantity").map(places(in:)) ?? 0,
          price: try price(row), amount: amount))
    }
    return records
  }

  private static func places(in text: String) -> Int {
    text.firstIndex(of: ".").map { text.distance(from: $0, to: text.endIndex) - 1 } ?? 0
  }

  /// `4500`, `2.5%` or `30% × 4000`.
  private static func price(_ row: RecordRow) throws(RecordError) -> LinePrice? {
    guard let text = row.text("price") else { return nil }
    do throws(DecimalError) {
      let parts = text.split(separator: "×").map { $0.filter { $0 != " " } }
      guard let first = parts.first else { return nil }
      guard first.hasSuffix("%") else { return .each(try UnitPrice(parsing: text)) }
      let share = try Percentage(parsing: first.dropLast())
      return parts.count == 2
        ? .shareOfPrice(share, of: try UnitPrice(parsing: parts[1])) : .share(share)
    } catch {
      throw row.error("price", .notAnAmount(text, error))
    }
  }
}

extension Invoices {
  /// Rows of `invoices.csv` under `InvoiceFile.columns`; quantities with six decimal places at most.
  package func csvRows(in language: ExplanationLanguage = .english) -> [[String]] {
    lines.map { line in
      [
        line.month.description, clauseName(of: line),
        line.quantity.rounded(toPlaces: 6).description, line.unit.rawValue, line.price.text,
        line.amount.description, line.explanation(in: language),
      ]
    }
  }
}
