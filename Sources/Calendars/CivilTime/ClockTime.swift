// SPDX-License-Identifier: GPL-3.0-or-later

/// A wall-clock time in seconds since midnight, from 00:00 to 24:00 (the end of the day).
public struct ClockTime: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// 0–86,400.
  public let secondsSinceMidnight: Int

  public static let midnight = ClockTime(unchecked: 0)
  public static let endOfDay = ClockTime(unchecked: 86_400)

  /// The given time, or `nil` beyond 24:00:00.
  public init?(hour: Int, minute: Int = 0, second: Int = 0) {
    guard hour >= 0, (0..<60).contains(minute), (0..<60).contains(second) else { return nil }
    self.init(secondsSinceMidnight: hour * 3600 + minute * 60 + second)
  }

  /// The given time, or `nil` outside 0–86,400.
  public init?(secondsSinceMidnight: Int) {
    guard (0...86_400).contains(secondsSinceMidnight) else { return nil }
    self.init(unchecked: secondsSinceMidnight)
  }

  package init(unchecked seconds: Int) { secondsSinceMidnight = seconds }

  /// Reads `9:00`, `09:00` or `09:00:30`; `nil` for anything else.
  public init?(iso text: some StringProtocol) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), (1...2).contains(parts[0].count),
      parts.dropFirst().allSatisfy({ $0.count == 2 }),
      parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
      let hour = Int(parts[0]), let minute = Int(parts[1])
    else { return nil }
    var second = 0
    if parts.count == 3 {
      guard let seconds = Int(parts[2]) else { return nil }
      second = seconds
    }
    self.init(hour: hour, minute: minute, second: second)
  }

  public static func < (left: ClockTime, right: ClockTime) -> Bool {
    left.secondsSinceMidnight < right.secondsSinceMidnight
  }

  /// `09:00`, with seconds only where they are not zero.
  public var description: String {
    let (hour, rest) = secondsSinceMidnight.quotientAndRemainder(dividingBy: 3600)
    let (minute, second) = rest.quotientAndRemainder(dividingBy: 60)
    let short = padded(hour, to: 2) + ":" + padded(minute, to: 2)
    return second == 0 ? short : short + ":" + padded(second, to: 2)
  }
}
