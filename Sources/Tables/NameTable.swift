// SPDX-License-Identifier: GPL-3.0-or-later

/// Names in the order of their first appearance, found by their bytes: a log repeats a few names in
/// millions of rows, and a text for each cell would cost more than all else.
package struct NameTable: Sendable {
  package private(set) var names: [String] = []
  private var spelled: [[UInt8]] = []
  private var hashes: [Int] = []
  /// Places of names by hash, each in the next free slot; negative where there is none.
  private var slots = [Int32](repeating: -1, count: 64)

  package init() {}

  package init(_ names: [String]) {
    for name in names { add(Array(name.utf8)[...]) }
  }

  package var isEmpty: Bool { names.isEmpty }
  package var count: Int { names.count }

  /// The place of a name, if it has one.
  package func place(of name: ArraySlice<UInt8>) -> Int? {
    let hash = Self.hash(name)
    var slot = hash & (slots.count - 1)
    while slots[slot] >= 0 {
      let place = Int(slots[slot])
      if hashes[place] == hash, spelled[place][...] == name { return place }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Adds a name that is not among them.
  ///
  /// - Returns: Its place.
  @discardableResult
  package mutating func add(_ name: ArraySlice<UInt8>) -> Int {
    if 2 * (names.count + 1) > slots.count { grow() }
    let (place, hash) = (names.count, Self.hash(name))
    names.append(String(decoding: name, as: UTF8.self))
    spelled.append(Array(name))
    hashes.append(hash)
    put(place, hash)
    return place
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: 2 * slots.count)
    for (place, hash) in hashes.enumerated() { put(place, hash) }
  }

  private mutating func put(_ place: Int, _ hash: Int) {
    var slot = hash & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(place)
  }

  /// Seeded anew in each process, so that nobody can choose names that collide.
  private static func hash(_ name: ArraySlice<UInt8>) -> Int {
    var hasher = Hasher()
    name.withUnsafeBytes { hasher.combine(bytes: $0) }
    return hasher.finalize()
  }
}
