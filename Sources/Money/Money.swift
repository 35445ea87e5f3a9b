// SPDX-License-Identifier: GPL-3.0-or-later

/// An exact amount in 分, the hundredth of a yuan (R3).
///
/// Every operation that could make an amount beyond ±10¹⁵ 分 (ten trillion yuan) gives `nil` instead,
/// so a sum is never wrapped or rounded away.
package struct Money: Hashable, Comparable, Sendable {
  /// The amount in 分; negative for a credit.
  package let fen: Int64

  package static let zero = Money(fen: 0)
  /// The largest magnitude that a price, a line or a total may have: 10¹⁵ 分.
  package static let limit = Money(fen: 1_000_000_000_000_000)

  package init(fen: Int64) { self.fen = fen }

  /// Whole yuan, for prices written in code; clamped to the 64-bit range.
  package static func yuan(_ amount: Int32) -> Money { Money(fen: Int64(amount) * 100) }

  package var isWithinLimit: Bool { fen.magnitude <= Money.limit.fen.magnitude }
  package var isNegative: Bool { fen < 0 }
  /// The amount itself; `nil` beyond 10¹⁵ 分.
  var withinLimit: Money? { isWithinLimit ? self : nil }

  package static func < (left: Money, right: Money) -> Bool { left.fen < right.fen }

  /// The sum; `nil` beyond 10¹⁵ 分.
  package func plus(_ other: Money) -> Money? {
    let (sum, overflow) = fen.addingReportingOverflow(other.fen)
    return overflow ? nil : Money(fen: sum).withinLimit
  }

  /// The difference; `nil` beyond 10¹⁵ 分.
  package func minus(_ other: Money) -> Money? {
    let (difference, overflow) = fen.subtractingReportingOverflow(other.fen)
    return overflow ? nil : Money(fen: difference).withinLimit
  }

  /// For statistics and pictures; exact up to 9 × 10¹⁵ 分.
  package var inYuan: Double { Double(fen) / 100 }

  package var negated: Money { Money(fen: fen == .min ? .max : -fen) }
}

extension Money: CustomStringConvertible {
  /// Plain decimal yuan with two digits, as in `4500.00` and `-0.01`.
  package var description: String {
    let (yuan, rest) = fen.magnitude.quotientAndRemainder(dividingBy: 100)
    let cents = rest < 10 ? "0\(rest)" : "\(rest)"
    return (fen < 0 ? "-" : "") + "\(yuan).\(cents)"
  }
}

extension Money {
  /// Reads yuan as in `4500`, `4500.50` or `-0.01`.
  ///
  /// - Throws: `DecimalError` for any other form, for more than two decimal places, and beyond
  ///   10¹⁵ 分.
  package init(parsing text: some StringProtocol) throws(DecimalError) {
    let fen = try parseFixedPoint(text, places: 2)
    guard Money(fen: fen).isWithinLimit else { throw .tooLarge(String(text)) }
    self.init(fen: fen)
  }
}
