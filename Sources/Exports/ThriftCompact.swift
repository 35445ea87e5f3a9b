// SPDX-License-Identifier: GPL-3.0-or-later

/// A structure in Thrift's compact protocol, as far as Parquet needs it: fields in ascending order,
/// integers as zigzag of variable length.
struct ThriftCompact {
  private enum Kind: UInt8 {
    case yes = 1
    case no = 2
    case i32 = 5
    case i64 = 6
    case binary = 8
    case list = 9
    case structure = 12
  }

  private(set) var bytes: [UInt8] = []
  private var last = 0

  mutating func integer(_ field: Int, _ value: Int) {
    begin(field, .i32)
    bytes += Self.zigzag(value)
  }

  mutating func long(_ field: Int, _ value: Int) {
    begin(field, .i64)
    bytes += Self.zigzag(value)
  }

  mutating func flag(_ field: Int, _ value: Bool) { begin(field, value ? .yes : .no) }

  mutating func text(_ field: Int, _ text: String) {
    begin(field, .binary)
    put(text)
  }

  mutating func structure(_ field: Int, _ body: (inout ThriftCompact) -> Void) {
    begin(field, .structure)
    bytes += Self.structure(body)
  }

  /// A list of structures.
  mutating func list(_ field: Int, count: Int, _ body: (Int, inout ThriftCompact) -> Void) {
    begin(field, .list)
    size(count, .structure)
    for index in 0..<count { bytes += Self.structure { body(index, &$0) } }
  }

  mutating func integers(_ field: Int, _ values: [Int]) {
    begin(field, .list)
    size(values.count, .i32)
    for value in values { bytes += Self.zigzag(value) }
  }

  mutating func texts(_ field: Int, _ texts: [String]) {
    begin(field, .list)
    size(texts.count, .binary)
    for text in texts { put(text) }
  }

  /// Ends the structure.
  mutating func stop() { bytes.append(0) }

  private mutating func begin(_ field: Int, _ kind: Kind) {
    // Fields follow each other by less than sixteen.
    bytes.append(UInt8(field - last) << 4 | kind.rawValue)
    last = field
  }

  private mutating func size(_ count: Int, _ kind: Kind) {
    if count < 15 {
      bytes.append(UInt8(count) << 4 | kind.rawValue)
    } else {
      bytes.append(0xF0 | kind.rawValue)
      bytes += Self.variable(UInt64(count))
    }
  }

  private mutating func put(_ text: String) {
    bytes += Self.variable(UInt64(text.utf8.count)) + Array(text.utf8)
  }

  private static func structure(_ body: (inout ThriftCompact) -> Void) -> [UInt8] {
    var inner = ThriftCompact()
    body(&inner)
    inner.stop()
    return inner.bytes
  }

  private static func zigzag(_ value: Int) -> [UInt8] {
    variable(UInt64(bitPattern: Int64(value << 1) ^ Int64(value >> 63)))
  }

  static func variable(_ value: UInt64) -> [UInt8] {
    var (rest, bytes) = (value, [UInt8]())
    repeat {
      let byte = UInt8(truncatingIfNeeded: rest & 0x7F)
      rest >>= 7
      bytes.append(rest == 0 ? byte : byte | 0x80)
    } while rest != 0
    return bytes
  }
}
