// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Scenarios

/// Reads a history of arrivals out of a CSV file.
///
/// The file has a header. With a count column (`count`, `offered` …) each row is an interval,
/// otherwise each row is one arrival; optional columns are the type, the wait, the handling and the
/// outcome. What is clear is read and noted, what is not is refused with its line.
package struct HistoryReader: Sendable {
  package enum Unsorted: Sendable { case refuse, sort }

  /// Whether rows out of order are put in order (with a note) or refused.
  package var unsorted: Unsorted
  /// IANA zone whose wall clock stamps with an offset are moved to; nil keeps what they show, as
  /// long as all have the same offset.
  package var timeZone: String?
  /// Most customers that one interval may count.
  static let largestCount = 10_000_000
  /// Problems kept before reading stops.
  package var problemLimit = 10

  package init(unsorted: Unsorted = .refuse, timeZone: String? = nil) {
    self.unsorted = unsorted
    self.timeZone = timeZone
  }

  /// Reads the file in chunks; memory grows with the records kept, not with the file's text.
  package func read(path: String) throws(HistoryError) -> RecordedHistory {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      throw HistoryError([HistoryProblem(line: 0, kind: .unreadable(reason: "a folder"))])
    }
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw HistoryError([
        HistoryProblem(line: 0, kind: .unreadable(reason: "no such file, or no right to read it"))
      ])
    }
    defer { try? file.close() }
    return try read { [UInt8](try file.read(upToCount: 1 << 20) ?? Data()) }
  }

  /// Reads a history that is already in memory.
  package func read(text: String) throws(HistoryError) -> RecordedHistory {
    var rest = [UInt8](text.utf8)
    return try read {
      defer { rest = [] }
      return rest
    }
  }

  private func read(_ source: @escaping () throws -> [UInt8]) throws(HistoryError)
    -> RecordedHistory
  {
    var rows = CSVRows(read: source)
    if try rows.peek(2).elementsEqual([0x1F, 0x8B]) {
      throw HistoryError([HistoryProblem(line: 0, kind: .compressed)])
    }
    guard try rows.next() else { throw HistoryError([HistoryProblem(line: 0, kind: .empty)]) }
    let header = rows.fields.indices.map { rows.text($0) }
    let columns = try HistoryColumns(header: header, line: rows.line)
    var notes = HistoryNotes()
    for heading in columns.ignored { notes.add(.ignoredColumn(heading), line: rows.line) }
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
