// SPDX-License-Identifier: GPL-3.0-or-later

extension FixedWidthInteger {
  /// A computed number as a whole one, its fraction dropped.
  ///
  /// A conversion ends the process where the number is not finite or too large, and what a scenario's
  /// numbers multiply to may be either. Here NaN is 0, and what lies beyond ±10¹⁵, or beyond what the
  /// type holds, is the last number before.
  package init(bounded value: Double) {
    guard !value.isNaN else {
      self = 0
      return
    }
    self = Self(clamping: Int64(Swift.min(Swift.max(value, -1e15), 1e15)))
  }
}
