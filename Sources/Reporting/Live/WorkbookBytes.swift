// SPDX-License-Identifier: GPL-3.0-or-later

import Exports

/// A workbook in memory, for whoever downloads it: a sheet for each table.
struct WorkbookBytes {
  private var writer = WorkbookWriter()
  private var bytes: [UInt8] = []

  mutating func add<Row>(
    _ table: CSVTable<Row>, _ rows: some Sequence<Row>
  ) throws(WorkbookError) {
    let columns = table.columns(for: rows)
    bytes += writer.begin(table.export(columns))
    for row in rows {
      bytes += try writer.append(columns.map { ExportValue($0.value(row), $0.type) })
    }
    bytes += writer.end()
  }

  consuming func finish() throws(WorkbookError) -> [UInt8] {
    bytes += try writer.finish()
    return bytes
  }
}
