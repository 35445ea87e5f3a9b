// SPDX-License-Identifier: GPL-3.0-or-later

import Randomness
import TestSupport

/// Random numbers of simulated histories, apart from those of the forecaster.
struct Draws: UniformDraws {
  private var numbers: SplitMix

  init(_ text: String, seed: UInt64) {
    numbers = SplitMix(state: FNV(hashing: text).hash &+ seed &* 0x9e37_79b9_7f4a_7c15)
  }

  /// In (0, 1).
  mutating func uniform() -> Double { (Double(numbers.next() >> 11) + 0.5) * 0x1p-53 }
}
