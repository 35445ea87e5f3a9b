// SPDX-License-Identifier: GPL-3.0-or-later

/// The next event of each of n agents, and whose is first.
///
/// Keys are times since the origin whose lowest bits are replaced by the agent's number, so that
/// the least key names its agent: events that are nearer than the bits tell apart (half a
/// microsecond for a hundred agents over a year) come in order of agent, as those of one instant
/// do. The times themselves are kept to the last bit.
///
/// Keys lie in blocks of eight, and every block's least is a key of the level above, up to a top of
/// at most two blocks. A new key goes up in a register: what it meets, the least of its seven
/// neighbours, is taken before it is known and without reading it back, since a vector load right
/// behind a store into it would have to wait for the store.
package struct EventTree: ~Copyable {
  private static let fanOut = 8
  /// In the place of infinity, which has no bits for a number.
  private static let never = 0x1p1000

  private let times: FixedArray<Double>
  private let keys: FixedArray<Double>
  private let boundsOfOthers: FixedArray<Double>
  /// Where each level begins, leaves first; the top is the last.
  private let levels: FixedArray<Int>
  private let topLevel: Int
  private let isTopWide: Bool
  private let tag: UInt64
  private let origin: Double
  /// Whose event is first; meaningless if all are infinite.
  package private(set) var first = 0
  package private(set) var minimum = Double.infinity

  /// - Parameter origin: No event is before it.
  package init(count: Int, origin: Double) {
    var starts = [0]
    var width = max(count, 1)
    while width > 2 * Self.fanOut {
      width = (width + Self.fanOut - 1) / Self.fanOut
      starts.append(starts[starts.count - 1] + width * Self.fanOut)
    }
    levels = FixedArray(starts)
    topLevel = starts.count - 1
    isTopWide = width > Self.fanOut
    times = FixedArray(repeating: .infinity, count: count)
    keys = FixedArray(repeating: Self.never * 2, count: starts[topLevel] + 2 * Self.fanOut)
    boundsOfOthers = EightTimes.boundsOfOthers()
    tag = (1 << UInt64(Int.bitWidth - max(count - 1, 0).leadingZeroBitCount)) - 1
    // Keys are far from zero, whose neighbours are slow to compare.
    self.origin = origin - 1
  }

  package func time(of agent: Int) -> Double { times[agent] }

  @inline(__always)
  package mutating func set(_ agent: Int, to time: Double) {
    let (times, keys, bounds) = (times.base, keys.base, boundsOfOthers.base)
    let since = fastMin(time - origin, Self.never)
    var key = Double(
      bitPattern: since.bitPattern & ~tag | UInt64(truncatingIfNeeded: agent))
    times[agent] = time
    var place = agent
    var level = 0
    while level < topLevel {
      let start = keys + levels[level]
      let inBlock = place & (Self.fanOut &- 1)
      let others = EightTimes(UnsafePointer(start + (place &- inBlock)))
        .least(above: EightTimes(UnsafePointer(bounds + inBlock &* Self.fanOut)))
      start[place] = key
      key = fastMin(key, others)
      place = place &>> 3
      level &+= 1
    }
    let top = keys + levels[topLevel]
    let inBlock = place & (Self.fanOut &- 1)
    let block = place &- inBlock
    var others = EightTimes(UnsafePointer(top + block))
      .least(above: EightTimes(UnsafePointer(bounds + inBlock &* Self.fanOut)))
    if isTopWide {
      others = fastMin(others, EightTimes(UnsafePointer(top + (block ^ Self.fanOut))).least)
    }
    top[place] = key
    key = fastMin(key, others)
    first = Int(truncatingIfNeeded: key.bitPattern & tag)
    minimum = times[first]
  }
}
