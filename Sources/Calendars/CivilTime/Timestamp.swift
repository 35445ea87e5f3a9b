// SPDX-License-Identifier: GPL-3.0-or-later

/// A time stamp as written: wall clock, and the zone offset if it has one.
package struct Timestamp: Equatable, Sendable {
  /// Wall-clock seconds since 1970-01-01T00:00, whole.
  package private(set) var wallClock: Int
  /// Fraction of a second, in [0, 1).
  package private(set) var fraction: Double
  /// Seconds east of Greenwich.
  package private(set) var offset: Int?
  /// Whether a time of day follows the date.
  package private(set) var hasTime = false

  /// Reads `2026-11-01T09:00:30.5+08:00`, `2026-11-01 9:00`, `2026/11/1 9:00`, `2026/11/1` and the
  /// like; nil for anything else. Year first always: day and month cannot be told apart otherwise.
  package init?(_ bytes: ArraySlice<UInt8>) {
    var scanner = DigitScanner(bytes)
    guard let year = scanner.number(digits: 4...4), let mark = scanner.next(),
      mark == UInt8(ascii: "-") || mark == UInt8(ascii: "/") || mark == UInt8(ascii: "."),
      let month = scanner.number(digits: 1...2), scanner.next() == mark,
      let day = scanner.number(digits: 1...2),
      let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    wallClock = date.dayNumber * 86_400
    fraction = 0
    guard let gap = scanner.next() else { return }
    guard gap == UInt8(ascii: " ") || gap == UInt8(ascii: "T") || gap == UInt8(ascii: "t")
    else { return nil }
    scanner.skipBlanks()
    guard let hour = scanner.number(digits: 1...2), hour < 24,
      scanner.next() == UInt8(ascii: ":"),
      let minute = scanner.number(digits: 2...2), minute < 60
    else { return nil }
    var second = 0
    if scanner.skip(":") {
      guard let value = scanner.number(digits: 2...2), value < 60 else { return nil }
      second = value
      if scanner.skip(".") {
        guard let value = scanner.fraction() else { return nil }
        fraction = value
      }
    }
    hasTime = true
    wallClock += hour * 3600 + minute * 60 + second
    scanner.skipBlanks()
    guard let zone = scanner.next() else { return }
    switch zone {
    case UInt8(ascii: "Z"), UInt8(ascii: "z"): offset = 0
    case UInt8(ascii: "+"), UInt8(ascii: "-"):
      guard let hours = scanner.number(digits: 2...2), hours <= 14 else { return nil }
      _ = scanner.skip(":")
      let minutes = scanner.isAtEnd ? 0 : scanner.number(digits: 2...2)
      guard let minutes, minutes < 60 else { return nil }
      offset = (hours * 3600 + minutes * 60) * (zone == UInt8(ascii: "-") ? -1 : 1)
    default: return nil
    }
    guard scanner.isAtEnd else { return nil }
  }
}

/// Reads digits and marks off a slice of bytes.
private struct DigitScanner {
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  var isAtEnd: Bool { position >= bytes.endIndex }

  mutating func next() -> UInt8? {
    guard !isAtEnd else { return nil }
    position += 1
    return bytes[position - 1]
  }

  mutating func skip(_ mark: Unicode.Scalar) -> Bool {
    guard !isAtEnd, bytes[position] == UInt8(ascii: mark) else { return false }
    position += 1
    return true
  }

  mutating func skipBlanks() { while skip(" ") {} }

  mutating func number(digits: ClosedRange<Int>) -> Int? {
    var (value, count) = (0, 0)
    while count < digits.upperBound, !isAtEnd, (0x30...0x39).contains(bytes[position]) {
      value = value * 10 + Int(bytes[position] - 0x30)
      count += 1
      position += 1
    }
    return digits.contains(count) ? value : nil
  }

  mutating func fraction() -> Double? {
    var (value, place, any) = (0.0, 0.1, false)
    while !isAtEnd, (0x30...0x39).contains(bytes[position]) {
      value += place * Double(bytes[position] - 0x30)
      place /= 10
      any = true
      position += 1
    }
    return any ? min(value, 0.999_999_999) : nil
  }
}
