// SPDX-License-Identifier: GPL-3.0-or-later

import Exports
import Wording

/// What a database says of its own tables: the table `columns`, and for each table a view with Chinese
/// names.
enum DatabaseNotes {
  static func write(
    _ tables: [ExportTable], to database: SQLiteFile
  ) throws(SQLiteError) {
    let rows = tables.flatMap { table in table.columns.map { row($0, of: table) } }
    try database.write(columns, rows)
    for table in tables {
      let names = ChineseNames.columns(of: table)
      let parts = zip(table.columns, names).map { column, name in
        "\(SQLiteFile.quoted(column.name)) AS \(SQLiteFile.quoted(name))"
      }
      try database.view(
        ChineseNames.table(table.name),
        as: "SELECT \(parts.joined(separator: ", ")) FROM \(SQLiteFile.quoted(table.name))")
    }
  }

  private static let columns = ExportTable(
    "columns",
    columns: [
      text("table_name", "Table", "表"), text("column_name", "Column", "列"),
      text("unit", "Unit of the values", "单位"), text("name_zh", "Chinese name", "中文名称"),
      text("meaning_en", "What it holds", "英文含义"), text("meaning_zh", "The same in Chinese", "含义"),
    ], key: ["table_name", "column_name"])

  private static func text(_ name: String, _ en: String, _ zh: String) -> ExportColumn {
    ExportColumn(name, .text, meaning: Localized(en: en, zh: zh))
  }

  private static func row(_ column: ExportColumn, of table: ExportTable) -> [ExportValue] {
    [
      .text(table.name), .text(column.name), column.unit.isEmpty ? .empty : .text(column.unit),
      .text(ChineseNames.column(column.name)), .text(column.meaning.en), .text(column.meaning.zh),
    ]
  }
}
