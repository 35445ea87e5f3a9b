// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

extension FormField.Slide {
  /// A slider for a number as it is written: from nothing to about twice of it, within what is allowed,
  /// in steps of which some dozens lie between.
  ///
  /// - Parameters:
  ///   - text: A number, perhaps with a unit.
  ///   - minimum: In the plain unit; nil for none. Also `maximum`.
  /// - Returns: nil for text that is no number.
  init?(_ text: String, kind: FormField.Kind, minimum: Double?, maximum: Double?) {
    let digits = text.prefix { "0123456789.+-".contains($0) }
    guard let number = plainNumber(digits) else { return nil }
    let suffix = String(text.dropFirst(digits.count))
    guard suffix.count <= 6 else { return nil }
    let unit: Double
    switch kind {
    case .share: unit = suffix.contains("%") ? 0.01 : 1
    case .duration:
      guard let one = parsedDuration("1" + suffix.trimmed) else { return nil }
      unit = one
    case .number, .integer, .amount: unit = 1
    case .choice, .flag, .date, .clock, .text, .structure: return nil
    }
    let least = minimum.map { $0 / unit } ?? -.infinity
    let most = maximum.map { $0 / unit } ?? .infinity
    let size = Self.round(max(abs(number) * 2, kind == .share ? 0.2 / unit : 1))
    var low = number < 0 ? -size : 0
    var high = size
    // A small range is shown whole.
    if most - least <= max(size * 5, 12 / (kind == .share ? 12 : 1)) { (low, high) = (least, most) }
    low = max(low, least)
    high = min(high, most)
    guard low < high, low.isFinite, high.isFinite else { return nil }
    self.number = number
    self.suffix = suffix
    self.low = low
    self.high = high
    step = kind == .integer ? max(1, Self.step(high - low).rounded()) : Self.step(high - low)
    if kind == .integer, high - low <= 200 { step = 1 }
  }

  /// The next of 1, 2, 5, 10 … at or above.
  private static func round(_ value: Double) -> Double {
    let power = pow(10, floor(log10(value)))
    return [1, 2, 5, 10].map { $0 * power }.first { $0 >= value * (1 - 1e-9) } ?? value
  }

  /// About a hundredth of a range, of 1, 2, 5 times a power of ten.
  private static func step(_ range: Double) -> Double {
    round(range / 200)
  }
}
