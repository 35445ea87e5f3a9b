// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Randomness

/// Random numbers of simulated histories, apart from those of the forecaster.
struct Draws {
  private var numbers: SplitMix

  init(_ text: String, seed: UInt64) {
    numbers = SplitMix(state: FNV(hashing: text).hash &+ seed &* 0x9e37_79b9_7f4a_7c15)
  }

  /// In (0, 1).
  mutating func uniform() -> Double { (Double(numbers.next() >> 11) + 0.5) * 0x1p-53 }

  mutating func normal() -> Double {
    (-2 * log(uniform())).squareRoot() * cos(2 * .pi * uniform())
  }

  /// Sums of unit exponentials up to the mean; large means in parts of forty.
  mutating func poisson(_ mean: Double) -> Double {
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
