// SPDX-License-Identifier: GPL-3.0-or-later

/// A customer about to write.
struct Arrival: BitwiseCopyable {
  var time: Double
  var key: UInt64
  /// The handling requirement, wrap-up included; 0 at message fidelity. Drawn when the arrivals of
  /// all streams have been merged.
  var work = 0.0
  var type: UInt32
  /// Row of the counts within an interval, as `ContactLayout` has them.
  var row: UInt32

  /// Whether the customer is the own shop's, whose rows come first.
  var isOwn: Bool { row == type }

  static let none = Arrival(time: .infinity, key: 0, type: 0, row: 0)
}
