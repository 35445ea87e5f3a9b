// SPDX-License-Identifier: GPL-3.0-or-later

import CSQLite
import Calendars

/// Why a database could not be written.
package struct SQLiteError: Error, Equatable, Sendable {
  /// SQLite's primary result code.
  package let code: Int32
  package let message: String

  /// Whether the disk is full.
  package var isFull: Bool { code == SQLITE_FULL }
}

/// An SQLite database on its way to a file, table by table, in memory that does not grow with the rows.
///
/// The file must not exist; it is whole when `finish` has returned. It is written in one transaction
/// without a journal, as a half-written one is thrown away anyhow.
package final class SQLiteFile {
  private var handle: OpaquePointer?

  package init(making path: String) throws(SQLiteError) {
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    guard sqlite3_open_v2(path, &handle, flags, nil) == SQLITE_OK else { throw error }
    for pragma in ["journal_mode = OFF", "synchronous = OFF", "foreign_keys = OFF"] {
      try run("PRAGMA \(pragma)")
    }
    try run("BEGIN")
  }

  deinit { sqlite3_close(handle) }

  /// Rows on their way into a table.
  package struct Insertion {
    fileprivate let file: SQLiteFile
    fileprivate let statement: OpaquePointer?
    /// For each column whether it needs a value.
    fileprivate let isRequired: [Bool]

    package func append(_ row: [ExportValue]) throws(SQLiteError) {
      for (index, value) in row.enumerated() {
        // A name that is empty in a key is a name all the same.
        let value = value == .empty && isRequired[index] ? .text("") : value
        SQLiteFile.bind(value, statement, Int32(index + 1))
      }
      guard sqlite3_step(statement) == SQLITE_DONE else { throw file.error }
      sqlite3_reset(statement)
    }

    /// Must be called once, whatever became of the rows.
    package func end() { sqlite3_finalize(statement) }
  }

  /// Makes a table, whose rows follow.
  package func begin(_ table: ExportTable) throws(SQLiteError) -> Insertion {
    try run(Self.definition(of: table))
    let marks = table.columns.map { _ in "?" }.joined(separator: ", ")
    var statement: OpaquePointer?
    guard
      sqlite3_prepare_v2(
        handle, "INSERT INTO \(Self.quoted(table.name)) VALUES (\(marks))", -1, &statement, nil)
        == SQLITE_OK
    else { throw error }
    return Insertion(
      file: self, statement: statement, isRequired: table.columns.map { table.requires($0.name) })
  }

  /// Makes a table and fills it.
  package func write(
    _ table: ExportTable, _ rows: some Sequence<[ExportValue]>
  ) throws(SQLiteError) {
    let insertion = try begin(table)
    defer { insertion.end() }
    for row in rows { try insertion.append(row) }
  }

  /// Makes a view.
  package func view(_ name: String, as query: String) throws(SQLiteError) {
    try run("CREATE VIEW \(Self.quoted(name)) AS \(query)")
  }

  package func finish() throws(SQLiteError) {
    try run("COMMIT")
    guard sqlite3_close(handle) == SQLITE_OK else { throw error }
    handle = nil
  }

  package static func quoted(_ name: String) -> String {
    "\"" + name.replacing("\"", with: "\"\"") + "\""
  }

  private static func definition(of table: ExportTable) -> String {
    var lines = table.columns.map { column in
      let type =
        switch column.type {
        case .integer: "INTEGER"
        case .number: "REAL"
        case .boolean: "INTEGER CHECK (\(quoted(column.name)) IN (0, 1))"
        case .text, .date, .moment: "TEXT"
        }
      return "\(quoted(column.name)) \(type)" + (table.requires(column.name) ? " NOT NULL" : "")
    }
    func list(_ names: [String]) -> String { names.map(quoted).joined(separator: ", ") }
    lines.append("PRIMARY KEY (\(list(table.key)))")
    for reference in table.references {
      lines.append(
        "FOREIGN KEY (\(list(reference.columns))) REFERENCES \(quoted(reference.table)) "
          + "(\(list(reference.columns)))")
    }
    // A table without row numbers allows no empty value in its key.
    return "CREATE TABLE \(quoted(table.name)) (\(lines.joined(separator: ", ")))"
      + (table.openKey.isEmpty ? " WITHOUT ROWID" : "")
  }

  private static func bind(_ value: ExportValue, _ statement: OpaquePointer?, _ place: Int32) {
    switch value {
    case .integer(let value): sqlite3_bind_int64(statement, place, Int64(value))
    case .number(let value): sqlite3_bind_double(statement, place, value)
    case .boolean(let value): sqlite3_bind_int(statement, place, value ? 1 : 0)
    case .text(let text): bind(text, statement, place)
    case .date(let date): bind(date.description, statement, place)
    case .moment(let date, let millisecond):
      bind("\(date) \(clock(millisecond))", statement, place)
    case .empty: sqlite3_bind_null(statement, place)
    }
  }

  private static func bind(_ text: String, _ statement: OpaquePointer?, _ place: Int32) {
    // SQLite copies the text before the call returns.
    let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    sqlite3_bind_text(statement, place, text, Int32(text.utf8.count), transient)
  }

  /// Milliseconds after midnight as SQLite's own functions read them: `09:00:00.250`.
  private static func clock(_ millisecond: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let second = millisecond / 1000
    return "\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))"
      + ".\(String(1000 + millisecond % 1000).dropFirst())"
  }

  private func run(_ text: String) throws(SQLiteError) {
    guard sqlite3_exec(handle, text, nil, nil, nil) == SQLITE_OK else { throw error }
  }

  fileprivate var error: SQLiteError {
    SQLiteError(
      code: sqlite3_errcode(handle) & 0xFF,
      message: sqlite3_errmsg(handle).map { String(cString: $0) } ?? "")
  }
}
