// SPDX-License-Identifier: GPL-3.0-or-later

/// A table of text with a header line, whole in memory.
///
/// The cells stand one after another in one run of bytes and become strings when they are asked for:
/// a log may have millions of rows.
package struct DelimitedText: Sendable {
  /// Names in lower case, except for what follows a colon.
  package let header: [String]
  package let headerLine: Int
  /// Rows that hold any text.
  package let rows: Rows
  /// Whether the table was in GBK.
  package private(set) var isGBK = false

  /// - Throws: `TableError` for an empty text, what `DelimitedRows` refuses, a repeated column, or a
  ///   row of another length than the header.
  package init(parsing text: String) throws(TableError) {
    try self.init(DelimitedRows(text: text))
  }

  /// - Throws: the same, and `TableError` with `notUTF8` at the first row that is no text.
  package init(_ source: DelimitedRows) throws(TableError) {
    var source = source
    guard try source.next() else { throw TableError(line: 1, .empty) }
    let header = source.fields.indices.map { Self.name(source.text($0)) }
    headerLine = source.line
    var bytes: [UInt8] = []
    var ends: [UInt32] = []
    var lines: [UInt32] = []
    var odd: TableError?
    try Self.requireText(source)
    while try source.next() {
      try Self.requireText(source)
      if source.fields.count != header.count {
        let kind = TableError.Kind.wrongFieldCount(
          found: source.fields.count, expected: header.count)
        odd = odd ?? TableError(line: source.line, kind)
      }
      lines.append(UInt32(clamping: source.line))
      let row = source.bytes
      for field in source.fields {
        bytes += row[field]
        ends.append(UInt32(clamping: bytes.count))
      }
    }
    var names: Set<String> = []
    for name in header where !names.insert(name).inserted {
      throw TableError(line: headerLine, .repeatedColumn(name))
    }
    if let odd { throw odd }
    self.header = header
    rows = Rows(cells: Cells(bytes: bytes, ends: ends), lines: lines, width: header.count)
    isGBK = source.isGBK
  }

  /// A table of rows that are strings already, each as long as the header.
  package init(header: [String], headerLine: Int, rows: [(line: Int, fields: [String])]) {
    self.header = header
    self.headerLine = headerLine
    var bytes: [UInt8] = []
    var ends: [UInt32] = []
    for field in rows.lazy.flatMap(\.fields) {
      bytes += field.utf8
      ends.append(UInt32(clamping: bytes.count))
    }
    self.rows = Rows(
      cells: Cells(bytes: bytes, ends: ends), lines: rows.map { UInt32(clamping: $0.line) },
      width: header.count)
  }

  private static func requireText(_ row: DelimitedRows) throws(TableError) {
    let bytes = row.bytes
    for field in row.fields where !bytes[field].isUTF8 {
      throw TableError(line: row.line, .notUTF8)
    }
  }

  /// The same rows under other names, one for each column.
  package func renamed(_ names: [String]) -> DelimitedText {
    precondition(names.count == header.count)
    var copy = DelimitedText(header: names, headerLine: headerLine, rows: rows)
    copy.isGBK = isGBK
    return copy
  }

  private init(header: [String], headerLine: Int, rows: Rows) {
    self.header = header
    self.headerLine = headerLine
    self.rows = rows
  }

  private static func name(_ heading: String) -> String {
    guard let colon = heading.firstIndex(of: ":") else { return heading.lowercased() }
    return heading[..<colon].lowercased() + heading[colon...]
  }
}

extension DelimitedText {
  /// All cells, row after row.
  fileprivate final class Cells: Sendable {
    let bytes: [UInt8]
    /// Where each cell ends; no file that is read has more bytes than these can count.
    let ends: [UInt32]

    init(bytes: [UInt8], ends: [UInt32]) {
      self.bytes = bytes
      self.ends = ends
    }

    func range(_ cell: Int) -> Range<Int> {
      (cell == 0 ? 0 : Int(ends[cell - 1]))..<Int(ends[cell])
    }
  }

  package struct Row: Sendable {
    /// Line of the file on which the row starts, from 1.
    package let line: Int
    fileprivate let first: Int
    fileprivate let cells: Cells

    package subscript(column: Int) -> String {
      String(decoding: cells.bytes[cells.range(first + column)], as: UTF8.self)
    }

    package func isEmpty(_ column: Int) -> Bool { cells.range(first + column).isEmpty }
  }

  package struct Rows: RandomAccessCollection, Sendable {
    fileprivate let cells: Cells
    fileprivate let lines: [UInt32]
    fileprivate let width: Int

    package var startIndex: Int { 0 }
    package var endIndex: Int { lines.count }

    package subscript(position: Int) -> Row {
      Row(line: Int(lines[position]), first: position * width, cells: cells)
    }
  }
}

extension ArraySlice<UInt8> {
  /// Whether the bytes are text in UTF-8; most are ASCII, and told at once.
  fileprivate var isUTF8: Bool {
    allSatisfy { $0 < 0x80 } || String(validating: self, as: UTF8.self) != nil
  }
}
