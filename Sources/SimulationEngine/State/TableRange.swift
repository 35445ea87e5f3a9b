// SPDX-License-Identifier: GPL-3.0-or-later

/// Consecutive rows of a table.
struct TableRange: BitwiseCopyable, Equatable {
  var lowerBound: Int32 = 0
  var upperBound: Int32 = 0

  init() {}

  init(_ lowerBound: Int, _ upperBound: Int) {
    self.lowerBound = Int32(lowerBound)
    self.upperBound = Int32(upperBound)
  }

  var count: Int { Int(upperBound - lowerBound) }
  var indices: Range<Int> { Int(lowerBound)..<Int(upperBound) }
}
