// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Money

/// What is due for one billing month.
package struct Invoice: Sendable, Equatable {
  package var month: YearMonth
  package var served: DateSpan
  package var lines: [InvoiceLine]
  /// The sum of the lines.
  package var total: Money
}

/// All invoices of a contract on one usage, in order.
package struct Invoices: Sendable, Equatable {
  package var contract: String
  /// Names of the contract's clauses, by the index that lines carry.
  package var clauseNames: [String]
  /// The readings by which the amounts were found.
  package var options: ReadingOptions
  package var months: [Invoice]
  package var total: Money

  package var lines: [InvoiceLine] { months.flatMap(\.lines) }

  package func clauseName(of line: InvoiceLine) -> String {
    clauseNames.indices.contains(line.clause) ? clauseNames[line.clause] : ""
  }

  /// The tax contained in an amount that is quoted with tax, at the contract's rate (R3).
  package func taxIncluded(in amount: Money) throws(PricingError) -> Money? {
    guard let rate = options.taxRate else { return nil }
    let hundred: Int64 = 100_000_000
    return try amount.part(rate.percent.millionths, of: hundred + rate.percent.millionths)
  }
}
