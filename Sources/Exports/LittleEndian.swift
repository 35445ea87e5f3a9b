// SPDX-License-Identifier: GPL-3.0-or-later

/// Numbers as the formats of this target write them: the lowest byte first.
enum LittleEndian {
  static func bytes(_ value: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: value.littleEndian) { Array($0) }
  }
}
