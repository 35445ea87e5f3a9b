// SPDX-License-Identifier: GPL-3.0-or-later

/// A ZIP archive (PKWARE APPNOTE 6.3) written part by part, each packed as it comes, with one date for
/// all: the same bytes for the same parts.
struct ZipWriter {
  private struct Entry {
    let name: [UInt8]
    let start: Int
    var checksum: UInt32 = 0
    var packed = 0
    var size = 0
  }

  private var entries: [Entry] = []
  private var deflater: Deflater?
  private var position = 0

  /// Sizes and the checksum follow a part, as they are not known before it.
  private static let flags: UInt16 = 1 << 3
  /// 1 January 1980, the first day that the format knows.
  private static let date: UInt16 = 0x21

  /// Whether a part or the archive has become larger than the format's four bytes can say.
  private(set) var isTooLarge = false

  /// - Returns: The bytes that begin a part.
  mutating func begin(_ name: String) -> [UInt8] {
    let entry = Entry(name: Array(name.utf8), start: position)
    entries.append(entry)
    deflater = Deflater()
    return count(
      LittleEndian.bytes(UInt32(0x0403_4b50)) + Self.head + Self.numbers(0, 0, 0)
        + Self.lengths(entry) + entry.name)
  }

  /// - Returns: The bytes of the part that are ready.
  mutating func append(_ bytes: [UInt8]) -> [UInt8] {
    guard let deflater, !entries.isEmpty else { return [] }
    let ready = deflater.append(bytes)
    entries[entries.count - 1].packed += ready.count
    return count(ready)
  }

  /// - Returns: The bytes that end a part.
  mutating func end() -> [UInt8] {
    guard let deflater, !entries.isEmpty else { return [] }
    let rest = deflater.finish()
    var entry = entries[entries.count - 1]
    entry.packed += rest.count
    entry.size = deflater.count
    entry.checksum = deflater.checksum
    entries[entries.count - 1] = entry
    self.deflater = nil
    isTooLarge = isTooLarge || entry.size > Int(UInt32.max)
    return count(
      rest + LittleEndian.bytes(UInt32(0x0807_4b50))
        + Self.numbers(entry.checksum, entry.packed, entry.size))
  }

  /// - Returns: A whole part.
  mutating func part(_ name: String, _ text: String) -> [UInt8] {
    let start = begin(name)
    let body = append(Array(text.utf8))
    return start + body + end()
  }

  /// - Returns: The directory, the last bytes of the archive.
  mutating func finish() -> [UInt8] {
    let start = position
    var bytes: [UInt8] = []
    for entry in entries {
      bytes += LittleEndian.bytes(UInt32(0x0201_4b50)) + LittleEndian.bytes(UInt16(20)) + Self.head
      bytes += Self.numbers(entry.checksum, entry.packed, entry.size) + Self.lengths(entry)
      // No remark, the first disk, no attributes.
      bytes += [UInt8](repeating: 0, count: 10)
      bytes += LittleEndian.bytes(UInt32(truncatingIfNeeded: entry.start)) + entry.name
    }
    let size = bytes.count
    bytes += LittleEndian.bytes(UInt32(0x0605_4b50)) + [0, 0, 0, 0]
    bytes += LittleEndian.bytes(UInt16(entries.count)) + LittleEndian.bytes(UInt16(entries.count))
    bytes += LittleEndian.bytes(UInt32(size))
    bytes += LittleEndian.bytes(UInt32(truncatingIfNeeded: start)) + [0, 0]
    return count(bytes)
  }

  /// Version needed, flags, deflate, time and date.
  private static let head =
    LittleEndian.bytes(UInt16(20)) + LittleEndian.bytes(flags) + LittleEndian.bytes(UInt16(8))
    + LittleEndian.bytes(UInt16(0)) + LittleEndian.bytes(date)

  private static func numbers(_ checksum: UInt32, _ packed: Int, _ size: Int) -> [UInt8] {
    LittleEndian.bytes(checksum) + LittleEndian.bytes(UInt32(truncatingIfNeeded: packed))
      + LittleEndian.bytes(UInt32(truncatingIfNeeded: size))
  }

  /// Of the name, and of what else might stand behind it.
  private static func lengths(_ entry: Entry) -> [UInt8] {
    LittleEndian.bytes(UInt16(entry.name.count)) + [0, 0]
  }

  private mutating func count(_ bytes: [UInt8]) -> [UInt8] {
    position += bytes.count
    isTooLarge = isTooLarge || position > Int(UInt32.max)
    return bytes
  }
}
