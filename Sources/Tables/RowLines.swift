// SPDX-License-Identifier: GPL-3.0-or-later

/// The lines of the rows that were kept of a file, in the file's order.
///
/// Most rows stand one line below the one before, so only those that do not are remembered.
package struct RowLines: Sendable {
  private var jumps: [(row: UInt32, line: UInt32)] = []
  package private(set) var count = 0
  private var next = -1

  package init() {}

  package mutating func append(_ line: Int) {
    if line != next { jumps.append((UInt32(clamping: count), UInt32(clamping: line))) }
    count += 1
    next = line + 1
  }

  /// The line of a row, from 1.
  package subscript(row: Int) -> Int {
    var (low, high) = (0, jumps.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if jumps[middle].row <= row { low = middle } else { high = middle }
    }
    return Int(jumps[low].line) + row - Int(jumps[low].row)
  }
}
