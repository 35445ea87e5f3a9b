// SPDX-License-Identifier: GPL-3.0-or-later

/// A customer about to write.
struct Arrival: BitwiseCopyable {
  var time: Double
  var key: UInt64
  var type: UInt32
  var isBackground: Bool

  static let none = Arrival(time: .infinity, key: 0, type: 0, isBackground: false)
}
