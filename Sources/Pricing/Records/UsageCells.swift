// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars

/// Counts by inquiry type, day, clock hour and column while a file is read, when nobody knows yet how
/// many days and types there will be: a block of cells for each day on which a type occurs.
struct UsageCells {
  /// Rows that name no type.
  static let untyped = -1

  private let slots: Int
  private let columns: Int
  private var counts: [Int64] = []
  /// The line that each cell was told on, where every cell may be told once only.
  private var lines: [UInt32] = []
  private let isToldOnce: Bool
  /// Of each type, the untyped first: where the block of a day begins.
  private var blocks: [[Int: Int]] = []
  /// Of each type the day that was asked for last, and its block.
  private var latest: [(day: Int, block: Int)] = []

  init(slots: Int, columns: Int, isToldOnce: Bool = false) {
    self.slots = slots
    self.columns = columns
    self.isToldOnce = isToldOnce
  }

  /// The cells of a type at an hour, column by column.
  ///
  /// - Throws: `.tooManyNames` where the cells come to more than is kept.
  mutating func row(
    type: Int, on date: CivilDate, hour: Int, line: Int
  ) throws(RecordError) -> Int {
    try block(type, date.dayNumber, line) + (slots == 1 ? 0 : hour) * columns
  }

  /// Adds to a cell of a row; a sum beyond 64 bits saturates.
  mutating func add(_ amount: Int64, column: Int, of row: Int) {
    counts[row + column].addSaturating(amount)
  }

  /// Notes that a cell of a row is told on a line.
  ///
  /// - Returns: The line that told it before, if one did.
  mutating func claim(column: Int, of row: Int, line: Int) -> Int? {
    guard lines[row + column] == 0 else { return Int(lines[row + column]) }
    lines[row + column] = UInt32(clamping: line)
    return nil
  }

  /// Forgets what a column has counted.
  mutating func clear(column: Int) {
    for cell in stride(from: column, to: counts.count, by: columns) { counts[cell] = 0 }
  }

  /// Tells every amount, its column, type, date and hour; what names no type belongs to the first.
  func forEach(_ body: (Int64, Int, Int, CivilDate, Int) -> Void) {
    for (index, days) in blocks.enumerated() {
      for (day, block) in days {
        let date = CivilDate(dayNumber: day)
        for hour in 0..<slots {
          for column in 0..<columns {
            let amount = counts[block + hour * columns + column]
            if amount != 0 { body(amount, column, max(0, index - 1), date, hour) }
          }
        }
      }
    }
  }

  private mutating func block(_ type: Int, _ day: Int, _ line: Int) throws(RecordError) -> Int {
    let index = type + 1
    while blocks.count <= index {
      blocks.append([:])
      latest.append((.min, 0))
    }
    if latest[index].day == day { return latest[index].block }
    let block = blocks[index][day] ?? counts.count
    if block == counts.count {
      guard counts.count + slots * columns <= UsageLimits.cells else {
        throw RecordError(
          line: line, column: "inquiry_type", .tooManyNames(most: max(1, blocks.count - 2)))
      }
      counts += repeatElement(0, count: slots * columns)
      if isToldOnce { lines += repeatElement(0, count: slots * columns) }
      blocks[index][day] = block
    }
    latest[index] = (day, block)
    return block
  }
}
