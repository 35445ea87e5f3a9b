// SPDX-License-Identifier: GPL-3.0-or-later

import NumericalMethods
import Randomness

/// SplitMix with inversion: a fixed source for checks of coverage.
struct Draws {
  private var numbers: SplitMix
  init(seed: UInt64) { numbers = SplitMix(state: seed) }

  /// Uniform in (0, 1).
  mutating func uniform() -> Double { (Double(numbers.next() >> 11) + 0.5) * 0x1p-53 }

  mutating func normal() -> Double { NormalDistribution.standard.quantile(uniform()) }

  mutating func normals(_ count: Int) -> [Double] { (0..<count).map { _ in normal() } }
}
