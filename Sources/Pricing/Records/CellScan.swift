// SPDX-License-Identifier: GPL-3.0-or-later

/// Cuts delimited text into cells.
struct CellScan {
  private(set) var header: [String] = []
  private(set) var headerLine: Int?
  /// Cells of the rows below the header without blanks at their ends, one after another.
  private(set) var bytes: [UInt8] = []
  private(set) var ends: [Int] = []
  /// Lines on which the rows start.
  private(set) var lines: [Int] = []
  /// The first row of another length than the header.
  private(set) var odd: (line: Int, count: Int)?
  /// Line of a quotation mark that is never closed.
  private(set) var openQuotation: Int?

  private var rowLine = 1
  private var rowStart = (cell: 0, byte: 0)
  private var cellStart = 0

  mutating func read(_ text: UnsafeBufferPointer<UInt8>) {
    var rest = Slice(base: text, bounds: text.startIndex..<text.endIndex)
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    let delimiter = Self.delimiter(of: rest)
    let quote = UInt8(ascii: "\"")
    bytes.reserveCapacity(rest.count)
    var (line, quoteLine) = (1, 0)
    var isQuoted = false
    // Whether nothing of the cell has been read: only there does a mark open a quotation.
    var isFresh = true
    var index = rest.startIndex
    while index < rest.endIndex {
      let byte = rest[index]
      index += 1
      if byte == UInt8(ascii: "\n") { line += 1 }
      if isQuoted {
        let isDoubled = byte == quote && index < rest.endIndex && rest[index] == quote
        if byte == quote, !isDoubled {
          isQuoted = false
        } else {
          append(byte, &isFresh)
          if isDoubled { index += 1 }
        }
      } else if byte == quote, isFresh {
        (isQuoted, quoteLine) = (true, line)
      } else if byte == delimiter {
        endCell(&isFresh)
      } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        if byte == UInt8(ascii: "\r"), index < rest.endIndex, rest[index] == UInt8(ascii: "\n") {
          continue
        }
        endCell(&isFresh)
        endRow(next: line)
      } else {
        append(byte, &isFresh)
      }
    }
    if isQuoted { openQuotation = quoteLine }
    if !isFresh || ends.count > rowStart.cell {
      endCell(&isFresh)
      endRow(next: line)
    }
  }

  private mutating func append(_ byte: UInt8, _ isFresh: inout Bool) {
    isFresh = false
    // Blanks at a cell's start are left out at once.
    if byte != UInt8(ascii: " ") || bytes.count > cellStart { bytes.append(byte) }
  }

  private mutating func endCell(_ isFresh: inout Bool) {
    while bytes.count > cellStart, bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
    ends.append(bytes.count)
    cellStart = bytes.count
    isFresh = true
  }

  private mutating func endRow(next line: Int) {
    let count = ends.count - rowStart.cell
    if bytes.count == rowStart.byte {
      // A row without any text is none.
      ends.removeLast(count)
    } else if headerLine == nil {
      headerLine = rowLine
      var start = 0
      for end in ends {
        header.append(String(decoding: bytes[start..<end], as: UTF8.self))
        start = end
      }
      bytes.removeAll(keepingCapacity: true)
      ends.removeAll()
    } else {
      if count != header.count { odd = odd ?? (rowLine, count) }
      lines.append(rowLine)
    }
    rowLine = line
    rowStart = (ends.count, bytes.count)
    cellStart = bytes.count
  }

  private static func delimiter(of text: Slice<UnsafeBufferPointer<UInt8>>) -> UInt8 {
    let header = text.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    let counts = candidates.map { candidate in header.count { $0 == candidate } }
    let best = counts.indices.max {
      counts[$0] < counts[$1] || (counts[$0] == counts[$1] && $0 > $1)
    }
    return best.map { candidates[$0] } ?? candidates[0]
  }
}
