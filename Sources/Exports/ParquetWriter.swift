// SPDX-License-Identifier: GPL-3.0-or-later

/// An Apache Parquet file in plain encoding, its pages packed with gzip, written row group by row group.
///
/// Format: parquet-format 2.x (magic `PAR1`, data pages of version 1, footer in Thrift's compact
/// protocol). Every column may have empty values.
package struct ParquetWriter {
  private struct Chunk {
    var offset: Int
    /// Bytes in the file, the page's head included.
    var packed: Int
    /// The same with the page unpacked.
    var bytes: Int
  }

  private let table: ExportTable
  /// Bytes that nobody has taken yet.
  private var pending: [UInt8]
  private var position: Int
  private var columns: [ParquetColumn]
  private var rows = 0
  private var groups: [(chunks: [Chunk], rows: Int)] = []

  /// Rows of a group, which are held in memory.
  private static let groupRows = 100_000
  private static let magic = Array("PAR1".utf8)
  /// Of gzip; speed counts more than the last bytes.
  private static let level: Int32 = 2

  package init(_ table: ExportTable) {
    self.table = table
    columns = table.columns.map(ParquetColumn.init)
    pending = Self.magic
    position = Self.magic.count
  }

  /// - Returns: The next bytes of the file, none while a group is not full.
  package mutating func append(_ row: [ExportValue]) -> [UInt8] {
    for place in columns.indices { columns[place].append(row[place]) }
    rows += 1
    guard rows == Self.groupRows else { return [] }
    addGroup()
    defer { pending = [] }
    return pending
  }

  /// The last bytes: what is left of the rows, and the footer.
  package mutating func finish() -> [UInt8] {
    if rows > 0 { addGroup() }
    let footer = ParquetFooter(
      table: table,
      groups: groups.map { group in
        ParquetFooter.Group(
          rows: group.rows,
          chunks: group.chunks.map { ($0.offset, $0.packed, $0.bytes) })
      }
    ).bytes
    put(footer)
    put(LittleEndian.bytes(UInt32(footer.count)))
    put(Self.magic)
    return pending
  }

  private mutating func put(_ bytes: [UInt8]) {
    pending += bytes
    position += bytes.count
  }

  private mutating func addGroup() {
    var chunks: [Chunk] = []
    for place in columns.indices {
      let page = columns[place].page()
      let packed = GzipEncoder.packed(page, level: Self.level)
      var head = ThriftCompact()
      head.integer(1, 0)  // DATA_PAGE
      head.integer(2, page.count)
      head.integer(3, packed.count)
      head.structure(5) { page in
        page.integer(1, rows)
        page.integer(2, 0)  // PLAIN
        page.integer(3, 3)  // RLE
        page.integer(4, 3)
      }
      head.stop()
      chunks.append(
        Chunk(
          offset: position, packed: head.bytes.count + packed.count,
          bytes: head.bytes.count + page.count))
      put(head.bytes)
      put(packed)
    }
    groups.append((chunks, rows))
    rows = 0
  }
}
