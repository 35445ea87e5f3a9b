// SPDX-License-Identifier: GPL-3.0-or-later

import CZlib

/// The parts of a ZIP archive in memory (PKWARE APPNOTE 6.3): stored or deflated, without encryption
/// and below 4 GB, as spreadsheets are.
struct ZipArchive {
  private struct Entry {
    let method: Int
    let packed: Int
    let size: Int
    let header: Int
  }

  private let bytes: [UInt8]
  private var entries: [String: Entry] = [:]
  /// Bytes that parts may still unpack to: an archive of a few kilobytes can hold gigabytes.
  private var left: Int
  private let most: Int

  /// - Parameter most: Bytes that all parts together may have when unpacked.
  init(_ bytes: [UInt8], most: Int) throws(SpreadsheetError) {
    self.bytes = bytes
    self.most = most
    left = most
    // The end record stands in the last 64 kB, behind it at most a remark.
    var end = bytes.count - 22
    let lowest = max(0, end - 65_535)
    while end >= lowest, number(end, 4) != 0x0605_4b50 { end -= 1 }
    guard end >= lowest, end >= 0 else { throw .damaged(part: "archive") }
    var place = number(end + 16, 4)
    for _ in 0..<number(end + 10, 2) {
      guard place + 46 <= bytes.count, number(place, 4) == 0x0201_4b50 else {
        throw .damaged(part: "archive")
      }
      let nameEnd = place + 46 + number(place + 28, 2)
      guard nameEnd <= bytes.count else { throw .damaged(part: "archive") }
      guard number(place + 8, 2) & 1 == 0 else { throw .binaryFormat }
      let name = String(decoding: bytes[place + 46..<nameEnd], as: UTF8.self)
      entries[name] = Entry(
        method: number(place + 10, 2), packed: number(place + 20, 4),
        size: number(place + 24, 4), header: number(place + 42, 4))
      place = nameEnd + number(place + 30, 2) + number(place + 32, 2)
    }
  }

  /// A part, unpacked; nil where the archive has none of the name.
  mutating func part(_ name: String) throws(SpreadsheetError) -> [UInt8]? {
    guard let entry = entries[name] else { return nil }
    guard entry.size <= left else { throw .tooLarge(most: most) }
    left -= entry.size
    guard entry.header + 30 <= bytes.count, number(entry.header, 4) == 0x0403_4b50 else {
      throw .damaged(part: name)
    }
    let start = entry.header + 30 + number(entry.header + 26, 2) + number(entry.header + 28, 2)
    guard start + entry.packed <= bytes.count else { throw .damaged(part: name) }
    switch entry.method {
    case 0:
      guard entry.packed == entry.size else { throw .damaged(part: name) }
      return Array(bytes[start..<start + entry.packed])
    case 8: return try inflated(start..<start + entry.packed, entry.size, name)
    default: throw .damaged(part: name)
    }
  }

  private func inflated(
    _ range: Range<Int>, _ size: Int, _ name: String
  ) throws(SpreadsheetError) -> [UInt8] {
    var status: Int32 = 0
    let output = [UInt8](unsafeUninitializedCapacity: max(1, size)) { output, count in
      bytes[range].withUnsafeBufferPointer { input in
        status = inquiry_inflate(
          input.baseAddress, UInt32(input.count), output.baseAddress, UInt32(size))
      }
      count = status == 0 ? size : 0
    }
    guard status == 0 else { throw .damaged(part: name) }
    return output
  }

  /// A number of so many bytes, the lowest first; 0 beyond the end.
  private func number(_ place: Int, _ count: Int) -> Int {
    guard place >= 0, place + count <= bytes.count else { return 0 }
    return (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
  }
}
