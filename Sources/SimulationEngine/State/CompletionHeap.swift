// SPDX-License-Identifier: GPL-3.0-or-later

/// The ends of running conversations, each with its slot: the event list of a plain desk, where an
/// end never changes once it is known.
///
/// A heap of four children a node (D. B. Johnson 1975): half the levels of a binary one, and the
/// least of four found without a branch. Equal times come in any order, the same on every machine;
/// `bringFirstSlotUp()` puts them into the order of slots.
package struct CompletionHeap: ~Copyable {
  package struct Entry: BitwiseCopyable {
    /// The time's bits, in the order of times: integers compare faster than numbers.
    var key: Int64
    var slot: Int
  }

  /// Beyond `count` all keys are infinite, so that no node's children need be counted.
  private let entries: FixedArray<Entry>
  private var count = 0
  /// The first end; infinite if nothing runs.
  package private(set) var minimum = Double.infinity

  private static let never = Self.key(.infinity)

  /// - Parameter capacity: Most conversations at once.
  package init(capacity: Int) {
    entries = FixedArray(repeating: Entry(key: Self.never, slot: 0), count: capacity + 5)
  }

  /// The slot whose conversation ends first; meaningless if nothing runs.
  @inline(__always)
  package var leastSlot: Int { entries[0].slot }

  @inline(__always)
  package mutating func push(_ time: Double, slot: Int) {
    let entry = Entry(key: Self.key(time), slot: slot)
    var hole = count
    count &+= 1
    while hole > 0 {
      let parent = (hole &- 1) &>> 2
      if entries[parent].key <= entry.key { break }
      entries[hole] = entries[parent]
      hole = parent
    }
    entries[hole] = entry
    minimum = fastMin(minimum, time)
  }

  /// Takes the first end out and puts another one of the same slot in.
  @inline(__always)
  package mutating func replaceFirst(_ time: Double) {
    sink(Entry(key: Self.key(time), slot: entries[0].slot))
  }

  @inline(__always)
  package mutating func removeFirst() {
    count &-= 1
    let last = entries[count]
    entries[count].key = Self.never
    if count > 0 { sink(last) } else { minimum = .infinity }
  }

  /// Fills the root with an entry that belongs somewhere below.
  @inline(__always)
  private mutating func sink(_ entry: Entry) {
    var hole = 0
    var child = leastChild(of: 0)
    // Known before the entry has found its place, so that the loop need not wait for that.
    minimum = Self.time(min(entry.key, entries[child].key))
    while entry.key > entries[child].key {
      entries[hole] = entries[child]
      hole = child
      if 4 &* hole &+ 1 >= count { break }
      child = leastChild(of: hole)
    }
    entries[hole] = entry
  }

  /// The child that comes first of a node whose children have places in the array.
  @inline(__always)
  private func leastChild(of node: Int) -> Int {
    let first = 4 &* node &+ 1
    let child = entries.base + first
    let a = child[1].key < child[0].key ? 1 : 0
    let b = child[3].key < child[2].key ? 3 : 2
    return first &+ (child[b].key < child[a].key ? b : a)
  }

  /// Of the conversations that end first at one instant, makes that of the smallest slot the first.
  @inline(never)
  package mutating func bringFirstSlotUp() {
    let first = smallestSlot(from: 0)
    let slot = entries[0].slot
    entries[0].slot = entries[first].slot
    entries[first].slot = slot
  }

  /// The node of the smallest slot among the node and those below it at the same instant.
  private func smallestSlot(from node: Int) -> Int {
    var smallest = node
    for child in (4 * node + 1)..<(4 * node + 5)
    where child < count && entries[child].key == entries[node].key {
      let below = smallestSlot(from: child)
      if entries[below].slot < entries[smallest].slot { smallest = below }
    }
    return smallest
  }

  /// Its own inverse but for the types: negative numbers' bits grow downwards.
  @inline(__always)
  private static func key(_ time: Double) -> Int64 { flip(Int64(bitPattern: time.bitPattern)) }

  @inline(__always)
  private static func time(_ key: Int64) -> Double {
    Double(bitPattern: UInt64(bitPattern: flip(key)))
  }

  @inline(__always)
  private static func flip(_ bits: Int64) -> Int64 { bits ^ ((bits &>> 63) & .max) }
}
