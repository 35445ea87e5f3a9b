// SPDX-License-Identifier: GPL-3.0-or-later

/// A customer about to write.
struct Arrival: BitwiseCopyable {
  var time: Double
  var key: UInt64
  /// The handling requirement, wrap-up included; 0 at message fidelity. Drawn when the arrivals of
  /// all streams have been merged.
  var work = 0.0
  var type: UInt32
  /// Column of the counts of an interval: the type, or for a pool's background the number of types
  /// more.
  var column: UInt32

  var isBackground: Bool { column != type }

  static let none = Arrival(time: .infinity, key: 0, type: 0, column: 0)
}
