// SPDX-License-Identifier: GPL-3.0-or-later

/// A delimited file row by row, in memory that does not grow with it: CSV as spreadsheets write it.
///
/// Takes a byte-order mark, LF, CR or CRLF, quoted fields (RFC 4180), and tabs, semicolons or commas,
/// whichever the header holds most of outside quotes (of as many, the first named). Blanks around a
/// field are no part of it, and a row without any text is none. GBK is read as UTF-8 is.
package struct DelimitedRows {
  /// Where each cell of the row stands in `bytes`, without quotes and surrounding blanks.
  package private(set) var fields: [Range<Int>] = []
  /// Line of the file on which the row begins.
  package private(set) var line = 0

  private let limits: ReadingLimits
  private let read: () throws(InputProblem) -> [UInt8]
  private var chunk: [UInt8] = []
  private var position = 0
  private var nextLine = 1
  private var rowCount = 0
  private var bytesRead = 0
  /// Bytes of the whole file, of an ordinary one.
  private var size: Int?
  /// Nil until the header is looked at.
  private var separator: UInt8?
  /// The row where it cannot stay in its chunk: it goes on in the next one, or has quotes.
  private var copy: [UInt8] = []
  private var isCopied = true
  /// Whether the row has bytes beyond ASCII, or was not looked through for them.
  private var mayBeOther = true

  /// What `fields` are ranges of.
  package var bytes: [UInt8] { isCopied ? copy : chunk }

  private let decoder: SharedDecoder

  /// Whether the file is in GBK, as far as it has been read.
  package var isGBK: Bool { decoder.isGBK }

  /// - Parameter read: Gives the next bytes, of UTF-8 or GBK; none at the end.
  package init(
    limits: ReadingLimits = .records, read: @escaping () throws(InputProblem) -> [UInt8]
  ) {
    let decoder = SharedDecoder()
    self.limits = limits
    self.decoder = decoder
    self.read = { () throws(InputProblem) in try decoder.next(read) }
  }

  /// - Throws: `InputProblem` where the file cannot be opened.
  package init(path: String, limits: ReadingLimits) throws(InputProblem) {
    let file = try InputFile(path: path, limits: limits)
    self.init(limits: limits) { () throws(InputProblem) in try file.next() }
    size = file.size
  }

  package init(text: String, limits: ReadingLimits = .records) {
    var rest = [UInt8](text.utf8)
    self.init(limits: limits) {
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
      fields.removeAll(keepingCapacity: true)
      line = nextLine
      guard try readRow() else { return false }
    } while isBlank
    if mayBeOther, !isText { throw TableError(line: line, .notUTF8) }
    rowCount += 1
    guard rowCount <= limits.rows else {
      throw TableError(line: line, .tooManyRows(most: limits.rows))
    }
    guard fields.count <= limits.cellsPerRow else {
      throw TableError(line: line, .tooManyCells(most: limits.cellsPerRow))
    }
    return true
  }

  package func text(_ field: Int) -> String { String(decoding: cell(field), as: UTF8.self) }

  package func cell(_ field: Int) -> ArraySlice<UInt8> {
    isCopied ? copy[fields[field]] : chunk[fields[field]]
  }

  /// How many rows the file will have if it goes on as it began; nil where its size is not known.
  package var expectedRows: Int? {
    size.map {
      Int(
        Double($0) / Double(max(1, bytesRead - chunk.count + position))
          * Double(rowCount) * 1.05) + 64
    }
  }

  /// Whether the row is text in UTF-8.
  private var isText: Bool {
    guard let first = fields.first, let last = fields.last else { return true }
    do {
      _ = try UTF8Span(validating: bytes[first.lowerBound..<last.upperBound].span)
      return true
    } catch {
      return false
    }
  }

  private var isBlank: Bool {
    for field in fields where !field.isEmpty { return false }
    return true
  }

  private mutating func readRow() throws(TableError) -> Bool {
    if readPlainRow() { return true }
    (isCopied, mayBeOther) = (true, true)
    copy.removeAll(keepingCapacity: true)
    fields.removeAll(keepingCapacity: true)
    return try readAnyRow()
  }

  /// Reads a row without quotes that ends in this chunk, where it stays.
  private mutating func readPlainRow() -> Bool {
    let (separator, first) = (separator ?? 0x2C, position)
    let most = min(chunk.count, first + limits.rowBytes)
    var fields: [Range<Int>] = []
    swap(&fields, &self.fields)
    var seen: UInt8 = 0
    let end = chunk.withUnsafeBufferPointer { chunk -> Int? in
      var start = first
      func endField(at index: Int) {
        var (lower, upper) = (start, index)
        while lower < upper, chunk[lower] == 0x20 { lower += 1 }
        while lower < upper, chunk[upper - 1] == 0x20 { upper -= 1 }
        fields.append(lower..<upper)
        start = index + 1
      }
      for index in first..<max(first, most) {
        let byte = chunk[index]
        seen |= byte
        if byte == separator {
          endField(at: index)
        } else if byte == 0x0A {
          let isPair = index > first && chunk[index - 1] == 0x0D
          endField(at: isPair ? index - 1 : index)
          return index
        } else if byte == 0x22 || byte == 0 {
          return nil
        } else if byte == 0x0D {
          guard index + 1 < most, chunk[index + 1] == 0x0A else { return nil }
        }
      }
      return nil
    }
    swap(&fields, &self.fields)
    guard let end else { return false }
    isCopied = false
    mayBeOther = seen >= 0x80
    position = end + 1
    nextLine += 1
    return true
  }

  private mutating func readAnyRow() throws(TableError) -> Bool {
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
        guard copy.count < limits.rowBytes else { throw TableError(line: line, .openQuotation) }
        append(byte, after: start)
      } else if byte == separator {
        try endField(&start)
        isFresh = true
      } else if byte == 0x0A || byte == 0x0D {
        if byte == 0x0D, try currentByte() == 0x0A { position += 1 }
        nextLine += 1
        try endField(&start)
        return true
      } else if byte == 0x22, isFresh {
        (quoteLine, isFresh) = (nextLine, false)
      } else {
        isFresh = false
        guard copy.count < limits.rowBytes else {
          throw TableError(line: line, .rowTooLong(most: limits.rowBytes))
        }
        append(byte, after: start)
      }
    }
    if let quoteLine { throw TableError(line: quoteLine, .openQuotation) }
    if isAny { try endField(&start) }
    return isAny
  }

  /// Blanks at a field's start are left out at once.
  private mutating func append(_ byte: UInt8, after start: Int) {
    if byte != 0x20 || copy.count > start { copy.append(byte) }
  }

  private mutating func endField(_ start: inout Int) throws(TableError) {
    while copy.count > start, copy.last == 0x20 { copy.removeLast() }
    fields.append(start..<copy.count)
    start = copy.count
    guard fields.count <= limits.cellsPerRow else {
      throw TableError(line: line, .tooManyCells(most: limits.cellsPerRow))
    }
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

  private mutating func readMore() throws(TableError) -> [UInt8] {
    do throws(InputProblem) {
      let bytes = try read()
      bytesRead += bytes.count
      return bytes
    } catch {
      throw TableError(line: 0, .input(error))
    }
  }
}
