// SPDX-License-Identifier: GPL-3.0-or-later

/// Eight times side by side, searched without a branch: which of them comes first is a matter of
/// chance, and a branch on it would be guessed wrong half of the time.
enum EightTimes {
  /// The least; no time may be NaN.
  @inline(__always)
  static func least(_ times: UnsafePointer<Double>) -> Double {
    let a = fastMin(times[0], times[1])
    let b = fastMin(times[2], times[3])
    let c = fastMin(times[4], times[5])
    let d = fastMin(times[6], times[7])
    return fastMin(fastMin(a, b), fastMin(c, d))
  }

  /// A bit for each place that holds the time.
  @inline(__always)
  static func places(of time: Double, in times: UnsafePointer<Double>) -> UInt64 {
    places(load(times) .== SIMD8(repeating: time))
  }

  /// The place of the least time, which is known, and the least of the other seven.
  @inline(__always)
  static func split(
    _ times: UnsafePointer<Double>, at least: Double
  ) -> (place: Int, others: Double) {
    let eight = load(times)
    let isLeast = eight .== SIMD8(repeating: least)
    let hits = places(isLeast)
    let rest = eight.replacing(with: .infinity, where: isLeast)
    let a = fastMin(rest[0], rest[1])
    let b = fastMin(rest[2], rest[3])
    let c = fastMin(rest[4], rest[5])
    let d = fastMin(rest[6], rest[7])
    let isTied = hits & (hits &- 1) != 0
    return (
      hits.trailingZeroBitCount, isTied ? least : fastMin(fastMin(a, b), fastMin(c, d))
    )
  }

  @inline(__always)
  private static func load(_ times: UnsafePointer<Double>) -> SIMD8<Double> {
    UnsafeRawPointer(times).loadUnaligned(as: SIMD8<Double>.self)
  }

  @inline(__always)
  private static func places(_ mask: SIMDMask<SIMD8<Int64>>) -> UInt64 {
    let bits = SIMD8<UInt64>(1, 2, 4, 8, 16, 32, 64, 128)
    let hits = SIMD8<UInt64>.zero.replacing(with: bits, where: mask)
    let four = hits.lowHalf | hits.highHalf
    let two = four.lowHalf | four.highHalf
    return two.x | two.y
  }
}

/// The lesser of two numbers that are not NaN, as one instruction.
@inline(__always)
func fastMin(_ a: Double, _ b: Double) -> Double { a < b ? a : b }
