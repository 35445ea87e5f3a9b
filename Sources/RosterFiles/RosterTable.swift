// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Pricing
import Tables

/// A file of the roster's kind, read whole: named columns, and cells by name.
struct RosterTable {
  /// One row of it.
  struct Row {
    let line: Int
    fileprivate let cells: [String: String]

    /// nil for a column that is not there, or an empty cell.
    func text(_ column: String) -> String? { cells[column] }

    func error(_ column: String, _ problem: RosterFileError.Problem) -> RosterFileError {
      RosterFileError(line: line, column: column, problem)
    }

    func required(_ column: String) throws(RosterFileError) -> String {
      guard let text = cells[column] else { throw error(column, .record(.mustNotBeEmpty)) }
      return text
    }

    func number(
      _ column: String, _ allowed: ClosedRange<Int>
    ) throws(RosterFileError) -> Int? {
      guard let text = cells[column] else { return nil }
      return try number(text, column, allowed)
    }

    func number(
      _ text: some StringProtocol, _ column: String, _ allowed: ClosedRange<Int>
    ) throws(RosterFileError) -> Int {
      guard let value = Int(text), allowed.contains(value) else {
        throw error(column, .outside(String(text), allowed: allowed))
      }
      return value
    }

    func date(_ column: String) throws(RosterFileError) -> CivilDate {
      try date(try required(column), column)
    }

    func date(
      _ text: some StringProtocol, _ column: String
    ) throws(RosterFileError) -> CivilDate {
      guard let date = CivilDate(iso: text) else {
        throw error(column, .record(.notADate(String(text))))
      }
      return date
    }

    /// Minutes after midnight of `09:00`, which may stand behind a date.
    func clock(_ column: String) throws(RosterFileError) -> Int? {
      guard let text = cells[column] else { return nil }
      let time = text.split(whereSeparator: { $0 == " " || $0 == "T" }).last ?? ""
      return try clock(time, column)
    }

    func clock(
      _ text: some StringProtocol, _ column: String
    ) throws(RosterFileError) -> Int {
      guard let time = ClockTime(iso: text), time.secondsSinceMidnight % 60 == 0 else {
        throw error(column, .notLike(String(text), example: "09:00"))
      }
      return time.secondsSinceMidnight / 60
    }

    func flag(_ column: String) throws(RosterFileError) -> Bool? {
      guard let text = cells[column] else { return nil }
      switch text.lowercased() {
      case "true", "yes", "1", "是": return true
      case "false", "no", "0", "否": return false
      default:
        throw error(column, .record(.notOneOf(text, allowed: ["true", "false"])))
      }
    }

    /// Parts of a cell between upright strokes.
    func list(_ column: String) -> [String] {
      (cells[column] ?? "").split(separator: "|").map {
        String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
    }
  }

  let rows: [Row]
  let columns: Set<String>

  /// - Parameters:
  ///   - known: Columns that the file may have.
  ///   - headings: What Chinese headings mean.
  init(
    path: String, known: [String], headings: [String: String], needed: [String]
  ) throws(RosterFileError) {
    let source: DelimitedRows
    do throws(InputProblem) {
      source = try DelimitedRows(path: path, limits: .tables)
    } catch {
      throw RosterFileError(line: 0, .record(.input(error)))
    }
    (rows, columns) = try Self.read(source, known, headings, needed)
  }

  private static func read(
    _ source: DelimitedRows, _ known: [String], _ headings: [String: String], _ needed: [String]
  ) throws(RosterFileError) -> ([Row], Set<String>) {
    var source = source
    do throws(TableError) {
      guard try source.next() else { throw TableError(line: 1, .empty) }
    } catch {
      throw RosterFileError(RecordError(error))
    }
    let headerLine = source.line
    var header: [String] = []
    for field in source.fields.indices {
      let written = source.text(field)
      let name = headings[written] ?? written.lowercased()
      guard known.contains(name) else {
        throw RosterFileError(
          line: headerLine, column: written, .record(.unknownColumn(known: known)))
      }
      guard !header.contains(name) else {
        throw RosterFileError(line: headerLine, column: written, .record(.repeatedColumn))
      }
      header.append(name)
    }
    for name in needed where !header.contains(name) {
      throw RosterFileError(line: headerLine, .record(.columnNeeded([name])))
    }
    return (try rows(&source, header), Set(header))
  }

  private static func rows(
    _ source: inout DelimitedRows, _ header: [String]
  ) throws(RosterFileError) -> [Row] {
    var rows: [Row] = []
    while true {
      do throws(TableError) {
        guard try source.next() else { break }
      } catch {
        throw RosterFileError(RecordError(error))
      }
      guard source.fields.count == header.count else {
        throw RosterFileError(
          line: source.line,
          .record(.wrongFieldCount(found: source.fields.count, expected: header.count)))
      }
      var cells: [String: String] = [:]
      for (field, name) in header.enumerated() where !source.fields[field].isEmpty {
        cells[name] = source.text(field)
      }
      rows.append(Row(line: source.line, cells: cells))
    }
    return rows
  }
}

extension RosterFileError {
  init(_ error: RecordError) {
    self.init(line: error.line, column: error.column, .record(error.problem))
  }
}
