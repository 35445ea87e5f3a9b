// SPDX-License-Identifier: GPL-3.0-or-later

/// Numbers as text: the same bytes on every platform and under every locale.
package enum Decimals {
  /// `value` with exactly `places` (0–9) decimal places, rounded half away from zero.
  ///
  /// Values that are not finite are empty text; beyond 15 significant digits the shortest text is
  /// given instead, because further digits would be noise.
  package static func fixed(_ value: Double, places: Int) -> String {
    guard value.isFinite else { return "" }
    let places = min(max(places, 0), 9)
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let scaled = (value.magnitude * scale).rounded(.toNearestOrAwayFromZero)
    guard scaled < 1e15 else { return shortest(value) }
    let digits = UInt64(scaled)
    let sign = value < 0 && digits > 0 ? "-" : ""
    guard places > 0 else { return sign + String(digits) }
    let (whole, fraction) = digits.quotientAndRemainder(dividingBy: UInt64(scale))
    let tail = String(fraction)
    return sign + "\(whole)." + String(repeating: "0", count: places - tail.count) + tail
  }

  /// The number that `fixed` writes, without the way through its text.
  package static func rounded(_ value: Double, places: Int) -> Double {
    var scale = 1.0
    for _ in 0..<min(max(places, 0), 9) { scale *= 10 }
    let scaled = (value.magnitude * scale).rounded(.toNearestOrAwayFromZero)
    guard scaled < 1e15 else { return value }
    // Both are exact, so that the quotient is the double next to the decimal number.
    return scaled == 0 ? 0 : (value < 0 ? -scaled : scaled) / scale
  }

  /// The shortest text that reads back as the same double; empty where it is not finite.
  package static func shortest(_ value: Double) -> String {
    guard value.isFinite else { return "" }
    let text = (value == 0 ? 0 : value).description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// The digits of plain decimal text in groups of three: `-1234567.50` becomes `-1,234,567.50`.
  package static func grouped(_ text: String) -> String {
    let isNegative = text.hasPrefix("-")
    let parts = text.drop { $0 == "-" }.split(separator: ".", maxSplits: 1)
    guard let whole = parts.first, whole.allSatisfy(\.isNumber) else { return text }
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index).isMultiple(of: 3) { grouped.append(",") }
      grouped.append(digit)
    }
    return (isNegative ? "-" : "") + grouped + (parts.count == 2 ? "." + parts[1] : "")
  }
}
