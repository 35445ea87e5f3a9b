// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Tables

/// An instant of a table as written, and what it means.
package struct AskedStart: Equatable, Sendable {
  /// The cell's text without surrounding blanks.
  package let text: String
  /// Wall-clock seconds since 1970.
  package let second: Int
  package let line: Int

  package init(text: String, second: Int, line: Int) {
    self.text = text
    self.second = second
    self.line = line
  }
}

extension HistoryReader {
  /// Reads the time column of a file alone, in the file's order; other columns are passed over.
  package func readStarts(
    path: String
  ) throws(HistoryError) -> (starts: [AskedStart], notes: [HistoryNote]) {
    try readStarts(Self.open(path, .tables))
  }

  /// Reads the time column of a text alone.
  package func readStarts(
    text: String
  ) throws(HistoryError) -> (starts: [AskedStart], notes: [HistoryNote]) {
    try readStarts(DelimitedRows(text: text, limits: .tables))
  }

  private func readStarts(
    _ source: DelimitedRows
  ) throws(HistoryError) -> (starts: [AskedStart], notes: [HistoryNote]) {
    var rows = CSVRows(source)
    guard try rows.next() else { throw HistoryError([HistoryProblem(line: 0, kind: .empty)]) }
    let header = rows.fields.indices.map { rows.text($0) }
    let columns = try HistoryColumns(header: header, line: rows.line)
    var clock = StampClock(timeZone: timeZone)
    var problems = HistoryProblems(limit: problemLimit)
    var starts: [AskedStart] = []
    while try rows.next() {
      guard let column = columns[.time], column < rows.fields.count else {
        problems.add(
          .tooFewFields(found: rows.fields.count, needed: columns.needed), line: rows.line)
        continue
      }
      guard let stamp = Timestamp(rows.cell(column)), stamp.fraction == 0 else {
        problems.add(.badTime(rows.text(column)), line: rows.line)
        continue
      }
      guard let moment = clock.moment(stamp, line: rows.line) else {
        problems.add(.mixedZones, line: rows.line)
        continue
      }
      starts.append(AskedStart(text: rows.text(column), second: moment.wallClock, line: rows.line))
    }
    try problems.check()
    if starts.isEmpty { throw HistoryError([HistoryProblem(line: 0, kind: .empty)]) }
    var notes = HistoryNotes()
    if rows.isGBK { notes.add(.gbk, line: 0) }
    clock.note(into: &notes)
    return (starts, notes.notes)
  }
}
