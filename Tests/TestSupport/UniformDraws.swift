// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Random numbers made of uniform ones, for histories of known truth; none of the product's own.
package protocol UniformDraws {
  /// In (0, 1).
  mutating func uniform() -> Double
}

extension UniformDraws {
  /// By Box and Muller.
  package mutating func normal() -> Double {
    (-2 * log(uniform())).squareRoot() * cos(2 * .pi * uniform())
  }

  /// Sums of unit exponentials counted up to the mean; large means in parts of forty.
  package mutating func poisson(_ mean: Double) -> Double {
    var (rest, count) = (mean, 0.0)
    while rest > 0 {
      let part = min(rest, 40)
      rest -= part
      var sum = -log(uniform())
      while sum < part {
        count += 1
        sum -= log(uniform())
      }
    }
    return count
  }
}
