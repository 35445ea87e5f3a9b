// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL
import Foundation

/// Number of successes in `trials` independent trials.
package struct BinomialDistribution: Equatable, Sendable {
  package let trials: Int
  /// In [0, 1].
  package let probability: Double

  package init(trials: Int, probability: Double) {
    self.trials = trials
    self.probability = probability
    GSL.prepare()
  }

  private var isValid: Bool { trials >= 0 && probability >= 0 && probability <= 1 }

  /// P(X <= k).
  package func cumulative(_ k: Int) -> Double {
    guard isValid else { return .nan }
    if k < 0 { return 0 }
    if k >= trials { return 1 }
    // P(X <= k) = I_{1-p}(n - k, k + 1), without GSL's 32-bit counts.
    return SpecialFunctions.incompleteBeta(1 - probability, Double(trials - k), Double(k) + 1)
  }
}

/// Poisson counts with mean >= 0.
package struct PoissonDistribution: Equatable, Sendable {
  package let mean: Double

  package init(mean: Double) {
    self.mean = mean
    GSL.prepare()
  }

  /// P(X = k).
  package func probability(_ k: Int) -> Double {
    guard mean >= 0 else { return .nan }
    guard k >= 0 else { return 0 }
    guard mean > 0 else { return k == 0 ? 1 : 0 }
    return exp(Double(k) * log(mean) - mean - SpecialFunctions.logFactorial(k))
  }

  /// P(X <= k).
  package func cumulative(_ k: Int) -> Double {
    guard mean >= 0 else { return .nan }
    guard k >= 0 else { return 0 }
    return mean == 0 ? 1 : SpecialFunctions.upperGamma(Double(k) + 1, mean)
  }
}
