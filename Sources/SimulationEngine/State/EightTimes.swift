// SPDX-License-Identifier: GPL-3.0-or-later

/// Eight times side by side, searched without a branch: which of them comes first is a matter of
/// chance, and a branch on it would be guessed wrong half of the time. No time may be NaN.
///
/// Four pairs, since the machine's smallest vectors hold two; `SIMD8` compiles to loops through
/// memory.
struct EightTimes {
  private let pairs: (SIMD2<Double>, SIMD2<Double>, SIMD2<Double>, SIMD2<Double>)

  @inline(__always)
  init(_ times: UnsafePointer<Double>) {
    let bytes = UnsafeRawPointer(times)
    pairs = (
      bytes.loadUnaligned(as: SIMD2<Double>.self),
      bytes.loadUnaligned(fromByteOffset: 16, as: SIMD2<Double>.self),
      bytes.loadUnaligned(fromByteOffset: 32, as: SIMD2<Double>.self),
      bytes.loadUnaligned(fromByteOffset: 48, as: SIMD2<Double>.self)
    )
  }

  /// The least of the eight.
  @inline(__always)
  var least: Double { Self.least(pairs.0, pairs.1, pairs.2, pairs.3) }

  /// The first place that holds the time; 64 if none does.
  @inline(__always)
  func place(of time: Double) -> Int { places(of: time).trailingZeroBitCount }

  /// The first place of the least time, which is known, and the least of the other seven.
  @inline(__always)
  func split(at least: Double) -> (place: Int, others: Double) {
    let time = SIMD2(repeating: least)
    let never = SIMD2(repeating: Double.infinity)
    let others = Self.least(
      pairs.0.replacing(with: never, where: pairs.0 .== time),
      pairs.1.replacing(with: never, where: pairs.1 .== time),
      pairs.2.replacing(with: never, where: pairs.2 .== time),
      pairs.3.replacing(with: never, where: pairs.3 .== time))
    let places = places(of: least)
    let isTied = places & (places &- 1) != 0
    return (places.trailingZeroBitCount, isTied ? least : others)
  }

  /// A bit for each place that holds the time.
  @inline(__always)
  private func places(of time: Double) -> UInt64 {
    let time = SIMD2(repeating: time)
    let bits =
      Self.bits(pairs.0 .== time, SIMD2(1, 2)) | Self.bits(pairs.1 .== time, SIMD2(4, 8))
      | Self.bits(pairs.2 .== time, SIMD2(16, 32)) | Self.bits(pairs.3 .== time, SIMD2(64, 128))
    return UInt64(truncatingIfNeeded: bits[0] | bits[1])
  }

  @inline(__always)
  private static func bits(
    _ hits: SIMDMask<SIMD2<Int64>>, _ weights: SIMD2<Int64>
  ) -> SIMD2<Int64> {
    unsafeBitCast(hits, to: SIMD2<Int64>.self) & weights
  }

  @inline(__always)
  private static func least(
    _ a: SIMD2<Double>, _ b: SIMD2<Double>, _ c: SIMD2<Double>, _ d: SIMD2<Double>
  ) -> Double {
    let pair = lesser(lesser(a, b), lesser(c, d))
    return fastMin(pair[0], pair[1])
  }

  @inline(__always)
  private static func lesser(_ a: SIMD2<Double>, _ b: SIMD2<Double>) -> SIMD2<Double> {
    a.replacing(with: b, where: b .< a)
  }
}

/// The lesser of two numbers that are not NaN, as one instruction.
@inline(__always)
func fastMin(_ a: Double, _ b: Double) -> Double { a < b ? a : b }
