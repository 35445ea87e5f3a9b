// SPDX-License-Identifier: GPL-3.0-or-later

import DemandFitting
import Foundation
import NumericalMethods

/// Quantiles of a negative-binomial count: a Poisson around a gamma mean.
enum CountBand {
  /// - Parameters:
  ///   - mean: At least 0.
  ///   - dispersion: Squared variation coefficient of the gamma mean.
  static func summary(mean: Double, dispersion: Double) -> ForecastSummary {
    ForecastSummary(
      mean: mean, p10: quantile(0.1, mean, dispersion), p50: quantile(0.5, mean, dispersion),
      p90: quantile(0.9, mean, dispersion), ordinary: mean)
  }

  /// Counts up from zero; large means by a gamma law of the same variance (Wilson, Hilferty 1931).
  private static func quantile(_ p: Double, _ mean: Double, _ dispersion: Double) -> Double {
    guard mean > 1e-9 else { return 0 }
    guard mean < 60 else {
      let shape = 1 / (dispersion + 1 / mean)
      let score = NormalDistribution.standard.quantile(p)
      let root = 1 - 1 / (9 * shape) + score / (3 * shape.squareRoot())
      return mean * max(0, root * root * root)
    }
    let size = 1 / max(dispersion, 1e-6)
    let ratio = mean / (mean + size)
    var probability = exp(-size * log1p(mean / size))
    var (sum, count) = (probability, 0.0)
    while sum < p, count < 2000 {
      probability *= (count + size) / (count + 1) * ratio
      count += 1
      sum += probability
    }
    return count
  }
}
