// SPDX-License-Identifier: GPL-3.0-or-later

/// What a Parquet file says of itself at its end: columns by type, and where their pages lie.
struct ParquetFooter {
  struct Group {
    var rows: Int
    var chunks: [(offset: Int, packed: Int, bytes: Int)]
  }

  let table: ExportTable
  let groups: [Group]

  private static let gzip = 2

  private static func physical(_ type: ExportType) -> Int {
    switch type {
    case .boolean: 0
    case .date: 1
    case .integer, .moment: 2
    case .number: 5
    case .text: 6
    }
  }

  var bytes: [UInt8] {
    var footer = ThriftCompact()
    footer.integer(1, 1)
    footer.list(2, count: table.columns.count + 1) { index, element in
      guard index > 0 else {
        element.text(4, "schema")
        element.integer(5, table.columns.count)
        return
      }
      Self.describe(table.columns[index - 1], &element)
    }
    footer.long(3, groups.reduce(0) { $0 + $1.rows })
    footer.list(4, count: groups.count) { index, element in
      let group = groups[index]
      element.list(1, count: table.columns.count) { index, chunk in
        let (column, place) = (table.columns[index], group.chunks[index])
        chunk.long(2, place.offset)
        chunk.structure(3) { data in
          data.integer(1, Self.physical(column.type))
          data.integers(2, [0, 3])
          data.texts(3, [column.name])
          data.integer(4, Self.gzip)
          data.long(5, group.rows)
          data.long(6, place.bytes)
          data.long(7, place.packed)
          data.long(9, place.offset)
        }
      }
      element.long(2, group.chunks.reduce(0) { $0 + $1.bytes })
      element.long(3, group.rows)
    }
    footer.text(6, "inquiry-planner")
    footer.stop()
    return footer.bytes
  }

  /// A column that may have empty values, with what its bytes mean.
  private static func describe(_ column: ExportColumn, _ element: inout ThriftCompact) {
    element.integer(1, physical(column.type))
    element.integer(3, 1)  // OPTIONAL
    element.text(4, column.name)
    switch column.type {
    case .text:
      element.integer(6, 0)  // UTF8
      element.structure(10) { logical in logical.structure(1) { _ in } }
    case .date:
      element.integer(6, 6)  // DATE
      element.structure(10) { logical in logical.structure(6) { _ in } }
    case .moment:
      element.structure(10) { logical in
        logical.structure(8) { timestamp in
          timestamp.flag(1, false)  // of no zone
          timestamp.structure(2) { unit in unit.structure(1) { _ in } }  // milliseconds
        }
      }
    case .integer, .number, .boolean: break
    }
  }
}
