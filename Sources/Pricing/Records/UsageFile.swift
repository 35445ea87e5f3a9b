// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Money
import Tables

/// Reads the usage of past months from CSV.
///
/// Two kinds of file are told apart by their header:
/// - a **table** with a column `date` or `month`, whose rows each fill some of the columns in
///   `UsageTable.columns`: counts of an inquiry type, seats and shifts of a group, sales of the
///   shop, a measured result. A heading such as `inquiries:pre_sale` names what its cells are about;
/// - a **chat log** with a column `arrived_at`, one row for each contact (`ChatLog.columns`), or the
///   `chats.csv` of a simulation.
package enum UsageFile {
  /// - Parameters:
  ///   - reading: What the contracts to be priced make of the file.
  ///   - notes: Receives a note for each assumption.
  /// - Throws: `RecordError` with the line of the first mistake.
  package static func parse(
    _ text: String, for reading: UsageReading = UsageReading(),
    notes: RecordNotes = RecordNotes()
  ) throws(RecordError) -> RecordedUsage {
    let table = try RecordError.table(text)
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

/// The names of a column in the order of their first appearance.
func names(in rows: some Sequence<RecordRow>, _ column: String) -> [String] {
  var found: [String] = []
  var seen: Set<String> = []
  for row in rows {
    if let name = row.text(column), seen.insert(name).inserted { found.append(name) }
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
