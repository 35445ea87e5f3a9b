// SPDX-License-Identifier: GPL-3.0-or-later

import NumericalMethods

/// SplitMix64 with inversion: a fixed, independent source for checks of coverage.
struct Draws {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  /// Uniform in (0, 1).
  mutating func uniform() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return (Double((z ^ (z >> 31)) >> 11) + 0.5) * 0x1p-53
  }

  mutating func normal() -> Double { NormalDistribution.standard.quantile(uniform()) }

  mutating func normals(_ count: Int) -> [Double] { (0..<count).map { _ in normal() } }
}
