// SPDX-License-Identifier: GPL-3.0-or-later

import CSQLite
import Foundation
import Testing

/// The CSV files of a folder as tables of an SQLite database in memory, each named by its file: numbers
/// are numbers, an empty cell is NULL.
final class Database {
  private var handle: OpaquePointer?

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  init() throws {
    guard sqlite3_open(":memory:", &handle) == SQLITE_OK else { throw failure("open") }
  }

  /// A database that the program has written.
  init(path: String) throws {
    guard sqlite3_open_v2(path, &handle, SQLITE_OPEN_READONLY, nil) == SQLITE_OK else {
      throw failure("open \(path)")
    }
  }

  deinit { sqlite3_close(handle) }

  /// What it is made of, and every row of every table.
  func dump() throws -> [[String?]] {
    let made = try rows("SELECT type, name, sql FROM sqlite_master ORDER BY type, name")
    let tables = made.filter { $0[0] == "table" }.compactMap { $0[1] }
    return try tables.reduce(made) { try $0 + rows("SELECT * FROM \"\($1)\"") }
  }

  /// Every CSV file of a folder.
  convenience init(filesOf folder: String) throws {
    try self.init()
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    where name.hasSuffix(".csv") {
      try load(folder + "/" + name, as: String(name.dropLast(4)))
    }
  }

  /// A file as a table; the columns of whatif.csv, which have points and brackets, are quoted.
  func load(_ path: String, as table: String) throws {
    let rows = try CSV.rows(of: path)
    let header = try #require(rows.first)
    let columns = header.map { "\"\($0)\" NUMERIC" }.joined(separator: ", ")
    try run("CREATE TABLE \"\(table)\" (\(columns))")
    try run("BEGIN")
    var statement: OpaquePointer?
    let marks = header.map { _ in "?" }.joined(separator: ", ")
    guard
      sqlite3_prepare_v2(handle, "INSERT INTO \"\(table)\" VALUES (\(marks))", -1, &statement, nil)
        == SQLITE_OK
    else { throw failure("INSERT into \(table)") }
    defer { sqlite3_finalize(statement) }
    let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    for row in rows.dropFirst() {
      guard row.count == header.count else { throw failure("\(path): \(row.count) cells") }
      for (index, cell) in row.enumerated() {
        if cell.isEmpty {
          sqlite3_bind_null(statement, Int32(index + 1))
        } else {
          sqlite3_bind_text(statement, Int32(index + 1), cell, -1, transient)
        }
      }
      guard sqlite3_step(statement) == SQLITE_DONE else { throw failure("a row of \(table)") }
      sqlite3_reset(statement)
    }
    try run("COMMIT")
  }

  func run(_ sql: String) throws {
    guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw failure(sql) }
  }

  /// The rows that a statement answers, as text; NULL is nil.
  func rows(_ sql: String) throws -> [[String?]] {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK else {
      throw failure(sql)
    }
    defer { sqlite3_finalize(statement) }
    var rows: [[String?]] = []
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW:
        rows.append(
          (0..<sqlite3_column_count(statement)).map { column in
            sqlite3_column_text(statement, column).map { String(cString: $0) }
          })
      case SQLITE_DONE: return rows
      default: throw failure(sql)
      }
    }
  }

  private func failure(_ what: String) -> Failure {
    Failure(description: "\(what): \(String(cString: sqlite3_errmsg(handle)))")
  }
}

/// A CSV file by RFC 4180, quoted line breaks included.
enum CSV {
  static func rows(of path: String) throws -> [[String]] {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    var rows: [[String]] = []
    var row: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\"")
      where isQuoted && index + 1 < bytes.count
        && bytes[index + 1] == UInt8(ascii: "\""):
        cell.append(byte)
        index += 1
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted:
        row.append(String(decoding: cell, as: UTF8.self))
        cell = []
      case UInt8(ascii: "\n") where !isQuoted:
        if cell.last == UInt8(ascii: "\r") { cell.removeLast() }
        rows.append(row + [String(decoding: cell, as: UTF8.self)])
        (row, cell) = ([], [])
      default: cell.append(byte)
      }
      index += 1
    }
    return rows
  }
}
