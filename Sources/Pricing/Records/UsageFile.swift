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
    let table = try RecordError.table(rows).named(by: ChineseHeadings.usage)
    notes.isGBK = table.isGBK
    if ChatLog.isLog(table.header) {
      return .daily(try ChatLog(table, notes).usage(for: reading))
    }
    return try UsageTable(table, for: reading, notes).usage(for: reading)
  }
}

extension DelimitedText {
  /// Positions of the columns by name.
  ///
  /// - Throws: `.unknownColumn` for a name that is not in `known`.
  func columns(known: [String], isKnown: (String) -> Bool) throws(RecordError)
    -> [String: Int]
  {
    var columns: [String: Int] = [:]
    for (index, name) in header.enumerated() {
      guard known.contains(name) || isKnown(name) else {
        throw RecordError(line: headerLine, column: name, .unknownColumn(known: known))
      }
      columns[name] = index
    }
    return columns
  }
}

/// What usage may tell apart: it is kept densely, by day, hour, name and column.
enum UsageLimits {
  /// Inquiry types, groups or results.
  static let names = 1000
  /// Rows of a table; a log may have more.
  static let rows = 1_000_000
  private static let cells = 50_000_000
  private static let staffed = 2_000_000

  /// - Throws: `.tooManyNames`, with as many as the days of the span allow.
  static func check(
    _ schema: UsageSchema, _ span: DateSpan, byHour: Bool, line: Int
  ) throws(RecordError) {
    let types = cells / (span.count * (byHour ? 24 : 1) * schema.columnCount)
    guard schema.typeCount <= types else {
      throw RecordError(line: line, column: "inquiry_type", .tooManyNames(most: types))
    }
    guard schema.groups.count <= staffed / span.count else {
      throw RecordError(
        line: line, column: "group", .tooManyNames(most: staffed / span.count))
    }
  }
}

/// The names of a column in the order of their first appearance.
///
/// - Throws: `.notAName` for one that does not look like what it is.
func names(
  in rows: some Sequence<RecordRow>, _ column: String
) throws(RecordError) -> [String] {
  var found: [String] = []
  var seen: Set<String> = []
  for row in rows {
    guard let name = row.text(column), seen.insert(name).inserted else { continue }
    guard found.count < UsageLimits.names else {
      throw row.error(column, .tooManyNames(most: UsageLimits.names))
    }
    guard Harmless.isPlain(name) else { throw row.error(column, .notAName(name)) }
    found.append(name)
  }
  return found
}

/// The whole calendar months that cover some days.
func wholeMonths(_ dates: [(date: CivilDate, line: Int)]) throws(RecordError) -> DateSpan {
  guard let first = dates.min(by: { $0.date < $1.date }),
    let last = dates.max(by: { $0.date < $1.date })
  else { throw RecordError(line: 1, .empty) }
  guard first.date.days(to: last.date) <= 366 * 20 else {
    throw RecordError(line: last.line, .tooManyYears)
  }
  let span = DateSpan(unchecked: first.date.yearMonth.firstDay, last.date.yearMonth.lastDay)
  let present = Set(dates.map(\.date.yearMonth))
  if let missing = span.months.first(where: { !present.contains($0) }) {
    throw RecordError(line: last.line, .monthMissing(missing))
  }
  return span
}
