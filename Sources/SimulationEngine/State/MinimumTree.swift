// SPDX-License-Identifier: GPL-3.0-or-later

/// A key for each of n places and the place of the least key: the event list.
///
/// Keys lie in blocks of eight, and every block's minimum is a key of the level above, up to one
/// block. Lowering a key compares on the way up; raising one looks at eight neighbours for each
/// level. Equal keys: the smaller place is least.
struct MinimumTree: ~Copyable {
  private static let fanOut = 8

  private let keys: FixedArray<Double>
  /// Where each level begins, leaves first.
  private let levels: FixedArray<Int>
  private(set) var minimum = Double.infinity

  init(count: Int) {
    var starts: [Int] = []
    var total = 0
    var width = max(count, 1)
    repeat {
      width = (width + Self.fanOut - 1) / Self.fanOut
      starts.append(total)
      total += width * Self.fanOut
    } while width > 1
    levels = FixedArray(starts)
    keys = FixedArray(repeating: .infinity, count: total)
  }

  @inline(__always)
  func key(of place: Int) -> Double { keys[place] }

  /// The place of the least key; meaningless if all are infinite.
  @inline(__always)
  func leastPlace() -> Int {
    var place = 0
    var level = levels.count &- 1
    while level >= 0 {
      let block = levels[level] &+ place &* Self.fanOut
      let hits = EightTimes.places(of: minimum, in: keys.base + block)
      place = place &* Self.fanOut &+ hits.trailingZeroBitCount
      level &-= 1
    }
    return place
  }

  /// Takes the least key out and returns its place, which must get a new key by `put` before the
  /// tree is asked or changed again.
  ///
  /// What `put` needs to read has then been written long ago: a vector load right behind a store
  /// into it would have to wait for the store.
  @inline(__always)
  mutating func takeLeast() -> Int {
    var place = 0
    var level = levels.count &- 1
    while level >= 0 {
      let block = levels[level] &+ place &* Self.fanOut
      let hits = EightTimes.places(of: minimum, in: keys.base + block)
      place = place &* Self.fanOut &+ hits.trailingZeroBitCount
      keys[levels[level] &+ place] = .infinity
      level &-= 1
    }
    return place
  }

  /// Gives a place that was taken out its new key.
  @inline(__always)
  mutating func put(_ place: Int, _ key: Double) {
    var least = key
    var child = place
    var level = 0
    while level < levels.count {
      let start = levels[level]
      let others = EightTimes.least(keys.base + (start &+ (child & ~(Self.fanOut &- 1))))
      keys[start &+ child] = least
      least = fastMin(least, others)
      child = child &>> 3
      level &+= 1
    }
    minimum = least
  }

  @inline(__always)
  mutating func set(_ place: Int, to key: Double) {
    let old = keys[place]
    keys[place] = key
    var child = place
    var level = 0
    if key <= old {
      while level &+ 1 < levels.count {
        child = child &>> 3
        level &+= 1
        let parent = levels[level] &+ child
        if keys[parent] <= key { return }
        keys[parent] = key
      }
      minimum = fastMin(minimum, key)
      return
    }
    while true {
      let least = EightTimes.least(
        keys.base + (levels[level] &+ (child & ~(Self.fanOut &- 1))))
      child = child &>> 3
      level &+= 1
      guard level < levels.count else {
        minimum = least
        return
      }
      let parent = levels[level] &+ child
      if keys[parent] == least { return }
      keys[parent] = least
    }
  }
}
