// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// A delimited file row by row, in constant memory: quotes, CRLF, a byte-order mark and a
/// separator that is found in the header (comma, semicolon or tab).
struct CSVRows {
  /// The row's bytes with quotes removed; `fields` are its ranges.
  private(set) var bytes: [UInt8] = []
  private(set) var fields: [Range<Int>] = []
  /// Line of the file on which the row begins.
  private(set) var line = 0

  private let read: () throws -> [UInt8]
  private var chunk: [UInt8] = []
  private var position = 0
  private var nextLine = 1
  private var separator: UInt8?

  /// - Parameter read: Gives the next bytes; none at the end.
  init(read: @escaping () throws -> [UInt8]) { self.read = read }

  /// The first bytes of the file, without consuming them.
  mutating func peek(_ count: Int) throws(HistoryError) -> ArraySlice<UInt8> {
    while chunk.count < count {
      let more = try readMore()
      if more.isEmpty { break }
      chunk += more
    }
    return chunk.prefix(count)
  }

  mutating func skip(_ count: Int) { position += count }

  /// Moves to the next row that is not blank.
  ///
  /// - Returns: False at the end of the file.
  mutating func next() throws(HistoryError) -> Bool {
    while true {
      bytes.removeAll(keepingCapacity: true)
      fields.removeAll(keepingCapacity: true)
      line = nextLine
      guard try readRow() else { return false }
      if fields.count > 1 || !(fields.first?.isEmpty ?? true) { return true }
    }
  }

  /// A field without surrounding blanks.
  func text(_ index: Int) -> String {
    String(decoding: bytes[trimmed(index)], as: UTF8.self)
  }

  func trimmed(_ index: Int) -> Range<Int> {
    var range = fields[index]
    while let first = range.first, bytes[first] == 0x20 { range = first + 1..<range.upperBound }
    while let last = range.last, bytes[last] == 0x20 { range = range.lowerBound..<last }
    return range
  }

  private mutating func readRow() throws(HistoryError) -> Bool {
    var start = 0
    var quoted = false
    var any = false
    if separator == nil { try findSeparator() }
    let separator = separator ?? 0x2C
    while let byte = try nextByte() {
      any = true
      if quoted {
        if byte == 0x22 {
          if try currentByte() == 0x22 {
            bytes.append(0x22)
            position += 1
          } else {
            quoted = false
          }
        } else {
          if byte == 0x0A { nextLine += 1 }
          bytes.append(byte)
        }
      } else if byte == separator {
        fields.append(start..<bytes.count)
        start = bytes.count
      } else if byte == 0x0A || byte == 0x0D {
        if byte == 0x0D, try currentByte() == 0x0A { position += 1 }
        nextLine += 1
        fields.append(start..<bytes.count)
        return true
      } else if byte == 0x22, bytes.count == start {
        quoted = true
      } else {
        bytes.append(byte)
      }
    }
    if quoted { throw HistoryError([HistoryProblem(line: line, kind: .unterminatedQuote)]) }
    if any { fields.append(start..<bytes.count) }
    return any
  }

  /// Takes whichever of tab, semicolon and comma stands in the first line, in this order: Excel
  /// writes semicolons where a comma is the decimal mark.
  private mutating func findSeparator() throws(HistoryError) {
    _ = try peek(position + 4096)
    let head = chunk[min(position, chunk.count)...].prefix { $0 != 0x0A && $0 != 0x0D }
    separator = head.contains(0x09) ? 0x09 : head.contains(0x3B) ? 0x3B : 0x2C
  }

  private mutating func currentByte() throws(HistoryError) -> UInt8? {
    if position >= chunk.count {
      chunk = try readMore()
      position = 0
      if chunk.isEmpty { return nil }
    }
    return chunk[position]
  }

  private mutating func nextByte() throws(HistoryError) -> UInt8? {
    guard let byte = try currentByte() else { return nil }
    position += 1
    return byte
  }

  private func readMore() throws(HistoryError) -> [UInt8] {
    do {
      return try read()
    } catch {
      throw HistoryError([
        HistoryProblem(line: 0, kind: .unreadable(reason: error.localizedDescription))
      ])
    }
  }
}
