// SPDX-License-Identifier: GPL-3.0-or-later

/// A key for each of n places and the place of the least key.
///
/// Keys lie in blocks of eight, and every block's minimum is a key of the level above, up to a top
/// of one block. Lowering a key compares on the way up; raising one looks at eight neighbours for
/// each level. Equal keys: the smaller place is least.
package struct MinimumTree: ~Copyable {
  private static let fanOut = 8

  private let keys: FixedArray<Double>
  /// Where each level begins, leaves first; the top is the last.
  private let levels: FixedArray<Int>
  private let topLevel: Int
  package private(set) var minimum = Double.infinity

  package init(count: Int) {
    var starts = [0]
    var total = Self.fanOut
    var width = max(count, 1)
    while width > Self.fanOut {
      width = (width + Self.fanOut - 1) / Self.fanOut
      total = starts[starts.count - 1] + width * Self.fanOut
      starts.append(total)
    }
    levels = FixedArray(starts)
    topLevel = starts.count - 1
    keys = FixedArray(repeating: .infinity, count: total + Self.fanOut)
  }

  @inline(__always)
  package func key(of place: Int) -> Double { keys[place] }

  /// The place of the least key; meaningless if all are infinite.
  @inline(__always)
  package func leastPlace() -> Int {
    var place = 0
    var level = topLevel
    while level >= 0 {
      let block = place &* Self.fanOut
      place = block &+ times(levels[level] &+ block).place(of: minimum)
      level &-= 1
    }
    return place
  }

  /// Gives a key to a place whose key is greater.
  @inline(__always)
  private mutating func lower(_ place: Int, to key: Double) {
    keys[place] = key
    var child = place
    var level = 0
    while level < topLevel {
      child = child &>> 3
      level &+= 1
      let parent = levels[level] &+ child
      if keys[parent] <= key { return }
      keys[parent] = key
    }
    minimum = fastMin(minimum, key)
  }

  @inline(__always)
  package mutating func set(_ place: Int, to key: Double) {
    let old = keys[place]
    if key <= old {
      lower(place, to: key)
      return
    }
    keys[place] = key
    var child = place
    var level = 0
    while level < topLevel {
      let least = times(levels[level] &+ (child & ~(Self.fanOut &- 1))).least
      child = child &>> 3
      level &+= 1
      let parent = levels[level] &+ child
      if keys[parent] == least { return }
      keys[parent] = least
    }
    minimum = times(levels[topLevel]).least
  }

  @inline(__always)
  private func times(_ first: Int) -> EightTimes {
    EightTimes(UnsafePointer(keys.base + first))
  }
}
