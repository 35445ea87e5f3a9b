// SPDX-License-Identifier: GPL-3.0-or-later

/// Yuan for one unit of a quantity (a seat-month, an inquiry, a shift …), exact to 10⁻⁶ yuan.
package struct UnitPrice: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let yuan: ExactDecimal

  package init(yuan: ExactDecimal) { self.yuan = yuan }

  /// The amount as the price of one unit.
  package init(_ money: Money) {
    let (millionths, overflow) = money.fen.multipliedReportingOverflow(by: 10_000)
    yuan = ExactDecimal(millionths: overflow ? (money.isNegative ? .min : .max) : millionths)
  }

  package init(parsing text: some StringProtocol) throws(DecimalError) {
    yuan = try ExactDecimal(parsing: text)
  }

  package static func yuan(_ whole: Int32) -> UnitPrice { UnitPrice(yuan: ExactDecimal(whole)) }

  package static func < (left: UnitPrice, right: UnitPrice) -> Bool { left.yuan < right.yuan }

  package var description: String { yuan.description }

  /// `quantity` × price, rounded once to the 分, half away from zero (R3); `nil` beyond 10¹⁵ 分 and
  /// for absurd denominators.
  package func times(_ quantity: Fraction) -> Money? {
    let (divisor, overflow) = quantity.denominator.multipliedReportingOverflow(by: 10_000)
    guard !overflow else { return nil }
    return Money(rounding: quantity.numerator, times: yuan.millionths, dividedBy: divisor)
  }
}

/// A percentage as an exact decimal: `2.5` means 2.5 %.
package struct Percentage: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let percent: ExactDecimal

  package static let zero = Percentage(0)
  package static let hundred = Percentage(100)

  package init(_ percent: ExactDecimal) { self.percent = percent }

  package init(parsing text: some StringProtocol) throws(DecimalError) {
    percent = try ExactDecimal(parsing: text)
  }

  package static func < (left: Percentage, right: Percentage) -> Bool {
    left.percent < right.percent
  }

  package var description: String { percent.description + "%" }

  /// The share as a number: 2.5 % is 1/40.
  package var fraction: Fraction { Fraction(unchecked: percent.millionths, 100_000_000) }

  /// The share of `amount`, rounded once to the 分, half away from zero (R3); `nil` beyond 10¹⁵ 分.
  package func times(_ amount: Money) -> Money? {
    Money(rounding: amount.fen, times: percent.millionths, dividedBy: 100_000_000)
  }
}

extension Money {
  /// `left` × `right` ÷ `divisor` 分, rounded half away from zero; `nil` beyond 10¹⁵ 分.
  package init?(rounding left: Int64, times right: Int64, dividedBy divisor: Int64) {
    guard let fen = roundedQuotient(left, times: right, dividedBy: divisor),
      Money(fen: fen).isWithinLimit
    else { return nil }
    self.init(fen: fen)
  }
}
