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
  ///
  /// Written out, this compiles to vector comparisons; those of `SIMD8<Double>` are loops through
  /// memory.
  @inline(__always)
  static func places(of time: Double, in times: UnsafePointer<Double>) -> UInt64 {
    let a: UInt64 = (times[0] == time ? 1 : 0) | (times[1] == time ? 2 : 0)
    let b: UInt64 = (times[2] == time ? 4 : 0) | (times[3] == time ? 8 : 0)
    let c: UInt64 = (times[4] == time ? 16 : 0) | (times[5] == time ? 32 : 0)
    let d: UInt64 = (times[6] == time ? 64 : 0) | (times[7] == time ? 128 : 0)
    return (a | b) | (c | d)
  }

  /// The place of the least time, which is known, and the least of the other seven.
  @inline(__always)
  static func split(
    _ times: UnsafePointer<Double>, at least: Double
  ) -> (place: Int, others: Double) {
    let places = places(of: least, in: times)
    let a = fastMin(other(times[0], least), other(times[1], least))
    let b = fastMin(other(times[2], least), other(times[3], least))
    let c = fastMin(other(times[4], least), other(times[5], least))
    let d = fastMin(other(times[6], least), other(times[7], least))
    let isTied = places & (places &- 1) != 0
    return (
      places.trailingZeroBitCount, isTied ? least : fastMin(fastMin(a, b), fastMin(c, d))
    )
  }

  @inline(__always)
  private static func other(_ time: Double, _ least: Double) -> Double {
    time == least ? .infinity : time
  }
}

/// The lesser of two numbers that are not NaN, as one instruction.
@inline(__always)
func fastMin(_ a: Double, _ b: Double) -> Double { a < b ? a : b }
