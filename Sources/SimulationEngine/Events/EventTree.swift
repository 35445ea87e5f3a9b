// SPDX-License-Identifier: GPL-3.0-or-later

/// The next event of each of n agents, and whose is first.
///
/// Keys are times since the origin whose lowest bits are replaced by the agent's number, so that
/// the least key names its agent: events that are nearer than the bits tell apart (half a
/// microsecond for a hundred agents over a year) come in order of agent, as those of one instant
/// do. The times themselves are kept to the last bit.
///
/// Keys lie in blocks of four, and every block's least is a key of the level above, up to a top of
/// eight. A new key goes up in a register: what it meets, the least of its neighbours in the block, is
/// taken before it is known. Keys are compared one by one, and the key's own place is never read: a
/// load right behind a store into the same place would have to wait for it.
package struct EventTree: ~Copyable {
  private static let fanOut = 4
  private static let topWidth = 8
  /// In the place of infinity, which has no bits for a number.
  private static let never = 0x1p1000

  private let times: FixedArray<Double>
  private let keys: FixedArray<Double>
  /// Where each level begins, leaves first; the top is the last.
  private let levels: FixedArray<Int>
  private let topLevel: Int
  private let tag: UInt64
  private let origin: Double
  /// Whose event is first; meaningless if all are infinite.
  package private(set) var first = 0
  package private(set) var minimum = Double.infinity

  /// - Parameter origin: No event is before it.
  package init(count: Int, origin: Double) {
    var starts = [0]
    var width = max(count, 1)
    while width > Self.topWidth {
      width = (width + Self.fanOut - 1) / Self.fanOut
      starts.append(starts[starts.count - 1] + width * Self.fanOut)
    }
    levels = FixedArray(starts)
    topLevel = starts.count - 1
    times = FixedArray(repeating: .infinity, count: count)
    keys = FixedArray(repeating: .infinity, count: starts[topLevel] + Self.topWidth)
    tag = (1 << UInt64(Int.bitWidth - max(count - 1, 0).leadingZeroBitCount)) - 1
    // Keys are far from zero, whose neighbours are slow to compare.
    self.origin = origin - 1
  }

  package func time(of agent: Int) -> Double { times[agent] }

  @inline(__always)
  package mutating func set(_ agent: Int, to time: Double) {
    let (times, keys) = (times.base, keys.base)
    let since = fastMin(time - origin, Self.never)
    let key = Double(
      bitPattern: since.bitPattern & ~tag | UInt64(truncatingIfNeeded: agent))
    times[agent] = time
    // Of all other agents, gathered apart: the first event is then one comparison away from the key.
    var others = Double.infinity
    var least = key
    var place = agent
    var level = 0
    while level < topLevel {
      let block = keys + levels[level]
      let neighbours = fastMin(fastMin(block[place ^ 1], block[place ^ 2]), block[place ^ 3])
      block[place] = least
      least = fastMin(least, neighbours)
      others = fastMin(others, neighbours)
      place = place &>> 2
      level &+= 1
    }
    let top = keys + levels[topLevel]
    let neighbours = fastMin(
      fastMin(fastMin(top[place ^ 1], top[place ^ 2]), fastMin(top[place ^ 3], top[place ^ 4])),
      fastMin(fastMin(top[place ^ 5], top[place ^ 6]), top[place ^ 7]))
    top[place] = least
    let firstKey = fastMin(key, fastMin(others, neighbours))
    first = Int(truncatingIfNeeded: firstKey.bitPattern & tag)
    minimum = times[first]
  }
}
