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

  /// For each of the eight places a row of bounds that leave all the times but the one there as they
  /// are.
  static func boundsOfOthers() -> FixedArray<Double> {
    FixedArray((0..<64).map { $0 / 8 == $0 % 8 ? .infinity : -.infinity })
  }

  /// The least of the eight, each raised to its bound.
  @inline(__always)
  func least(above bounds: EightTimes) -> Double {
    Self.least(
      Self.greater(pairs.0, bounds.pairs.0), Self.greater(pairs.1, bounds.pairs.1),
      Self.greater(pairs.2, bounds.pairs.2), Self.greater(pairs.3, bounds.pairs.3))
  }

  /// The first place that holds the time; 64 if none does.
  @inline(__always)
  func place(of time: Double) -> Int { places(of: time).trailingZeroBitCount }

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
  private static func greater(_ a: SIMD2<Double>, _ b: SIMD2<Double>) -> SIMD2<Double> {
    a.replacing(with: b, where: a .< b)
  }

  @inline(__always)
  private static func lesser(_ a: SIMD2<Double>, _ b: SIMD2<Double>) -> SIMD2<Double> {
    a.replacing(with: b, where: b .< a)
  }
}

/// The lesser of two numbers that are not NaN, as one instruction.
@inline(__always)
func fastMin(_ a: Double, _ b: Double) -> Double { a < b ? a : b }

/// The greater of two numbers that are not NaN, as one instruction.
@inline(__always)
func fastMax(_ a: Double, _ b: Double) -> Double { a < b ? b : a }
