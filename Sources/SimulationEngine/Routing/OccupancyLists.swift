// SPDX-License-Identifier: GPL-3.0-or-later

/// Free agents by group and number of open chats; in each bucket those who came first are first.
package struct OccupancyLists: ~Copyable {
  private static let levels = 64

  private let next: FixedArray<Int32>
  private let previous: FixedArray<Int32>
  private let heads: FixedArray<Int32>
  private let tails: FixedArray<Int32>
  /// For each group a bit for every level that has an agent.
  private let occupied: FixedArray<UInt64>

  package init(agentCount: Int, groupCount: Int) {
    next = FixedArray(repeating: -1, count: agentCount)
    previous = FixedArray(repeating: -1, count: agentCount)
    heads = FixedArray(repeating: -1, count: groupCount * Self.levels)
    tails = FixedArray(repeating: -1, count: groupCount * Self.levels)
    occupied = FixedArray(repeating: 0, count: groupCount)
  }

  /// The levels at which the group has an agent, as bits.
  @inline(__always)
  package func levels(group: Int) -> UInt64 { occupied[group] }

  @inline(__always)
  package func first(group: Int, level: Int) -> Int { Int(heads[group &* Self.levels &+ level]) }

  @inline(__always)
  package mutating func add(_ agent: Int, group: Int, level: Int) {
    let bucket = group &* Self.levels &+ level
    let tail = tails[bucket]
    next[agent] = -1
    previous[agent] = tail
    tails[bucket] = Int32(truncatingIfNeeded: agent)
    if tail < 0 {
      heads[bucket] = Int32(truncatingIfNeeded: agent)
      occupied[group] |= 1 &<< UInt64(truncatingIfNeeded: level)
    } else {
      next[Int(tail)] = Int32(truncatingIfNeeded: agent)
    }
  }

  @inline(__always)
  package mutating func remove(_ agent: Int, group: Int, level: Int) {
    let bucket = group &* Self.levels &+ level
    let before = previous[agent]
    let after = next[agent]
    if before < 0 { heads[bucket] = after } else { next[Int(before)] = after }
    if after < 0 { tails[bucket] = before } else { previous[Int(after)] = before }
    if before < 0, after < 0 { occupied[group] &= ~(1 &<< UInt64(truncatingIfNeeded: level)) }
  }
}
