// SPDX-License-Identifier: GPL-3.0-or-later

/// Rows with a time, column by column, that are put in order of time in their own place.
protocol TimedRows {
  var count: Int { get }
  func time(_ row: Int) -> Double
  /// Which row of the file stands here: those of the same time stay as they are in the file.
  func fileRow(_ row: Int) -> UInt32
  mutating func swapAt(_ row: Int, _ other: Int)
  /// Puts the rows of a range in the order of `places`, counted from the range's start.
  mutating func reorder(_ range: Range<Int>, _ places: [Int])
}

extension TimedRows {
  /// Sorts the rows: first into short stretches of time, by exchange (McIlroy, Bostic, McIlroy 1993,
  /// "Engineering radix sort"), then within each, where everything fits into the processor's cache.
  ///
  /// It takes hardly more memory than the rows have, unless most of them lie in a small part of the
  /// time between the first and the last.
  mutating func sortByTime() {
    guard count > 1 else { return }
    var (first, last) = (time(0), time(0))
    for row in 1..<count {
      let time = time(row)
      if time < first { first = time }
      if time > last { last = time }
    }
    let stretches = 256
    let scale = last > first ? Double(stretches - 1) / (last - first) : 0
    var starts = [Int](repeating: 0, count: stretches + 1)
    for row in 0..<count { starts[Int((time(row) - first) * scale) + 1] += 1 }
    for stretch in 1...stretches { starts[stretch] += starts[stretch - 1] }
    var heads = starts
    for stretch in 0..<stretches {
      while heads[stretch] < starts[stretch + 1] {
        let home = Int((time(heads[stretch]) - first) * scale)
        if home != stretch { swapAt(heads[stretch], heads[home]) }
        heads[home] += 1
      }
    }
    for stretch in 0..<stretches where starts[stretch + 1] > starts[stretch] {
      sort(starts[stretch]..<starts[stretch + 1])
    }
  }

  private mutating func sort(_ range: Range<Int>) {
    var keys = range.map {
      (time: time($0), row: fileRow($0), place: UInt32($0 - range.lowerBound))
    }
    keys.sort { ($0.time, $0.row) < ($1.time, $1.row) }
    reorder(range, keys.map { Int($0.place) })
  }
}

extension Array {
  /// Does for one column what `TimedRows` asks; a column that the file does not have stays empty.
  mutating func reorder(_ range: Range<Int>, _ places: [Int]) {
    guard !isEmpty else { return }
    let part = places.map { self[range.lowerBound + $0] }
    for (index, value) in zip(range, part) { self[index] = value }
  }

  /// Exchanges two values of a column that the file has.
  mutating func exchange(_ row: Int, _ other: Int) {
    if !isEmpty { swapAt(row, other) }
  }
}
