// SPDX-License-Identifier: GPL-3.0-or-later

/// A shift that people can be given on a day.
package struct RosterShift: Equatable, Sendable {
  package var name: String
  /// Minutes after midnight of the day it belongs to, 0 to 1439.
  package var start: Int
  /// Minutes from its start to its end, 1 to 1440; it may end on the next day.
  package var length: Int
  /// Minutes that count towards the contract, 0 to `length`.
  package var paid: Int
  /// Minutes of `length` without work, counted from the shift's start; empty without a break.
  package var pause: Range<Int>
  /// Counts as a night.
  package var isNight: Bool

  /// - Parameter isNight: By default: is at work for three hours or more between 22:00 and 06:00.
  package init(
    _ name: String, start: Int, length: Int, paid: Int? = nil, pause: Range<Int> = 0..<0,
    isNight: Bool? = nil
  ) {
    self.name = name
    self.start = start
    self.length = length
    self.pause = pause
    self.paid = paid ?? length - pause.count
    self.isNight =
      isNight ?? (Self.nightMinutes(start..<start + length) >= Self.minutesOfNight)
  }

  /// Of a shift between 22:00 and 06:00, from which it is a night.
  package static let minutesOfNight = 180

  private static func nightMinutes(_ shift: Range<Int>) -> Int {
    [0..<360, 1320..<1800, 2760..<3240].reduce(0) { $0 + $1.clamped(to: shift).count }
  }
}
