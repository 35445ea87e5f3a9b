// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Money
import Tables
import Wording

/// Reads the usage of past months from CSV.
///
/// Two kinds of file are told apart by their header:
/// - a **table** with a column `date` or `month`, whose rows each fill some of the columns in
///   `UsageTable.columns`: counts of an inquiry type, seats and shifts of a group, sales of the
///   shop, a measured result. A heading such as `inquiries:pre_sale` names what its cells are about;
/// - a **chat log** with a column `arrived_at`, one row for each contact (`ChatLog.columns`), or the
///   `chats.csv` of a simulation.
///
/// Headings may be Chinese (`ChineseHeadings`).
package enum UsageFile {
  /// - Parameters:
  ///   - reading: What the contracts to be priced make of the file.
  ///   - notes: Receives a note for each assumption.
  /// - Throws: `RecordError` with the line of the first mistake.
  package static func parse(
    _ text: String, for reading: UsageReading = UsageReading(),
    notes: RecordNotes = RecordNotes()
  ) throws(RecordError) -> RecordedUsage {
    try read(DelimitedRows(text: text), for: reading, notes: notes)
  }

  /// Reads a file, as `parse` a text.
  package static func read(
    path: String, for reading: UsageReading = UsageReading(), notes: RecordNotes = RecordNotes()
  ) throws(RecordError) -> RecordedUsage {
    try read(RecordError.rows(of: path, .records), for: reading, notes: notes)
  }

  private static func read(
    _ rows: DelimitedRows, for reading: UsageReading, notes: RecordNotes
  ) throws(RecordError) -> RecordedUsage {
    let table = try RecordTable(rows, headings: ChineseHeadings.usage, notes)
    if ChatLog.isLog(table.header) {
      var log = try ChatLog(table, for: reading)
      return .daily(try log.usage())
    }
    var usage = try UsageTable(table, for: reading)
    return try usage.usage()
  }
}

/// What usage may tell apart: it is kept densely, by day, hour, name and column.
enum UsageLimits {
  /// Inquiry types, groups or results.
  static let names = 1000
  /// Rows of a table; a log may have more.
  static let rows = 1_000_000
  static let cells = 50_000_000
  private static let staffed = 2_000_000

  /// - Parameter times: Days or months, in each of which every name is counted.
  /// - Throws: `.tooManyNames`, with as many as the times allow.
  static func check(
    _ schema: UsageSchema, times: Int, byHour: Bool, line: Int
  ) throws(RecordError) {
    let types = cells / (times * (byHour ? 24 : 1) * schema.columnCount)
    guard schema.typeCount <= types else {
      throw RecordError(line: line, column: "inquiry_type", .tooManyNames(most: types))
    }
    guard schema.groups.count <= staffed / times else {
      throw RecordError(line: line, column: "group", .tooManyNames(most: staffed / times))
    }
  }
}
