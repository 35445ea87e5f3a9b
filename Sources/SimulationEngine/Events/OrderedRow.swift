// SPDX-License-Identifier: GPL-3.0-or-later

/// Eight times in ascending order, infinite where there is none; of these the last is always
/// infinite. Changed without a branch: each place takes what it had, what its neighbour had, or the
/// new time.
///
/// By four pairs, as `EightTimes`, over places that are a cache line.
package struct OrderedRow {
  package static let length = 8

  private typealias Pair = SIMD2<Double>

  private let times: UnsafeMutableRawPointer

  /// - Parameter times: At the start of a cache line.
  @inline(__always)
  package init(_ times: UnsafeMutablePointer<Double>) {
    self.times = UnsafeMutableRawPointer(times)
  }

  /// Puts a time in.
  ///
  /// - Parameter lower: Not above the time and those here.
  @inline(__always)
  package func insert(_ time: Double, above lower: Double) {
    let new = Pair(repeating: time)
    let (a, b, c, d) = (pair(0), pair(2), pair(4), pair(6))
    let before = (Pair(lower, a[0]), pair(1), pair(3), pair(5))
    put(Self.between(before.0, a, new), 0)
    put(Self.between(before.1, b, new), 2)
    put(Self.between(before.2, c, new), 4)
    put(Self.between(before.3, d, new), 6)
  }

  /// Takes the first out and puts another time in, which is not less than it.
  @inline(__always)
  package func replaceFirst(with time: Double) {
    let new = Pair(repeating: time)
    let (a, b, c, d) = (pair(0), pair(2), pair(4), pair(6))
    let (e, f, g) = (pair(1), pair(3), pair(5))
    put(Self.between(a, e, new), 0)
    put(Self.between(b, f, new), 2)
    put(Self.between(c, g, new), 4)
    put(Self.between(d, Pair(repeating: .infinity), new), 6)
  }

  /// Takes the first out.
  @inline(__always)
  package func removeFirst() {
    let (a, b, c) = (pair(1), pair(3), pair(5))
    put(a, 0)
    put(b, 2)
    put(c, 4)
    put(Pair(repeating: .infinity), 6)
  }

  @inline(__always)
  private func pair(_ place: Int) -> Pair {
    times.loadUnaligned(fromByteOffset: 8 &* place, as: Pair.self)
  }

  @inline(__always)
  private func put(_ pair: Pair, _ place: Int) {
    (times + 8 &* place).assumingMemoryBound(to: Pair.self).pointee = pair
  }

  /// The greater of `before` and the lesser of `at` and `new`.
  @inline(__always)
  private static func between(_ before: Pair, _ at: Pair, _ new: Pair) -> Pair {
    let lesser = at.replacing(with: new, where: new .< at)
    return lesser.replacing(with: before, where: lesser .< before)
  }
}
