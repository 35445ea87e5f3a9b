// SPDX-License-Identifier: GPL-3.0-or-later

import CZlib

/// Bytes packed as they come, as a raw deflate stream (RFC 1951), with the checksum that archives keep.
///
/// The same bytes give the same stream wherever the same zlib packs them: nothing of the machine or
/// the clock goes in.
final class Deflater {
  private let stream: UnsafeMutablePointer<z_stream>
  /// CRC-32 of the bytes that went in.
  private(set) var checksum: UInt32 = 0
  /// How many they were.
  private(set) var count = 0

  /// - Parameter level: From 1, fast, to 9, small.
  init(level: Int32 = 6) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let status = inquiry_deflate_begin(stream, level)
    precondition(status == Z_OK, "zlib has no memory")
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
  }

  /// - Returns: The bytes of the stream that are ready.
  func append(_ bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBufferPointer { input in
      checksum = UInt32(
        truncatingIfNeeded: crc32(uLong(checksum), input.baseAddress, uInt(input.count)))
    }
    count += bytes.count
    return packed(bytes, Z_NO_FLUSH)
  }

  /// - Returns: The stream's last bytes.
  func finish() -> [UInt8] { packed([], Z_FINISH) }

  private func packed(_ bytes: [UInt8], _ flush: Int32) -> [UInt8] {
    var packed: [UInt8] = []
    bytes.withUnsafeBufferPointer { input in
      stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
      stream.pointee.avail_in = uInt(input.count)
      var isFull = true
      while isFull {
        packed += [UInt8](unsafeUninitializedCapacity: Self.piece) { output, count in
          stream.pointee.next_out = output.baseAddress
          stream.pointee.avail_out = uInt(output.count)
          deflate(stream, flush)
          count = output.count - Int(stream.pointee.avail_out)
          isFull = stream.pointee.avail_out == 0
        }
      }
    }
    return packed
  }

  private static let piece = 65_536
}
