// SPDX-License-Identifier: GPL-3.0-or-later

import Exports

/// A table as Parquet.
final class ParquetSink: TableSink {
  let file: PartialFile
  private var writer: ParquetWriter

  init(_ file: PartialFile, _ table: ExportTable) {
    self.file = file
    writer = ParquetWriter(table)
  }

  var isTyped: Bool { true }

  func append(_ cells: [CSVCell], _ values: [ExportValue]) throws(OutputError) {
    try file.write(writer.append(values))
  }

  func end() throws(OutputError) {
    try file.write(writer.finish())
    try file.finish()
  }
}
