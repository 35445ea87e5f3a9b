// SPDX-License-Identifier: GPL-3.0-or-later

/// A key for each of n places and the place of the least key: the event list.
///
/// Keys lie in blocks of eight, and every block's minimum is a key of the level above, up to a top
/// of two blocks. Lowering a key compares on the way up; raising one looks at eight neighbours for
/// each level. Equal keys: the smaller place is least.
package struct MinimumTree: ~Copyable {
  private static let fanOut = 8
  private static let topWidth = 16

  private let keys: FixedArray<Double>
  /// Where each level begins, leaves first; the top is the last.
  private let levels: FixedArray<Int>
  private let topLevel: Int
  private let top: UnsafeMutablePointer<Double>
  /// Whether the second block of the top is in use.
  private let isTopWide: Bool
  package private(set) var minimum = Double.infinity

  package init(count: Int) {
    var starts: [Int] = []
    var total = 0
    var width = max(count, 1)
    while width > Self.topWidth {
      starts.append(total)
      width = (width + Self.fanOut - 1) / Self.fanOut
      total += width * Self.fanOut
    }
    starts.append(total)
    isTopWide = width > Self.fanOut
    levels = FixedArray(starts)
    topLevel = starts.count - 1
    keys = FixedArray(repeating: .infinity, count: total + Self.topWidth)
    top = keys.base + total
  }

  @inline(__always)
  package func key(of place: Int) -> Double { keys[place] }

  /// The place of the least key; meaningless if all are infinite.
  @inline(__always)
  package func leastPlace() -> Int {
    var place = leastOfTop()
    var level = topLevel
    while level > 0 {
      level &-= 1
      let block = levels[level] &+ place &* Self.fanOut
      let hits = EightTimes.places(of: minimum, in: keys.base + block)
      place = place &* Self.fanOut &+ hits.trailingZeroBitCount
    }
    return place
  }

  /// Takes the least key out and returns its place, which must get a new key by `put` before the
  /// tree is asked or changed again.
  ///
  /// What `put` needs to read has then been written long ago: a vector load right behind a store
  /// into it would have to wait for the store.
  @inline(__always)
  package mutating func takeLeast() -> Int {
    var place = leastOfTop()
    top[place] = .infinity
    var level = topLevel
    while level > 0 {
      level &-= 1
      let block = levels[level] &+ place &* Self.fanOut
      let hits = EightTimes.places(of: minimum, in: keys.base + block)
      place = place &* Self.fanOut &+ hits.trailingZeroBitCount
      keys[levels[level] &+ place] = .infinity
    }
    return place
  }

  @inline(__always)
  private func leastOfTop() -> Int {
    let lower = EightTimes.places(of: minimum, in: top)
    if !isTopWide { return lower.trailingZeroBitCount }
    let upper = EightTimes.places(of: minimum, in: top + Self.fanOut)
    return (lower | upper &<< 8).trailingZeroBitCount
  }

  @inline(__always)
  private func topMinimum() -> Double {
    let lower = EightTimes.least(top)
    return isTopWide ? fastMin(lower, EightTimes.least(top + Self.fanOut)) : lower
  }

  /// Gives a place that was taken out its new key.
  @inline(__always)
  package mutating func put(_ place: Int, _ key: Double) {
    let least = topMinimum()
    var key = key
    var child = place
    var level = 0
    while level < topLevel {
      let start = levels[level]
      let others = EightTimes.least(keys.base + (start &+ (child & ~(Self.fanOut &- 1))))
      keys[start &+ child] = key
      key = fastMin(key, others)
      child = child &>> 3
      level &+= 1
    }
    top[child] = key
    minimum = fastMin(least, key)
  }

  @inline(__always)
  package mutating func set(_ place: Int, to key: Double) {
    let old = keys[place]
    keys[place] = key
    var child = place
    var level = 0
    if key <= old {
      while level < topLevel {
        child = child &>> 3
        level &+= 1
        let parent = levels[level] &+ child
        if keys[parent] <= key { return }
        keys[parent] = key
      }
      minimum = fastMin(minimum, key)
      return
    }
    while level < topLevel {
      let least = EightTimes.least(
        keys.base + (levels[level] &+ (child & ~(Self.fanOut &- 1))))
      child = child &>> 3
      level &+= 1
      let parent = levels[level] &+ child
      if keys[parent] == least { return }
      keys[parent] = least
    }
    minimum = topMinimum()
  }
}
