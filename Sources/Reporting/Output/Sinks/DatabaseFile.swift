// SPDX-License-Identifier: GPL-3.0-or-later

import Exports
import Foundation

/// An SQLite database on its way beside its place: a table for each of a run's, and what their
/// columns mean.
final class DatabaseFile {
  private let path: String
  private let target: String
  private let database: SQLiteFile
  private var tables: [ExportTable] = []
  private var isWhole = false

  init(_ file: OutputFile) throws(OutputError) {
    target = file.target
    path = PartialFile.path(beside: target)
    UnfinishedFiles.add(path)
    do throws(SQLiteError) {
      database = try SQLiteFile(making: path)
    } catch {
      UnfinishedFiles.remove(path)
      throw OutputError(error, target)
    }
  }

  deinit { if !isWhole { UnfinishedFiles.remove(path) } }

  func begin(_ table: ExportTable) throws(OutputError) -> any TableSink {
    tables.append(table)
    do throws(SQLiteError) {
      return DatabaseSink(try database.begin(table), target)
    } catch {
      throw OutputError(error, target)
    }
  }

  /// Ends the database, which whoever calls puts into its place.
  func finish() throws(OutputError) -> (path: String, target: String) {
    do throws(SQLiteError) {
      try DatabaseNotes.write(tables, to: database)
      try database.finish()
    } catch {
      throw OutputError(error, target)
    }
    try OutputFolder.synchronize(path, for: target)
    isWhole = true
    return (path, target)
  }
}

/// One table of a database.
private final class DatabaseSink: TableSink {
  private let insertion: SQLiteFile.Insertion
  private let target: String

  init(_ insertion: SQLiteFile.Insertion, _ target: String) {
    self.insertion = insertion
    self.target = target
  }

  deinit { insertion.end() }

  var isTyped: Bool { true }

  func append(_ cells: [CSVCell], _ values: [ExportValue]) throws(OutputError) {
    do throws(SQLiteError) {
      try insertion.append(values)
    } catch {
      throw OutputError(error, target)
    }
  }

  func end() {}
}

extension OutputError {
  init(_ error: SQLiteError, _ path: String) {
    self.init(path: path, reason: error.isFull ? .diskFull : .system(EIO))
  }
}
