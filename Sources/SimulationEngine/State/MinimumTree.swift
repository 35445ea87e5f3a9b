// SPDX-License-Identifier: GPL-3.0-or-later

/// A key for each of n places and the place of the least key: the event list.
///
/// Keys lie in blocks of eight, and every block's minimum is a key of the level above, up to one
/// block. Lowering a key compares on the way up; raising the least one looks at eight neighbours
/// for each level. Equal keys: the smaller place is least.
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
    var level = levels.count - 1
    while level >= 0 {
      let block = levels[level] + place * Self.fanOut
      var child = 0
      while child < Self.fanOut - 1, keys[block + child] != minimum { child += 1 }
      place = place * Self.fanOut + child
      level -= 1
    }
    return place
  }

  @inline(__always)
  mutating func set(_ place: Int, to key: Double) {
    let old = keys[place]
    keys[place] = key
    var child = place
    var level = 0
    if key <= old {
      while level + 1 < levels.count {
        child /= Self.fanOut
        level += 1
        let parent = levels[level] + child
        if keys[parent] <= key { return }
        keys[parent] = key
      }
      minimum = min(minimum, key)
      return
    }
    while true {
      let block = levels[level] + (child & ~(Self.fanOut - 1))
      let least = leastOfBlock(block)
      child /= Self.fanOut
      level += 1
      guard level < levels.count else {
        minimum = least
        return
      }
      let parent = levels[level] + child
      if keys[parent] == least { return }
      keys[parent] = least
    }
  }

  @inline(__always)
  private func leastOfBlock(_ block: Int) -> Double {
    let pointer = keys.base + block
    let a = fastMin(pointer[0], pointer[1])
    let b = fastMin(pointer[2], pointer[3])
    let c = fastMin(pointer[4], pointer[5])
    let d = fastMin(pointer[6], pointer[7])
    return fastMin(fastMin(a, b), fastMin(c, d))
  }
}

/// The lesser of two numbers that are not NaN, as one instruction.
@inline(__always)
func fastMin(_ a: Double, _ b: Double) -> Double { a < b ? a : b }
