// SPDX-License-Identifier: GPL-3.0-or-later

/// A delimited file row by row, in memory that does not grow with it: CSV as spreadsheets write it.
///
/// Takes a byte-order mark, LF, CR or CRLF, quoted fields (RFC 4180), and tabs, semicolons or commas,
/// whichever the header holds most of outside quotes (of as many, the first named). Blanks around a
/// field are no part of it, and a row without any text is none.
package struct DelimitedRows {
  /// Bytes that a row may have.
  package static let longestRow = 1 << 20

  /// The row's bytes with quotes and surrounding blanks removed; `fields` are its ranges.
  package private(set) var bytes: [UInt8] = []
  package private(set) var fields: [Range<Int>] = []
  /// Line of the file on which the row begins.
  package private(set) var line = 0

  private let read: () throws -> [UInt8]
  private var chunk: [UInt8] = []
  private var position = 0
  private var nextLine = 1
  /// Nil until the header is looked at.
  private var separator: UInt8?

  /// - Parameter read: Gives the next bytes; none at the end.
  package init(read: @escaping () throws -> [UInt8]) { self.read = read }

  package init(text: String) {
    var rest = [UInt8](text.utf8)
    self.init {
      defer { rest = [] }
      return rest
    }
  }

  /// The first bytes of the file, before any row is read.
  package mutating func peek(_ count: Int) throws(TableError) -> ArraySlice<UInt8> {
    while chunk.count < position + count {
      let more = try readMore()
      if more.isEmpty { break }
      chunk += more
    }
    return chunk[min(position, chunk.count)...].prefix(count)
  }

  /// Moves to the next row that holds any text.
  ///
  /// - Returns: False at the end of the file.
  package mutating func next() throws(TableError) -> Bool {
    if separator == nil { try begin() }
    repeat {
      bytes.removeAll(keepingCapacity: true)
      fields.removeAll(keepingCapacity: true)
      line = nextLine
      guard try readRow() else { return false }
    } while bytes.isEmpty
    return true
  }

  package func text(_ field: Int) -> String {
    String(decoding: bytes[fields[field]], as: UTF8.self)
  }

  private mutating func readRow() throws(TableError) -> Bool {
    let separator = separator ?? 0x2C
    var start = 0
    var quoteLine: Int?
    // Whether nothing of the field has been read: only there does a mark open a quotation.
    var isFresh = true
    var isAny = false
    while let byte = try nextByte() {
      isAny = true
      if byte == 0 { throw TableError(line: nextLine, .nulByte) }
      if let line = quoteLine {
        if byte == 0x22 {
          if try currentByte() != 0x22 {
            quoteLine = nil
            continue
          }
          position += 1
        }
        if byte == 0x0A { nextLine += 1 }
        guard bytes.count < Self.longestRow else { throw TableError(line: line, .openQuotation) }
        append(byte, after: start)
      } else if byte == separator {
        endField(&start)
        isFresh = true
      } else if byte == 0x0A || byte == 0x0D {
        if byte == 0x0D, try currentByte() == 0x0A { position += 1 }
        nextLine += 1
        endField(&start)
        return true
      } else if byte == 0x22, isFresh {
        (quoteLine, isFresh) = (nextLine, false)
      } else {
        isFresh = false
        guard bytes.count < Self.longestRow else {
          throw TableError(line: line, .rowTooLong(most: Self.longestRow))
        }
        append(byte, after: start)
      }
    }
    if let quoteLine { throw TableError(line: quoteLine, .openQuotation) }
    if isAny { endField(&start) }
    return isAny
  }

  /// Blanks at a field's start are left out at once.
  private mutating func append(_ byte: UInt8, after start: Int) {
    if byte != 0x20 || bytes.count > start { bytes.append(byte) }
  }

  private mutating func endField(_ start: inout Int) {
    while bytes.count > start, bytes.last == 0x20 { bytes.removeLast() }
    fields.append(start..<bytes.count)
    start = bytes.count
  }

  /// Skips a byte-order mark and finds the separator in the first line that holds anything.
  private mutating func begin() throws(TableError) {
    if try peek(3).elementsEqual([0xEF, 0xBB, 0xBF]) { position += 3 }
    let head = try peek(Self.headerLimit).drop { $0 == 0x0A || $0 == 0x0D }
    let candidates: [UInt8] = [0x09, 0x3B, 0x2C]
    var counts = [0, 0, 0]
    var (isQuoted, mayOpen) = (false, true)
    for byte in head {
      if byte == 0x22, isQuoted || mayOpen {
        // After a mark that closes, a second one goes on: it was doubled.
        isQuoted.toggle()
        mayOpen = true
        continue
      }
      if isQuoted { continue }
      if byte == 0x0A || byte == 0x0D { break }
      let separator = candidates.firstIndex(of: byte)
      if let separator { counts[separator] += 1 }
      mayOpen = separator != nil
    }
    let most = counts.max() ?? 0
    separator = most == 0 ? 0x2C : candidates[counts.firstIndex(of: most) ?? 2]
  }

  /// Bytes in which the header's separators are counted.
  private static let headerLimit = 1 << 16

  private mutating func currentByte() throws(TableError) -> UInt8? {
    if position >= chunk.count {
      chunk = try readMore()
      position = 0
      if chunk.isEmpty { return nil }
    }
    return chunk[position]
  }

  private mutating func nextByte() throws(TableError) -> UInt8? {
    guard let byte = try currentByte() else { return nil }
    position += 1
    return byte
  }

  private func readMore() throws(TableError) -> [UInt8] {
    do {
      return try read()
    } catch {
      throw TableError(line: 0, .unreadable(reason: String(describing: error)))
    }
  }
}
