// SPDX-License-Identifier: GPL-3.0-or-later

/// A wall-clock time in seconds since midnight, from 00:00 to 24:00 (the end of the day).
package struct ClockTime: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// 0–86,400.
  package let secondsSinceMidnight: Int

  package static let midnight = ClockTime(unchecked: 0)
  package static let endOfDay = ClockTime(unchecked: 86_400)

  /// The given time, or `nil` beyond 24:00:00.
  package init?(hour: Int, minute: Int = 0, second: Int = 0) {
    guard hour >= 0, (0..<60).contains(minute), (0..<60).contains(second) else { return nil }
    self.init(secondsSinceMidnight: hour * 3600 + minute * 60 + second)
  }

  /// The given time, or `nil` outside 0–86,400.
  package init?(secondsSinceMidnight: Int) {
    guard (0...86_400).contains(secondsSinceMidnight) else { return nil }
    self.init(unchecked: secondsSinceMidnight)
  }

  package init(unchecked seconds: Int) { secondsSinceMidnight = seconds }

  /// Reads `9:00`, `09:00` or `09:00:30`; `nil` for anything else.
  package init?(iso text: some StringProtocol) {
    // By bytes: logs have millions of times.
    var numbers = [0, 0, 0]
    var (part, digits) = (0, 0)
    for byte in String(text).utf8 {
      if byte == UInt8(ascii: ":") {
        guard part == 0 ? digits > 0 : digits == 2, part < 2 else { return nil }
        (part, digits) = (part + 1, 0)
      } else {
        digits += 1
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), digits <= 2 else {
          return nil
        }
        numbers[part] = numbers[part] * 10 + Int(byte - UInt8(ascii: "0"))
      }
    }
    guard part >= 1, digits == 2 else { return nil }
    self.init(hour: numbers[0], minute: numbers[1], second: numbers[2])
  }

  package static func < (left: ClockTime, right: ClockTime) -> Bool {
    left.secondsSinceMidnight < right.secondsSinceMidnight
  }

  /// `09:00`, with seconds only where they are not zero.
  package var description: String {
    let (hour, rest) = secondsSinceMidnight.quotientAndRemainder(dividingBy: 3600)
    let (minute, second) = rest.quotientAndRemainder(dividingBy: 60)
    let short = padded(hour, to: 2) + ":" + padded(minute, to: 2)
    return second == 0 ? short : short + ":" + padded(second, to: 2)
  }
}
