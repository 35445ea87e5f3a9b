// SPDX-License-Identifier: GPL-3.0-or-later

/// Numbers for keys in the order of their first appearance, found by their bytes: for the millions of
/// keys of a log that nobody will read, of which no text is made.
package struct KeyTable: Sendable {
  /// Bytes of all keys, one behind the other.
  private var bytes: [UInt8] = []
  /// Where each key begins, and the end of the last.
  private var starts: [Int] = [0]
  private var hashes: [UInt64] = []
  /// Numbers of keys by hash, each in the next free slot; negative where there is none.
  private var slots = [Int32](repeating: -1, count: 1024)
  /// Chosen anew in each process, so that nobody can choose keys that collide.
  private static let seed = UInt64.random(in: .min ... .max) | 1

  package init() {}

  package var count: Int { hashes.count }

  /// The number of a key, a new one where it was not met before.
  package mutating func number(of key: ArraySlice<UInt8>) -> Int {
    key.withUnsafeBufferPointer { number(of: $0) }
  }

  private mutating func number(of key: UnsafeBufferPointer<UInt8>) -> Int {
    let hash = Self.hash(key)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash, equals(number, key) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    let number = hashes.count
    slots[slot] = Int32(number)
    hashes.append(hash)
    bytes.append(contentsOf: key)
    starts.append(bytes.count)
    if 2 * hashes.count > slots.count { grow() }
    return number
  }

  private func equals(_ number: Int, _ key: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = starts[number]
    guard starts[number + 1] - start == key.count else { return false }
    for index in key.indices where bytes[start + index] != key[index] { return false }
    return true
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: 4 * slots.count)
    for (number, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }

  private static func hash(_ key: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = seed
    for byte in key { hash = (hash ^ UInt64(byte)) &* 0x9e37_79b9_7f4a_7c15 ^ (hash >> 29) }
    hash = (hash ^ (hash >> 32)) &* 0xbf58_476d_1ce4_e5b9
    return hash ^ (hash >> 31)
  }
}
