// SPDX-License-Identifier: GPL-3.0-or-later

/// A table of text with a header line: CSV as spreadsheets write it.
///
/// Takes a byte-order mark, LF or CRLF, quoted fields (RFC 4180), and commas, semicolons or tabs,
/// whichever the header holds most of.
package struct DelimitedText: Sendable, Equatable {
  package struct Row: Sendable, Equatable {
    /// Line of the file on which the row starts, from 1.
    package var line: Int
    package var fields: [String]
  }

  /// Names in lower case, except for what follows a colon.
  package let header: [String]
  package let headerLine: Int
  /// Rows that hold any text.
  package let rows: [Row]

  /// - Throws: `RecordError` for an empty text, an open quotation, a repeated column, or a row of
  ///   another length than the header.
  package init(parsing text: String) throws(RecordError) {
    var rows = try Self.rows(of: text)
    rows.removeAll { $0.fields.allSatisfy(\.isEmpty) }
    guard let first = rows.first else { throw RecordError(line: 1, .empty) }
    header = first.fields.map(Self.name)
    headerLine = first.line
    for (index, name) in header.enumerated() where header[..<index].contains(name) {
      throw RecordError(line: first.line, column: name, .repeatedColumn)
    }
    for row in rows.dropFirst() where row.fields.count != first.fields.count {
      throw RecordError(
        line: row.line, .wrongFieldCount(found: row.fields.count, expected: first.fields.count))
    }
    self.rows = Array(rows.dropFirst())
  }

  init(header: [String], headerLine: Int, rows: [Row]) {
    self.header = header
    self.headerLine = headerLine
    self.rows = rows
  }

  private static func name(_ heading: String) -> String {
    guard let colon = heading.firstIndex(of: ":") else { return heading.lowercased() }
    return heading[..<colon].lowercased() + heading[colon...]
  }

  private static func rows(of text: String) throws(RecordError) -> [Row] {
    var bytes = Array(text.utf8)[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    let delimiter = Self.delimiter(of: bytes)
    var rows: [Row] = []
    var fields: [String] = []
    var field: [UInt8] = []
    var (line, rowLine, quoteLine) = (1, 1, 0)
    var isQuoted = false
    var index = bytes.startIndex
    let width = bytes.prefix { $0 != UInt8(ascii: "\n") }.count { $0 == delimiter } + 1
    fields.reserveCapacity(width)
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\n") { line += 1 }
      if isQuoted {
        if byte != UInt8(ascii: "\"") {
          field.append(byte)
        } else if index < bytes.endIndex, bytes[index] == byte {
          field.append(byte)
          index += 1
        } else {
          isQuoted = false
        }
      } else if byte == UInt8(ascii: "\""), field.isEmpty {
        (isQuoted, quoteLine) = (true, line)
      } else if byte == delimiter {
        fields.append(Self.trimmed(field))
        field.removeAll(keepingCapacity: true)
      } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        if byte == UInt8(ascii: "\r"), index < bytes.endIndex, bytes[index] == UInt8(ascii: "\n") {
          continue
        }
        fields.append(Self.trimmed(field))
        rows.append(Row(line: rowLine, fields: fields))
        fields = []
        fields.reserveCapacity(width)
        field.removeAll(keepingCapacity: true)
        rowLine = line
      } else {
        field.append(byte)
      }
    }
    if isQuoted { throw RecordError(line: quoteLine, .openQuotation) }
    if !field.isEmpty || !fields.isEmpty {
      fields.append(Self.trimmed(field))
      rows.append(Row(line: rowLine, fields: fields))
    }
    return rows
  }

  /// The text without blanks at both ends.
  private static func trimmed(_ bytes: [UInt8]) -> String {
    var (start, end) = (0, bytes.count)
    while start < end, bytes[start] == UInt8(ascii: " ") { start += 1 }
    while end > start, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  private static func delimiter(of bytes: ArraySlice<UInt8>) -> UInt8 {
    let header = bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    let counts = candidates.map { candidate in header.count { $0 == candidate } }
    let best = counts.indices.max {
      counts[$0] < counts[$1] || (counts[$0] == counts[$1] && $0 > $1)
    }
    return best.map { candidates[$0] } ?? candidates[0]
  }
}
