// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Tables

/// Reads a log of messages out of CSV, one row for each.
///
/// Columns `time` and `side`, and `session` or `customer` or both; `agent` may be there. Where there
/// is no session, a customer's messages are one until he and the shop are silent for a while. Where
/// lengths are asked for, `characters` or the `text` itself is read too.
package struct MessageReader: Sendable {
  /// What was assumed in reading.
  package struct Notes: Equatable, Sendable {
    package var isGBK = false
    /// Whether zone offsets were left out.
    package var dropsOffsets = false
    /// Rows that were put in order of time.
    package var sorted = 0
    /// Minutes of silence that part the sessions of a customer, where the log names none.
    package var sessionGap: Int?
  }

  /// Minutes of silence after which a customer's next message begins a session.
  package var sessionGap: Int
  /// Whether rows out of order are put in order or refused.
  package var sorts: Bool

  /// Whether the lengths of messages are kept.
  package var keepsLengths: Bool

  private static let problemLimit = 10
  static let mostDays = 7320

  package init(sessionGap: Int = 30, sorts: Bool = false, keepsLengths: Bool = false) {
    self.sessionGap = sessionGap
    self.sorts = sorts
    self.keepsLengths = keepsLengths
  }

  package func read(path: String) throws(MessageLogError) -> (log: MessageLog, notes: Notes) {
    let rows: DelimitedRows
    do throws(InputProblem) {
      rows = try DelimitedRows(path: path, limits: .records)
    } catch {
      throw MessageLogError(line: 0, .table(.input(error)))
    }
    return try read(rows)
  }

  package func read(text: String) throws(MessageLogError) -> (log: MessageLog, notes: Notes) {
    try read(DelimitedRows(text: text))
  }

  private func read(
    _ source: DelimitedRows
  ) throws(MessageLogError) -> (log: MessageLog, notes: Notes) {
    var rows = source
    guard try next(&rows) else { throw MessageLogError(line: 0, .table(.empty)) }
    let columns = try MessageColumns(
      header: rows.fields.indices.map { rows.text($0) }, line: rows.line,
      withLengths: keepsLengths)
    var cells = MessageCells(columns)
    var problems: [MessageLogError.Problem] = []
    var further = 0
    while try next(&rows) {
      if cells.count == 4096, let foreseen = rows.expectedRows { cells.reserve(foreseen) }
      guard let kind = cells.append(rows) else { continue }
      if problems.count < Self.problemLimit {
        problems.append(MessageLogError.Problem(line: rows.line, kind: kind))
      } else {
        further += 1
      }
    }
    if !problems.isEmpty { throw MessageLogError(problems, further: further) }
    if cells.count == 0 { throw MessageLogError(line: 0, .table(.empty)) }
    var notes = Notes(isGBK: rows.isGBK, dropsOffsets: cells.offset != nil)
    if columns[.session] == nil { notes.sessionGap = sessionGap }
    let log = try cells.log(sessionGap: sessionGap, sorts: sorts, &notes.sorted)
    return (log, notes)
  }

  private func next(_ rows: inout DelimitedRows) throws(MessageLogError) -> Bool {
    do throws(TableError) {
      return try rows.next()
    } catch {
      throw MessageLogError(line: error.line, .table(error.kind))
    }
  }
}
