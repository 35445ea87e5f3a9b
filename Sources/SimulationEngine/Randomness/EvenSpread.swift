// SPDX-License-Identifier: GPL-3.0-or-later

import Randomness

/// Uniform numbers of which any first n lie evenly: van der Corput's sequence in base two, shuffled and
/// scrambled digit by digit as Owen does (1995, in Monte Carlo and Quasi-Monte Carlo Methods, 299–317;
/// Burley 2020, Journal of Computer Graphics Techniques 9 (4)).
///
/// Each number alone is uniform, and those of different keys do not follow one another.
package struct EvenSpread {
  private let key: UInt64
  private static let digits = 32

  package init(key: UInt64) { self.key = key }

  /// The n-th number, in (0, 1), from 0 on.
  package func value(_ index: Int) -> Double {
    // Blocks of 2^k numbers keep together, in another order for each key.
    let place = scrambled(UInt64(truncatingIfNeeded: index), by: SplitMix.mix(key))
    return (Double(scrambled(reversed(place), by: key)) + 0.5) / Double(1 << Self.digits)
  }

  /// Turns each digit or not, from the highest down, by a coin that belongs to the digits above it.
  private func scrambled(_ bits: UInt64, by key: UInt64) -> UInt64 {
    var prefix: UInt64 = 1
    var result: UInt64 = 0
    for digit in (0..<Self.digits).reversed() {
      let own = bits >> UInt64(digit) & 1
      let coin = SplitMix.mix(key ^ SplitMix.mix(prefix)) & 1
      result = result << 1 | (own ^ coin)
      prefix = prefix << 1 | own
    }
    return result
  }

  private func reversed(_ bits: UInt64) -> UInt64 {
    (0..<Self.digits).reduce(0) { $0 << 1 | bits >> UInt64($1) & 1 }
  }
}
