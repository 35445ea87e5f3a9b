// SPDX-License-Identifier: GPL-3.0-or-later

/// Sums that an archive holds, to the last bit.
///
/// What does not change while replications are added is no part of it: a value that reads must have been
/// made as the one was that has written.
package protocol Archived {
  /// Hands every number on to the archive, which writes it down or replaces it.
  mutating func pass(through archive: inout Archive)
}

/// Numbers on their way into bytes, or out of them again: one walk through a value serves both.
///
/// Whole numbers take as few bytes as they need (seven bits each, as in Protocol Buffers), other
/// fractions nine; zeros in a row take two together.
package struct Archive: Sendable {
  package private(set) var bytes: [UInt8]
  package let isReading: Bool
  private var place = 0
  private var isBroken = false

  /// An archive that is written.
  package init() {
    bytes = []
    isReading = false
  }

  /// An archive that is read.
  package init(reading bytes: [UInt8]) {
    self.bytes = bytes
    isReading = true
  }

  /// Whether all that was read was there, and nothing is left.
  package var isWhole: Bool { !isBroken && (!isReading || place == bytes.count) }

  package mutating func pass(_ value: inout UInt64) {
    if isReading { value = read() } else { write(value) }
  }

  package mutating func pass(_ value: inout Int64) {
    // Numbers near zero are short, whatever their sign.
    var folded = UInt64(bitPattern: value << 1) ^ UInt64(bitPattern: value >> 63)
    pass(&folded)
    if isReading { value = Int64(bitPattern: folded >> 1) ^ -Int64(bitPattern: folded & 1) }
  }

  package mutating func pass(_ value: inout Int) {
    var wide = Int64(value)
    pass(&wide)
    if isReading { value = Int(truncatingIfNeeded: wide) }
  }

  /// Whole numbers are even in the archive; odd is what stands before eight bytes of any other.
  package mutating func pass(_ value: inout Double) {
    guard isReading else {
      let whole = UInt64(exactly: value).flatMap { $0 < 1 << 53 && value.sign == .plus ? $0 : nil }
      if let whole { return write(whole << 1) }
      write(1)
      for byte in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: value.bitPattern >> (8 * byte))) }
      return
    }
    let whole = read()
    if whole & 1 == 0 {
      value = Double(whole >> 1)
      return
    }
    var bits: UInt64 = 0
    for byte in 0..<8 { bits |= UInt64(next()) << (8 * byte) }
    value = Double(bitPattern: bits)
  }

  package mutating func pass<Value: Archived>(_ value: inout Value) {
    value.pass(through: &self)
  }

  package mutating func pass(_ values: inout [Double]) {
    passRuns(&values, none: 0, isZero: { $0 == 0 && $0.sign == .plus }) { $1.pass(&$0) }
  }

  package mutating func pass(_ values: inout [Int64]) {
    passRuns(&values, none: 0, isZero: { $0 == 0 }) { $1.pass(&$0) }
  }

  /// - Parameter none: What a value is before it is read.
  package mutating func pass<Value>(
    _ values: inout [Value], of none: @autoclosure () -> Value,
    _ each: (inout Value, inout Archive) -> Void
  ) {
    let count = count(of: values)
    if isReading { values = (0..<count).map { _ in none() } }
    for index in 0..<count { each(&values[index], &self) }
  }

  package mutating func pass<Value: Archived>(
    _ values: inout [Value], of none: @autoclosure () -> Value
  ) {
    pass(&values, of: none()) { $1.pass(&$0) }
  }

  private mutating func passRuns<Value>(
    _ values: inout [Value], none: Value, isZero: (Value) -> Bool,
    _ each: (inout Value, inout Archive) -> Void
  ) {
    var count = UInt64(values.count)
    pass(&count)
    if isReading {
      // A number that is not there cannot be asked for: lengths beyond reason are a broken archive.
      guard count < 1 << 32 else { return isBroken = true }
      values = Array(repeating: none, count: Int(count))
    }
    var index = 0
    while index < values.count, !isBroken {
      var run: UInt64 = 0
      if !isReading {
        while index + Int(run) < values.count, isZero(values[index + Int(run)]) { run += 1 }
      }
      // Zeros first, then how many others follow.
      pass(&run)
      var others: UInt64 = 0
      if !isReading {
        let start = index + Int(run)
        while start + Int(others) < values.count, !isZero(values[start + Int(others)]) {
          others += 1
        }
      }
      pass(&others)
      guard run <= UInt64(values.count - index), others <= UInt64(values.count - index) - run,
        run + others > 0
      else { return isBroken = true }
      index += Int(run)
      for _ in 0..<others {
        each(&values[index], &self)
        index += 1
      }
    }
  }

  private mutating func count<Value>(of values: [Value]) -> Int {
    var count = UInt64(values.count)
    pass(&count)
    guard isReading else { return values.count }
    // Every value takes a byte at least.
    guard count <= UInt64(bytes.count - place) else {
      isBroken = true
      return 0
    }
    return Int(count)
  }

  private mutating func write(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  private mutating func read() -> UInt64 {
    var (value, shift): (UInt64, UInt64) = (0, 0)
    while shift < 64 {
      let byte = next()
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    isBroken = true
    return 0
  }

  private mutating func next() -> UInt8 {
    guard place < bytes.count else {
      isBroken = true
      return 0
    }
    defer { place += 1 }
    return bytes[place]
  }
}
