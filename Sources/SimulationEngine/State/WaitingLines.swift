// SPDX-License-Identifier: GPL-3.0-or-later

/// A contact in a queue.
package struct WaitingContact: BitwiseCopyable {
  /// When the wait began.
  package var arrival: Double
  /// When the customer leaves.
  package var deadline: Double
  /// The handling requirement of a conversation, in seconds; of a chat that was handed over what
  /// remains of it.
  package var work: Double
  /// The customer's key, from which every draw of the customer is made.
  package var key: UInt64
  /// Row of the counts that the contact is booked in.
  package var cell: UInt32
  package var flags: ContactFlags

  @inline(__always)
  package init(
    arrival: Double, deadline: Double, work: Double, key: UInt64, cell: UInt32,
    flags: ContactFlags
  ) {
    self.arrival = arrival
    self.deadline = deadline
    self.work = work
    self.key = key
    self.cell = cell
    self.flags = flags
  }
}

package struct ContactFlags: OptionSet, BitwiseCopyable {
  package var rawValue: UInt32

  @inline(__always)
  package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Of the shop's own stream and inside the horizon: counted in histograms.
  package static let measured = ContactFlags(rawValue: 1)
  /// Answered before, by an agent whose shift has ended.
  package static let handedOver = ContactFlags(rawValue: 2)
  /// Left, and booked, while others ahead are still in line.
  package static let gone = ContactFlags(rawValue: 4)

  // By the bits: `contains` is a call where it is asked by generic code.
  @inline(__always)
  var isMeasured: Bool { rawValue & 1 != 0 }
  @inline(__always)
  var isHandedOver: Bool { rawValue & 2 != 0 }
  @inline(__always)
  var isGone: Bool { rawValue & 4 != 0 }
}

/// First-in, first-out lines on rings that double when full.
package struct WaitingLines: ~Copyable {
  private struct Ring: BitwiseCopyable {
    var entries: UnsafeMutablePointer<WaitingContact>
    var mask: Int
    var head: Int
    var count: Int
  }

  private let rings: FixedArray<Ring>

  package init(count: Int) {
    let empty = UnsafeMutablePointer<WaitingContact>.allocate(capacity: 1)
    rings = FixedArray(repeating: Ring(entries: empty, mask: 63, head: 0, count: 0), count: count)
    empty.deallocate()
    for line in 0..<count { rings[line].entries = .allocate(capacity: 64) }
  }

  deinit {
    for line in 0..<rings.count { rings[line].entries.deallocate() }
  }

  @inline(__always)
  package var lineCount: Int { rings.count }

  package func count(_ line: Int) -> Int { rings[line].count }

  /// The contact `offset` places behind the head.
  @inline(__always)
  package subscript(line: Int, offset: Int) -> WaitingContact {
    _read {
      let ring = rings[line]
      yield ring.entries[(ring.head &+ offset) & ring.mask]
    }
    nonmutating _modify {
      let ring = rings[line]
      yield &ring.entries[(ring.head &+ offset) & ring.mask]
    }
  }

  @inline(__always)
  package mutating func append(_ contact: WaitingContact, to line: Int) {
    if rings[line].count > rings[line].mask { grow(line) }
    let ring = rings[line]
    ring.entries[(ring.head &+ ring.count) & ring.mask] = contact
    rings[line].count &+= 1
  }

  package mutating func prepend(_ contact: WaitingContact, to line: Int) {
    if rings[line].count > rings[line].mask { grow(line) }
    let ring = rings[line]
    rings[line].head = (ring.head &- 1) & ring.mask
    ring.entries[rings[line].head] = contact
    rings[line].count &+= 1
  }

  @inline(__always)
  package mutating func removeFirst(_ line: Int) {
    let ring = rings[line]
    rings[line].head = (ring.head &+ 1) & ring.mask
    rings[line].count = ring.count &- 1
  }

  @inline(never)
  private func grow(_ line: Int) {
    let ring = rings[line]
    let entries = UnsafeMutablePointer<WaitingContact>.allocate(capacity: 2 * (ring.mask + 1))
    for offset in 0..<ring.count {
      (entries + offset).initialize(to: ring.entries[(ring.head + offset) & ring.mask])
    }
    ring.entries.deallocate()
    rings[line] = Ring(entries: entries, mask: 2 * ring.mask + 1, head: 0, count: ring.count)
  }
}
