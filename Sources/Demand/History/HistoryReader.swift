// SPDX-License-Identifier: GPL-3.0-or-later

import Scenarios
package import Tables

/// Reads a history of arrivals out of a CSV file.
///
/// The file has a header. With a count column (`count`, `offered` …) each row is an interval,
/// otherwise each row is one arrival; optional columns are the type, the wait, the handling and the
/// outcome. What is clear is read and noted, what is not is refused with its line.
package struct HistoryReader: Sendable {
  package enum Unsorted: Sendable { case refuse, sort }
  /// What becomes of a history with rows so far from the others that their dates are most likely
  /// mistyped.
  package enum Gaps: Sendable { case refuse, permit }

  /// Whether rows out of order are put in order (with a note) or refused.
  package var unsorted: Unsorted
  /// IANA zone whose wall clock stamps with an offset are moved to; nil keeps what they show, as
  /// long as all have the same offset.
  package var timeZone: String?
  package var gaps: Gaps
  /// Most customers that one interval may count.
  static let largestCount = 10_000_000
  /// Most inquiry types that a history may tell apart.
  static let mostTypes = 1000
  /// Headings without a meaning that are named one by one.
  private static let mostNamed = 8
  /// Problems kept before reading stops.
  package var problemLimit = 10

  package init(
    unsorted: Unsorted = .refuse, timeZone: String? = nil, gaps: Gaps = .refuse
  ) {
    self.unsorted = unsorted
    self.gaps = gaps
    self.timeZone = timeZone
  }

  /// Reads the file in chunks; memory grows with the records kept, not with the file's text.
  package func read(path: String) throws(HistoryError) -> RecordedHistory {
    try read(Self.open(path, .records))
  }

  /// Reads a history that is already in memory.
  package func read(text: String) throws(HistoryError) -> RecordedHistory {
    try read(DelimitedRows(text: text))
  }

  static func open(
    _ path: String, _ limits: ReadingLimits
  ) throws(HistoryError) -> DelimitedRows {
    do throws(InputProblem) {
      return try DelimitedRows(path: path, limits: limits)
    } catch {
      throw HistoryError([HistoryProblem(line: 0, kind: .input(error))])
    }
  }

  /// Reads the rows of a history; the header is the next of them.
  package func read(_ source: DelimitedRows) throws(HistoryError) -> RecordedHistory {
    var rows = CSVRows(source)
    if try rows.peek(2).elementsEqual([0x1F, 0x8B]) {
      throw HistoryError([HistoryProblem(line: 0, kind: .compressed)])
    }
    guard try rows.next() else { throw HistoryError([HistoryProblem(line: 0, kind: .empty)]) }
    let header = rows.fields.indices.map { rows.text($0) }
    let columns = try HistoryColumns(header: header, line: rows.line)
    var notes = HistoryNotes()
    if rows.isGBK { notes.add(.gbk, line: 0) }
    for heading in columns.ignored.prefix(Self.mostNamed) {
      notes.add(.ignoredColumn(heading), line: rows.line)
    }
    let unnamed = columns.ignored.count - Self.mostNamed
    if unnamed > 0 { notes.add(.ignoredColumns(unnamed), line: rows.line) }
    let clock = StampClock(timeZone: timeZone)
    return columns[.count] == nil
      ? try readArrivals(&rows, columns, clock, notes)
      : try readCounts(&rows, columns, clock, notes)
  }
}

/// Collects notes, one for each kind.
struct HistoryNotes {
  private(set) var notes: [HistoryNote] = []

  mutating func add(_ kind: HistoryNote.Kind, line: Int, count: Int = 1) {
    if let index = notes.firstIndex(where: { $0.kind == kind }) {
      let old = notes[index]
      notes[index] = HistoryNote(line: old.line, kind: kind, count: old.count + count)
    } else {
      notes.append(HistoryNote(line: line, kind: kind, count: count))
    }
  }
}

/// Collects problems up to a limit.
struct HistoryProblems {
  private var kept: [HistoryProblem] = []
  private var further = 0
  let limit: Int

  init(limit: Int) { self.limit = limit }

  mutating func add(_ kind: HistoryProblem.Kind, line: Int) {
    if kept.count < limit {
      kept.append(HistoryProblem(line: line, kind: kind))
    } else {
      further += 1
    }
  }

  func check() throws(HistoryError) {
    if !kept.isEmpty { throw HistoryError(kept, further: further) }
  }
}
