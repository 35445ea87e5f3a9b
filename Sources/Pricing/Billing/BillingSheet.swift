// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Money

/// Takes the charges month by month: sums them, and keeps the lines where they are wanted.
struct BillingSheet {
  let keepsLines: Bool
  private(set) var lines: [InvoiceLine] = []
  /// Of the month.
  private(set) var total = Money.zero
  /// Of every month finished.
  private(set) var grandTotal = Money.zero
  /// Sums of the clauses over every month begun so far.
  private(set) var clauses: [Money]
  /// The sum when the current phase began.
  var totalBeforePhase = Money.zero
  var clause = 0
  var month: YearMonth

  init(month: YearMonth, clauses: Int, keepsLines: Bool) {
    self.month = month
    self.keepsLines = keepsLines
    self.clauses = [Money](repeating: .zero, count: clauses)
  }

  mutating func begin(_ month: YearMonth) {
    self.month = month
    total = .zero
    totalBeforePhase = .zero
    if keepsLines { lines.removeAll(keepingCapacity: true) }
  }

  mutating func finish() throws(PricingError) { grandTotal = try grandTotal.adding(total) }

  mutating func charge(
    _ quantity: Fraction, _ unit: QuantityUnit, at price: UnitPrice,
    _ explanation: @autoclosure () -> Explanation
  ) throws(PricingError) {
    try record(
      quantity, unit, .each(price), price.amount(for: quantity), explanation())
  }

  mutating func charge(
    _ percentage: Percentage, of base: Money, _ explanation: @autoclosure () -> Explanation
  ) throws(PricingError) {
    try record(
      Fraction(unchecked: base.fen, 100), .yuan, .share(percentage), percentage.share(of: base),
      explanation())
  }

  /// `quantity` × `price` × `percentage`, rounded once.
  mutating func charge(
    _ quantity: Fraction, _ unit: QuantityUnit, at percentage: Percentage, of price: UnitPrice,
    _ explanation: @autoclosure () -> Explanation
  ) throws(PricingError) {
    let amount = try price.amount(for: quantity.multiplied(by: percentage.fraction))
    try record(quantity, unit, .shareOfPrice(percentage, of: price), amount, explanation())
  }

  mutating func record(
    _ quantity: Fraction, _ unit: QuantityUnit, _ price: LinePrice, _ amount: Money,
    _ explanation: @autoclosure () -> Explanation
  ) throws(PricingError) {
    total = try total.adding(amount)
    clauses[clause] = try clauses[clause].adding(amount)
    if keepsLines {
      lines.append(
        InvoiceLine(
          month: month, clause: clause, quantity: quantity, unit: unit, price: price,
          amount: amount, explanation: explanation()))
    }
  }
}
