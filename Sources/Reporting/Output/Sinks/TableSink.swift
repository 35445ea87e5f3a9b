// SPDX-License-Identifier: GPL-3.0-or-later

import Exports

/// One table on its way into one file, row by row, in memory that does not grow with the rows.
protocol TableSink: AnyObject {
  /// Whether it takes values by their types, and not the texts of a CSV.
  var isTyped: Bool { get }
  /// - Parameter values: Empty where no file asks for them.
  func append(_ cells: [CSVCell], _ values: [ExportValue]) throws(OutputError)
  /// Ends the table; must be called once, when the last row was taken.
  func end() throws(OutputError)
}

/// The rows of a table, each looked at once for all the files in which it stands.
struct TableRows<Row> {
  let columns: [CSVColumn<Row>]

  init(_ columns: [CSVColumn<Row>]) { self.columns = columns }

  /// - Returns: How many there were.
  func write(_ rows: some Sequence<Row>, to sinks: [any TableSink]) throws(OutputError) -> Int {
    let types = columns.map(\.type)
    let isTyped = sinks.contains(where: \.isTyped)
    var count = 0
    for row in rows {
      count += 1
      let cells = columns.map { $0.value(row) }
      let values = isTyped ? zip(cells, types).map(ExportValue.init) : []
      for sink in sinks { try sink.append(cells, values) }
    }
    for sink in sinks { try sink.end() }
    return count
  }
}
