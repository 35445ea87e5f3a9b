// SPDX-License-Identifier: GPL-3.0-or-later

import Tables

/// The rows of a counts file, column by column.
struct CountColumns: TimedRows {
  /// Wall-clock seconds since 1970.
  private(set) var starts: [Int] = []
  /// Customers; negative where the cell says that the number is not known.
  private(set) var counts: [Int] = []
  private var lines = RowLines()
  /// Of stamps moved to another clock, by how many seconds each was; empty where none was.
  private var shifts: [Int32] = []
  /// Where each row stood in the file; empty while they stand as there.
  private var fileRows: [UInt32] = []

  private static let sample = 4096

  var count: Int { starts.count }

  /// Seconds from the row before to this one.
  func distance(before row: Int) -> Int { starts[row] - starts[row - 1] }

  /// - Parameter foreseen: Rows of the whole file, where that can be told.
  mutating func append(
    _ moment: StampClock.Moment, count: Int?, line: Int, foreseen: @autoclosure () -> Int?
  ) {
    if starts.count == Self.sample, let foreseen = foreseen() {
      starts.reserveCapacity(foreseen)
      counts.reserveCapacity(foreseen)
    }
    let shift = moment.wallClock - moment.instant
    if shift != 0 || !shifts.isEmpty {
      if shifts.isEmpty { shifts = [Int32](repeating: 0, count: starts.count) }
      shifts.append(Int32(shift))
    }
    starts.append(moment.wallClock)
    counts.append(count ?? -1)
    lines.append(line)
  }

  /// Line of the file, from 1.
  func line(of row: Int) -> Int { lines[fileRows.isEmpty ? row : Int(fileRows[row])] }

  func time(_ row: Int) -> Double { Double(starts[row]) }

  func fileRow(_ row: Int) -> UInt32 { fileRows[row] }

  mutating func swapAt(_ row: Int, _ other: Int) {
    starts.exchange(row, other)
    counts.exchange(row, other)
    shifts.exchange(row, other)
    fileRows.exchange(row, other)
  }

  mutating func reorder(_ range: Range<Int>, _ places: [Int]) {
    starts.reorder(range, places)
    counts.reorder(range, places)
    shifts.reorder(range, places)
    fileRows.reorder(range, places)
  }

  /// Puts the rows in order of their starts, those of the same start as they stand in the file.
  mutating func sort() {
    guard (1..<max(1, count)).contains(where: { starts[$0] < starts[$0 - 1] }) else { return }
    fileRows = Array(0..<UInt32(count))
    sortByTime()
  }

  /// Adds up the rows of the hour that the end of summer time repeats: the clock shows one interval.
  ///
  /// - Returns: The lines of those that were added to another.
  mutating func join() -> [Int] {
    guard !shifts.isEmpty else { return [] }
    var joined: [Int] = []
    keep { columns, row, last in
      guard columns.starts[row] == columns.starts[last], columns.shifts[row] != columns.shifts[last]
      else { return true }
      joined.append(columns.line(of: row))
      let (one, other) = (columns.counts[last], columns.counts[row])
      columns.counts[last] = one < 0 || other < 0 ? -1 : one + other
      return false
    }
    return joined
  }

  /// Leaves out the rows whose count is not known.
  mutating func removeUnknown() {
    guard counts.contains(where: { $0 < 0 }) else { return }
    keep { columns, row, _ in columns.counts[row] >= 0 }
    if let first = counts.first, first < 0 {
      starts.removeFirst()
      counts.removeFirst()
      fileRows.removeFirst()
    }
  }

  /// Keeps the first row and those of the others that are wanted.
  ///
  /// - Parameter isKept: Asked for a row and the last one kept.
  private mutating func keep(_ isKept: (inout CountColumns, Int, Int) -> Bool) {
    guard count > 1 else { return }
    var places = fileRows.isEmpty ? Array(0..<UInt32(count)) : fileRows
    var last = 0
    for row in 1..<count where isKept(&self, row, last) {
      last += 1
      starts[last] = starts[row]
      counts[last] = counts[row]
      if !shifts.isEmpty { shifts[last] = shifts[row] }
      places[last] = places[row]
    }
    let left = count - last - 1
    starts.removeLast(left)
    counts.removeLast(left)
    if !shifts.isEmpty { shifts.removeLast(left) }
    places.removeLast(left)
    fileRows = places
  }
}
