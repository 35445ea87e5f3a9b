// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// The exponential function of the samplers, inlined: a call of the system's costs a fifth of a
/// simulated message, and two systems' need not agree to the last bit.
///
/// Counted in steps of 1/256 of a doubling, so that the whole steps stand in a table and what
/// remains, at most half a step, needs no reduction: 2^(x/256) = 2^(k/256) · e^r with
/// |r| ≤ ln 2 / 512, and e^r from its Taylor series up to r⁴, whose rest is below 4 · 10⁻¹⁷
/// (after P. T. P. Tang, ACM TOMS 15, 1989).
package struct ExponentialTable: @unchecked Sendable {
  private static let size = 256
  /// Steps of the natural logarithm's unit, 256 / ln 2.
  package static let stepsPerUnit = 256 / log(2.0)
  /// Bits of 2^(i/256).
  private let powers: UnsafePointer<UInt64>

  /// The table, made once; it lives as long as the process.
  package static let shared = ExponentialTable()

  private init() {
    let powers = UnsafeMutablePointer<UInt64>.allocate(capacity: Self.size)
    for index in 0..<Self.size {
      (powers + index).initialize(to: exp2(Double(index) / Double(Self.size)).bitPattern)
    }
    self.powers = UnsafePointer(powers)
  }

  /// 2 to the power x / 256, within 2 units in the last place.
  ///
  /// - Parameter x: From −258,000 to 258,000; wider laws are refused when the model is compiled.
  @inline(__always)
  package func power(_ x: Double) -> Double {
    // Adding 1.5 · 2^52 rounds to a whole number, which then stands in the low bits.
    let shift = 0x1.8p52
    let shifted = x + shift
    let number = shifted.bitPattern
    let rest = x - (shifted - shift)
    let power = Double(
      bitPattern: powers[Int(truncatingIfNeeded: number & 255)] &+ (number &>> 8) &<< 52)
    // Powers of ln 2 / 256, divided by their factorials.
    let first = 0x1.62e42fefa39efp-9
    let second = 0x1.ebfbdff82c58fp-19
    let third = 0x1.c6b08d704a0c0p-29
    let fourth = 0x1.3b2ab6fba4e77p-39
    return power + power * (rest * (first + rest * (second + rest * (third + rest * fourth))))
  }
}
