// SPDX-License-Identifier: GPL-3.0-or-later

package import Money

/// Exact arithmetic that refuses, with pricing's error, what cannot be held.
extension Money {
  /// - Throws: `.amountTooLarge` beyond 10¹⁵ 分.
  package func adding(_ other: Money) throws(PricingError) -> Money {
    guard let sum = plus(other) else { throw .amountTooLarge }
    return sum
  }

  /// - Throws: `.amountTooLarge` beyond 10¹⁵ 分.
  package func subtracting(_ other: Money) throws(PricingError) -> Money {
    guard let difference = minus(other) else { throw .amountTooLarge }
    return difference
  }

  /// The sum of all amounts.
  ///
  /// - Throws: `.amountTooLarge` beyond 10¹⁵ 分.
  package static func sum(_ amounts: some Sequence<Money>) throws(PricingError) -> Money {
    var total = Money.zero
    for amount in amounts {
      total = try total.adding(amount)
    }
    return total
  }

  /// The amount × `numerator` ÷ `denominator`, rounded once to the 分, half away from zero (R3).
  ///
  /// - Throws: `.amountTooLarge` beyond 10¹⁵ 分.
  func part(_ numerator: Int64, of denominator: Int64) throws(PricingError) -> Money {
    guard let part = Money(rounding: fen, times: numerator, dividedBy: denominator) else {
      throw .amountTooLarge
    }
    return part
  }
}

extension Fraction {
  /// - Throws: `.quantityTooLarge` if numerator or denominator leaves 64 bits, reduced.
  package func multiplied(by other: Fraction) throws(PricingError) -> Fraction {
    guard let product = times(other) else { throw .quantityTooLarge }
    return product
  }

  /// - Throws: `.quantityTooLarge` if numerator or denominator leaves 64 bits.
  package func adding(_ other: Fraction) throws(PricingError) -> Fraction {
    guard let sum = plus(other) else { throw .quantityTooLarge }
    return sum
  }

  /// - Throws: `.quantityTooLarge` if numerator or denominator leaves 64 bits.
  package func subtracting(_ other: Fraction) throws(PricingError) -> Fraction {
    guard let difference = minus(other) else { throw .quantityTooLarge }
    return difference
  }
}

extension UnitPrice {
  /// `quantity` × price, rounded once to the 分, half away from zero (R3).
  ///
  /// - Throws: `.amountTooLarge` beyond 10¹⁵ 分, and for absurd denominators.
  package func amount(for quantity: Fraction) throws(PricingError) -> Money {
    guard let amount = times(quantity) else { throw .amountTooLarge }
    return amount
  }
}

extension Percentage {
  /// The share of `amount`, rounded once to the 分, half away from zero (R3).
  ///
  /// - Throws: `.amountTooLarge` beyond 10¹⁵ 分.
  package func share(of amount: Money) throws(PricingError) -> Money {
    guard let share = times(amount) else { throw .amountTooLarge }
    return share
  }
}
