// SPDX-License-Identifier: GPL-3.0-or-later

/// SplitMix64 (Steele, Lea, Flood 2014) with the mixing constants of D. Stafford's variant 13: the
/// n-th number is a hash of the state at the start and n.
///
/// Public, as only then it is inlined where it is used: a draw of the event loop costs no call.
@frozen
public struct SplitMix: Sendable {
  @usableFromInline var state: UInt64

  /// - Parameter state: Any bits; equal states give equal numbers.
  @inlinable @inline(__always)
  public init(state: UInt64) { self.state = state }

  /// 64 random bits.
  @inlinable @inline(__always)
  public mutating func next() -> UInt64 {
    state &+= SplitMix.increment
    return SplitMix.mix(state)
  }

  /// The golden ratio's fraction in 64 bits: what the state grows by.
  @inlinable @inline(__always)
  public static var increment: UInt64 { 0x9e37_79b9_7f4a_7c15 }

  /// A bijection of 64 bits in which every bit of the input moves every bit of the output.
  @inlinable @inline(__always)
  public static func mix(_ bits: UInt64) -> UInt64 {
    var z = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
