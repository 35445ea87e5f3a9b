// SPDX-License-Identifier: GPL-3.0-or-later

/// Rows as RFC 4180: UTF-8, comma, CRLF, quotes only where a cell needs them.
package struct CSVEncoder: Sendable {
  /// Bytes not yet taken by `drain`.
  package private(set) var bytes: [UInt8] = []

  /// - Parameter byteOrderMark: Whether to begin with U+FEFF, by which Excel knows UTF-8.
  package init(byteOrderMark: Bool = false) {
    if byteOrderMark { bytes += [0xEF, 0xBB, 0xBF] }
  }

  package mutating func append(_ row: some Sequence<String>) {
    var isFirst = true
    for cell in row {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      append(cell: cell)
    }
    bytes += [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
  }

  /// Hands over the bytes so far and forgets them.
  package mutating func drain() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  private mutating func append(cell: String) {
    let quote = UInt8(ascii: "\"")
    guard cell.utf8.contains(where: Self.needsQuotes) || cell.hasPrefix(" ") || cell.hasSuffix(" ")
    else { return bytes.append(contentsOf: cell.utf8) }
    bytes.append(quote)
    for byte in cell.utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\r"), UInt8(ascii: "\n"): true
    default: false
    }
  }
}
