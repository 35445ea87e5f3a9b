// SPDX-License-Identifier: GPL-3.0-or-later

/// Free agents by group and number of open chats; in each bucket those who came first are first.
///
/// Each bucket is a ring of links closed by a link of its own, so that no end of a list is a case:
/// whether a bucket is empty is a matter of chance, and a branch on it would be guessed wrong.
package struct OccupancyLists: ~Copyable {
  private static let levels = 64

  package struct Link: BitwiseCopyable {
    var next: Int32
    var previous: Int32
  }

  /// A link for each agent, then one for each bucket.
  private let links: FixedArray<Link>
  private let firstBucket: Int
  /// For each group a bit for every level that has an agent.
  private let occupied: FixedArray<UInt64>

  package init(agentCount: Int, groupCount: Int) {
    firstBucket = agentCount
    links = FixedArray(
      (0..<(agentCount + groupCount * Self.levels)).map {
        Link(next: Int32($0), previous: Int32($0))
      })
    occupied = FixedArray(repeating: 0, count: groupCount)
  }

  /// The levels at which the group has an agent, as bits.
  @inline(__always)
  package func levels(group: Int) -> UInt64 { occupied[group] }

  @inline(__always)
  package func first(group: Int, level: Int) -> Int {
    Int(links[bucket(group, level)].next)
  }

  @inline(__always)
  package mutating func add(_ agent: Int, group: Int, level: Int) {
    let bucket = bucket(group, level)
    let last = links[bucket].previous
    links[agent] = Link(next: Int32(truncatingIfNeeded: bucket), previous: last)
    links[bucket].previous = Int32(truncatingIfNeeded: agent)
    links[Int(last)].next = Int32(truncatingIfNeeded: agent)
    occupied[group] |= 1 &<< UInt64(truncatingIfNeeded: level)
  }

  @inline(__always)
  package mutating func remove(_ agent: Int, group: Int, level: Int) {
    let link = links[agent]
    links[Int(link.previous)].next = link.next
    links[Int(link.next)].previous = link.previous
    // Both neighbours are the same link only where that is the bucket's own.
    let bit: UInt64 = link.previous == link.next ? 1 : 0
    occupied[group] &= ~(bit &<< UInt64(truncatingIfNeeded: level))
  }

  @inline(__always)
  private func bucket(_ group: Int, _ level: Int) -> Int {
    firstBucket &+ (group &* Self.levels &+ level)
  }
}
