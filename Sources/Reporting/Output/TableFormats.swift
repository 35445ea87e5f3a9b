// SPDX-License-Identifier: GPL-3.0-or-later

import Exports

/// How the tables of a run are written, and in which other files they stand too.
package struct TableFormats: Sendable {
  /// Whether CSV files begin with a byte-order mark, for Excel.
  package var byteOrderMark: Bool
  /// Whether CSV files are packed with gzip.
  package var gzip: Bool
  /// Whether each table is written as Parquet too.
  package var parquet: Bool
  /// One SQLite database of all tables.
  package var database: OutputFile?
  /// One `.xlsx` workbook of all tables.
  package var workbook: OutputFile?

  package init(
    byteOrderMark: Bool = false, gzip: Bool = false, parquet: Bool = false,
    database: OutputFile? = nil, workbook: OutputFile? = nil
  ) {
    self.byteOrderMark = byteOrderMark
    self.gzip = gzip
    self.parquet = parquet
    self.database = database
    self.workbook = workbook
  }

  private static let csv = ".csv"
  private static let gz = ".gz"

  /// The name of a table: that of its CSV file without the ending.
  static func table(of file: String) -> String {
    file.hasSuffix(csv) ? String(file.dropLast(csv.count)) : file
  }

  /// Where the rows of a CSV file stand.
  func file(_ csv: String) -> String { gzip ? csv + Self.gz : csv }

  static func parquet(_ csv: String) -> String { table(of: csv) + ".parquet" }

  /// Names that files may have in one format or another.
  static func names(of files: [String]) -> [String] {
    let tables = files.filter { $0.hasSuffix(csv) }
    return files + tables.flatMap { [$0 + gz, parquet($0)] }
      + (tables.isEmpty ? [] : [DataPackage.file])
  }
}
