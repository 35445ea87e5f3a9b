// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
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

/// Quantile of the standard normal law, to about fifteen digits (Wichura 1988, algorithm AS 241).
///
/// - Parameter p: In (0, 1).
package func normalQuantile(_ p: Double) -> Double {
  func ratio(_ x: Double, _ top: [Double], _ bottom: [Double]) -> Double {
    top.reversed().reduce(0) { $0 * x + $1 } / (bottom.reversed().reduce(0) { $0 * x + $1 } * x + 1)
  }
  let q = p - 0.5
  if abs(q) <= 0.425 {
    return q
      * ratio(
        0.180625 - q * q,
        [
          3.3871328727963666080, 1.3314166789178437745e2, 1.9715909503065514427e3,
          1.3731693765509461125e4, 4.5921953931549871457e4, 6.7265770927008700853e4,
          3.3430575583588128105e4, 2.5090809287301226727e3,
        ],
        [
          4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
          2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4,
          5.2264952788528545610e3,
        ])
  }
  let r = (-log(min(p, 1 - p))).squareRoot()
  let size =
    r <= 5
    ? ratio(
      r - 1.6,
      [
        1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550,
        3.64784832476320460504, 1.27045825245236838258, 2.41780725177450611770e-1,
        2.27238449892691845833e-2, 7.74545014278341407640e-4,
      ],
      [
        2.05319162663775882187, 1.67638483018380384940, 6.89767334985100004550e-1,
        1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4,
        1.05075007164441684324e-9,
      ])
    : ratio(
      r - 5,
      [
        6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580,
        2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
        2.71155556874348757815e-5, 2.01033439929228813265e-7,
      ],
      [
        5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
        7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7,
        2.04426310338993978564e-15,
      ])
  return q < 0 ? -size : size
}
