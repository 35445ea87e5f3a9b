// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Randomness

/// Draws for predictive paths: SplitMix with the laws that paths need.
struct SeededRandom {
  private var numbers: SplitMix
  private var spare: Double?

  init(seed: UInt64) { numbers = SplitMix(state: seed) }

  mutating func bits() -> UInt64 { numbers.next() }

  /// In (0, 1).
  mutating func uniform() -> Double { (Double(bits() >> 11) + 0.5) * 0x1p-53 }

  /// Standard normal (Box, Muller 1958).
  mutating func normal() -> Double {
    if let value = spare {
      spare = nil
      return value
    }
    let radius = (-2 * log(uniform())).squareRoot()
    let angle = 2 * Double.pi * uniform()
    spare = radius * sin(angle)
    return radius * cos(angle)
  }

  /// Gamma of mean 1 and the given variance (Marsaglia, Tsang 2000); 1 for no variance.
  mutating func gammaFactor(variance: Double) -> Double {
    guard variance > 1e-9 else { return 1 }
    let shape = 1 / variance
    // Shapes below one draw at shape + 1 and take a power of a uniform.
    let boost = shape < 1 ? pow(uniform(), variance) : 1
    let d = (shape < 1 ? shape + 1 : shape) - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal()
      let v = 1 + c * x
      guard v > 0 else { continue }
      let cube = v * v * v
      if log(uniform()) < 0.5 * x * x + d - d * cube + d * log(cube) {
        return d * cube * boost * variance
      }
    }
  }

  /// Poisson: by multiplication below 12, else by rejection from a logistic-like hat (PTRS,
  /// Hörmann 1993).
  mutating func poisson(_ mean: Double) -> Double {
    guard mean > 0 else { return 0 }
    if mean < 12 {
      let limit = exp(-mean)
      var (product, count) = (uniform(), 0.0)
      while product > limit {
        product *= uniform()
        count += 1
      }
      return count
    }
    let b = 0.931 + 2.53 * mean.squareRoot()
    let a = -0.059 + 0.02483 * b
    let inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
    let accept = 0.9277 - 3.6224 / (b - 2)
    while true {
      let u = uniform() - 0.5
      let v = uniform()
      let us = 0.5 - abs(u)
      let k = ((2 * a / us + b) * u + mean + 0.43).rounded(.down)
      if us >= 0.07, v <= accept { return k }
      if k < 0 || (us < 0.013 && v > us) { continue }
      if log(v * inverseAlpha / (a / (us * us) + b)) <= k * log(mean) - mean - lgamma(k + 1) {
        return k
      }
    }
  }
}
