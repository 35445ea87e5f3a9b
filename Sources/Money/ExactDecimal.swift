// SPDX-License-Identifier: GPL-3.0-or-later

/// A decimal number with up to six places, held exactly as an integer number of millionths.
///
/// Prices, percentages and tier bounds are decimals, never binary floating point (R3).
package struct ExactDecimal: Hashable, Comparable, Sendable {
  package let millionths: Int64

  package static let zero = ExactDecimal(millionths: 0)
  package static let places = 6
  static let unit: Int64 = 1_000_000

  package init(millionths: Int64) { self.millionths = millionths }

  package init(_ whole: Int32) { millionths = Int64(whole) * Self.unit }

  /// Reads `2`, `2.5` or `-0.000001`.
  ///
  /// - Throws: `DecimalError` for any other form, more than six places, or beyond ±9.2 × 10¹².
  package init(parsing text: some StringProtocol) throws(DecimalError) {
    millionths = try parseFixedPoint(text, places: Self.places)
  }

  package static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    left.millionths < right.millionths
  }

  package var isNegative: Bool { millionths < 0 }
}

extension ExactDecimal: CustomStringConvertible {
  /// The shortest plain decimal, as in `0.9` and `1600`.
  package var description: String {
    let (whole, rest) = millionths.magnitude.quotientAndRemainder(dividingBy: UInt64(Self.unit))
    let sign = millionths < 0 ? "-" : ""
    guard rest != 0 else { return sign + "\(whole)" }
    var digits = String(rest)
    digits = String(repeating: "0", count: Self.places - digits.count) + digits
    while digits.last == "0" {
      digits.removeLast()
    }
    return sign + "\(whole)." + digits
  }
}

extension ExactDecimal: ExpressibleByIntegerLiteral {
  package init(integerLiteral value: Int32) { self.init(value) }
}

/// Why a text is not an exact decimal.
package enum DecimalError: Error, Equatable, Sendable {
  case notANumber(String)
  case tooManyPlaces(String, allowed: Int)
  case tooLarge(String)
}

/// The value of `text` in units of 10^-places.
func parseFixedPoint(_ text: some StringProtocol, places: Int) throws(DecimalError) -> Int64 {
  var bytes = Array(text.utf8)[...]
  while bytes.first == UInt8(ascii: " ") { bytes.removeFirst() }
  while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
  let isNegative = bytes.first == UInt8(ascii: "-")
  if isNegative || bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
  let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
  let isDigit = { (byte: UInt8) in byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
  guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) })
  else { throw .notANumber(String(text)) }
  var fraction = parts.count == 2 ? parts[1] : []
  while fraction.count > places, fraction.last == UInt8(ascii: "0") { fraction.removeLast() }
  guard fraction.count <= places else { throw .tooManyPlaces(String(text), allowed: places) }
  let padding = repeatElement(UInt8(ascii: "0"), count: places - fraction.count)
  var value: Int64 = 0
  for byte in Array(parts[0]) + Array(fraction) + Array(padding) {
    let (tenfold, tooBig) = value.multipliedReportingOverflow(by: 10)
    let (next, stillTooBig) = tenfold.addingReportingOverflow(Int64(byte - UInt8(ascii: "0")))
    guard !tooBig, !stillTooBig else { throw .tooLarge(String(text)) }
    value = next
  }
  return isNegative ? -value : value
}
