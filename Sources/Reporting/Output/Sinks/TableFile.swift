// SPDX-License-Identifier: GPL-3.0-or-later

import Exports

extension CSVTable {
  /// Writes a file that a user named, in the format of its ending: `.csv.gz`, `.parquet`, `.sqlite` or
  /// `.db`, `.xlsx`, and CSV for every other.
  ///
  /// - Returns: The note that a spreadsheet drops rows of it, where that is so.
  package func write(
    _ rows: some Sequence<Row>, to file: OutputFile, byteOrderMark: Bool = false
  ) throws(OutputError) -> LongFile? {
    let columns = columns(for: rows)
    let export = export(columns)
    let name = file.path.lowercased()
    func isNamed(_ endings: String...) -> Bool { endings.contains(where: name.hasSuffix) }
    func write(_ sink: any TableSink) throws(OutputError) -> Int {
      try TableRows(columns).write(rows, to: [sink])
    }
    if isNamed(".sqlite", ".db") {
      let database = try DatabaseFile(file)
      _ = try write(database.begin(export))
      try file.publish(database.finish())
      return nil
    }
    if isNamed(".xlsx") {
      let workbook = try WorkbookFile(file)
      _ = try write(workbook.begin(export))
      try file.publish(workbook.finish())
      return nil
    }
    let partial = try file.begin()
    let isGzip = isNamed(".gz")
    let isParquet = isNamed(".parquet")
    let sink: any TableSink =
      isParquet
      ? ParquetSink(partial, export)
      : DelimitedSink(partial, columns.map(\.name), byteOrderMark: byteOrderMark, gzip: isGzip)
    let count = try write(sink)
    try file.publish(partial.take())
    return isGzip || isParquet ? nil : LongFile(file.path, rows: count)
  }
}
