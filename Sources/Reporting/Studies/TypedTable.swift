// SPDX-License-Identifier: GPL-3.0-or-later

import Exports
import Wording

/// A table in all of the ways in which it is written: as CSV, and typed for other programs.
struct TypedTable<Row> {
  var name: String
  var meaning: Localized
  var key: [String]
  var references: [ExportTable.Reference] = []
  var columns: [(type: ExportType, column: CSVColumn<Row>)]

  var csv: CSVTable<Row> {
    CSVTable(file: name + ".csv", row: meaning, key: key, columns: columns.map(\.column))
  }

  var export: ExportTable {
    ExportTable(
      name,
      columns: columns.map {
        ExportColumn($0.column.name, $0.type, unit: $0.column.unit, meaning: $0.column.meaning)
      }, key: key, references: references)
  }

  /// The values that the CSV shows.
  func values(_ row: Row) -> [ExportValue] {
    columns.map { type, column in ExportValue(column.value(row), type) }
  }
}

extension ExportValue {
  init(_ cell: CSVCell, _ type: ExportType) {
    switch (cell, type) {
    case (.integer(let value), _): self = .integer(value)
    case (.flag(let value), _): self = .boolean(value)
    case (.empty, _): self = .empty
    case (_, .integer): self = Int(cell.text).map(ExportValue.integer) ?? .empty
    case (_, .number): self = Double(cell.text).map(ExportValue.number) ?? .empty
    case (_, .text), (_, .boolean): self = cell.text.isEmpty ? .empty : .text(cell.text)
    }
  }
}
