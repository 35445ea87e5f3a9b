// SPDX-License-Identifier: GPL-3.0-or-later

/// An Apache Parquet file, uncompressed and in plain encoding, written row group by row group.
///
/// Format: parquet-format 2.x (magic `PAR1`, data pages of version 1, footer in Thrift's compact
/// protocol). Every column may have empty values, but those of the table's key.
package struct ParquetWriter {
  private struct Chunk {
    var offset: Int
    var bytes: Int
    var values: Int
  }

  private let table: ExportTable
  /// Bytes that nobody has taken yet.
  private var pending: [UInt8]
  private var position: Int
  private var rows: [[ExportValue]] = []
  private var groups: [(chunks: [Chunk], rows: Int)] = []

  /// Rows of a group, which are held in memory.
  private static let groupRows = 100_000
  private static let magic = Array("PAR1".utf8)

  package init(_ table: ExportTable) {
    self.table = table
    pending = Self.magic
    position = Self.magic.count
  }

  /// - Returns: The next bytes of the file, none while a group is not full.
  package mutating func append(_ row: [ExportValue]) -> [UInt8] {
    rows.append(row)
    guard rows.count == Self.groupRows else { return [] }
    addGroup()
    defer { pending = [] }
    return pending
  }

  /// The last bytes: what is left of the rows, and the footer.
  package mutating func finish() -> [UInt8] {
    if !rows.isEmpty { addGroup() }
    let footer = self.footer
    put(footer)
    put(Self.little(UInt32(footer.count)))
    put(Self.magic)
    return pending
  }

  private mutating func put(_ bytes: [UInt8]) {
    pending += bytes
    position += bytes.count
  }

  private mutating func addGroup() {
    var chunks: [Chunk] = []
    for (index, column) in table.columns.enumerated() {
      let page = page(of: column, rows.map { $0[index] })
      var head = ThriftCompact()
      head.integer(1, 0)  // DATA_PAGE
      head.integer(2, page.count)
      head.integer(3, page.count)
      head.structure(5) { page in
        page.integer(1, rows.count)
        page.integer(2, 0)  // PLAIN
        page.integer(3, 3)  // RLE
        page.integer(4, 3)
      }
      head.stop()
      chunks.append(
        Chunk(offset: position, bytes: head.bytes.count + page.count, values: rows.count))
      put(head.bytes)
      put(page)
    }
    groups.append((chunks, rows.count))
    rows.removeAll(keepingCapacity: true)
  }

  private func isRequired(_ column: ExportColumn) -> Bool { table.key.contains(column.name) }

  /// Definition levels, and the values that are there.
  private func page(of column: ExportColumn, _ values: [ExportValue]) -> [UInt8] {
    var bytes: [UInt8] = []
    if !isRequired(column) {
      let levels = Self.runs(values.map { $0 != .empty })
      bytes += Self.little(UInt32(levels.count)) + levels
    }
    var (bits, bitCount): (UInt8, Int) = (0, 0)
    for value in values {
      switch (column.type, value) {
      case (_, .empty): continue
      case (.boolean, .boolean(let flag)):
        if flag { bits |= 1 << UInt8(bitCount) }
        bitCount += 1
        if bitCount == 8 {
          bytes.append(bits)
          (bits, bitCount) = (0, 0)
        }
      case (.integer, .integer(let number)): bytes += Self.little(UInt64(bitPattern: Int64(number)))
      case (.number, .integer(let number)): bytes += Self.little(Double(number).bitPattern)
      case (.number, .number(let number)): bytes += Self.little(number.bitPattern)
      case (_, .text(let text)): bytes += Self.little(UInt32(text.utf8.count)) + Array(text.utf8)
      default: preconditionFailure("a value of another type than its column \(column.name)")
      }
    }
    if bitCount > 0 { bytes.append(bits) }
    return bytes
  }

  /// Levels of one bit as runs of the RLE hybrid.
  private static func runs(_ levels: [Bool]) -> [UInt8] {
    var bytes: [UInt8] = []
    var index = 0
    while index < levels.count {
      var end = index
      while end < levels.count, levels[end] == levels[index] { end += 1 }
      bytes += ThriftCompact.variable(UInt64(end - index) << 1) + [levels[index] ? 1 : 0]
      index = end
    }
    return bytes
  }

  private static func little(_ value: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: value.littleEndian) { Array($0) }
  }

  private static func physical(_ type: ExportType) -> Int {
    switch type {
    case .boolean: 0
    case .integer: 2
    case .number: 5
    case .text: 6
    }
  }

  private var footer: [UInt8] {
    var footer = ThriftCompact()
    footer.integer(1, 1)
    footer.list(2, count: table.columns.count + 1) { index, element in
      guard index > 0 else {
        element.text(4, "schema")
        element.integer(5, table.columns.count)
        return
      }
      let column = table.columns[index - 1]
      element.integer(1, Self.physical(column.type))
      element.integer(3, isRequired(column) ? 0 : 1)
      element.text(4, column.name)
      if column.type == .text {
        element.integer(6, 0)  // UTF8
        element.structure(10) { logical in logical.structure(1) { _ in } }
      }
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
          data.integer(4, 0)  // UNCOMPRESSED
          data.long(5, place.values)
          data.long(6, place.bytes)
          data.long(7, place.bytes)
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
}
