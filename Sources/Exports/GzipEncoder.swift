// SPDX-License-Identifier: GPL-3.0-or-later

/// A gzip file (RFC 1952) piece by piece, without a name and a time in its header: the same bytes for
/// the same content.
package struct GzipEncoder {
  private let deflater: Deflater
  private var begins = true

  /// - Parameter level: From 1, fast, to 9, small.
  package init(level: Int32 = 6) { deflater = Deflater(level: level) }

  /// - Returns: The bytes of the file that are ready.
  package mutating func append(_ bytes: [UInt8]) -> [UInt8] { head() + deflater.append(bytes) }

  /// - Returns: The last bytes of the file.
  package mutating func finish() -> [UInt8] {
    let rest = head() + deflater.finish()
    return rest + LittleEndian.bytes(deflater.checksum)
      + LittleEndian.bytes(UInt32(truncatingIfNeeded: deflater.count))
  }

  /// A whole file.
  static func packed(_ bytes: [UInt8], level: Int32) -> [UInt8] {
    var encoder = GzipEncoder(level: level)
    let start = encoder.append(bytes)
    return start + encoder.finish()
  }

  private mutating func head() -> [UInt8] {
    defer { begins = false }
    // Deflate, no name, no time, no word on speed, an unknown system.
    return begins ? [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF] : []
  }
}
