// SPDX-License-Identifier: GPL-3.0-or-later

/// An exact quantity, such as 2 seats × 17 ÷ 30 months or 12,345 inquiries ÷ 31 days.
///
/// Equality and order compare values: 2/4 equals 1/2.
package struct Fraction: Comparable, Sendable {
  package let numerator: Int64
  /// Greater than zero.
  package let denominator: Int64

  package static let zero = Fraction(0)
  package static let one = Fraction(1)

  package init(_ whole: Int64) { self.init(unchecked: whole, 1) }

  package init(exactly decimal: ExactDecimal) {
    self.init(unchecked: decimal.millionths, 1_000_000)
  }

  /// `nil` unless `denominator` is greater than zero.
  package init?(_ numerator: Int64, over denominator: Int64) {
    guard denominator > 0 else { return nil }
    self.init(unchecked: numerator, denominator)
  }

  /// - Parameter denominator: greater than zero.
  package init(unchecked numerator: Int64, _ denominator: Int64) {
    self.numerator = numerator
    self.denominator = denominator
  }

  package var isZero: Bool { numerator == 0 }

  package var reduced: Fraction {
    let divisor = greatestCommonDivisor(numerator, denominator)
    return divisor <= 1
      ? self : Fraction(unchecked: numerator / divisor, denominator / divisor)
  }

  package static func == (left: Fraction, right: Fraction) -> Bool {
    if left.denominator == right.denominator { return left.numerator == right.numerator }
    return left.numerator.multipliedFullWidth(by: right.denominator)
      == right.numerator.multipliedFullWidth(by: left.denominator)
  }

  package static func < (left: Fraction, right: Fraction) -> Bool {
    if left.denominator == right.denominator { return left.numerator < right.numerator }
    return left.numerator.multipliedFullWidth(by: right.denominator)
      < right.numerator.multipliedFullWidth(by: left.denominator)
  }

  /// The product; `nil` if numerator or denominator leaves 64 bits, reduced.
  package func times(_ other: Fraction) -> Fraction? {
    if let product = product(with: other) { return product }
    let first = Fraction(unchecked: numerator, other.denominator).reduced
    let second = Fraction(unchecked: other.numerator, denominator).reduced
    return first.product(with: second)
  }

  private func product(with other: Fraction) -> Fraction? {
    let (top, topOverflow) = numerator.multipliedReportingOverflow(by: other.numerator)
    let (bottom, overflow) = denominator.multipliedReportingOverflow(by: other.denominator)
    return topOverflow || overflow ? nil : Fraction(unchecked: top, bottom)
  }

  /// The sum; `nil` if numerator or denominator leaves 64 bits.
  package func plus(_ other: Fraction) -> Fraction? {
    if denominator == other.denominator {
      let (sum, overflow) = numerator.addingReportingOverflow(other.numerator)
      return overflow ? nil : Fraction(unchecked: sum, denominator)
    }
    let divisor = greatestCommonDivisor(denominator, other.denominator)
    let (leftScale, rightScale) = (other.denominator / divisor, denominator / divisor)
    let (left, leftOverflow) = numerator.multipliedReportingOverflow(by: leftScale)
    let (right, rightOverflow) = other.numerator.multipliedReportingOverflow(by: rightScale)
    let (bottom, overflow) = denominator.multipliedReportingOverflow(by: leftScale)
    let (top, topOverflow) = left.addingReportingOverflow(right)
    return leftOverflow || rightOverflow || overflow || topOverflow
      ? nil : Fraction(unchecked: top, bottom)
  }

  /// The difference; `nil` if numerator or denominator leaves 64 bits.
  package func minus(_ other: Fraction) -> Fraction? {
    guard other.numerator != .min else { return nil }
    return plus(Fraction(unchecked: -other.numerator, other.denominator))
  }

  /// The smallest integer not below the value.
  package var roundedUp: Int64 {
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    return remainder > 0 ? quotient + 1 : quotient
  }

  /// The largest integer not above the value.
  package var roundedDown: Int64 {
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    return remainder < 0 ? quotient - 1 : quotient
  }
}

extension Fraction: CustomStringConvertible {
  /// An exact decimal where there is one of at most six places, otherwise a quotient: `17/30`.
  package var description: String {
    let lowest = reduced
    if ExactDecimal.unit % lowest.denominator == 0 {
      let (value, overflow) =
        lowest.numerator.multipliedReportingOverflow(by: ExactDecimal.unit / lowest.denominator)
      if !overflow { return ExactDecimal(millionths: value).description }
    }
    return "\(lowest.numerator)/\(lowest.denominator)"
  }

  /// The value rounded half away from zero to `places` (0–6) decimal places; for display only.
  package func rounded(toPlaces places: Int) -> ExactDecimal {
    var scale: Int64 = 1
    for _ in 0..<min(max(places, 0), ExactDecimal.places) { scale *= 10 }
    let value = roundedQuotient(numerator, times: scale, dividedBy: denominator) ?? .max
    let (millionths, overflow) = value.multipliedReportingOverflow(by: ExactDecimal.unit / scale)
    return ExactDecimal(millionths: overflow ? .max : millionths)
  }
}
