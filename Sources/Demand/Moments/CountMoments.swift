// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
package import Scenarios

/// Means, variances and correlations of slot counts under a day factor and slot factors.
///
/// With day factor of variance v = 1/shape and slot factors of variance u, all of mean one and
/// independent: `Var N_j = λ_j + λ_j² (v + u + v u)`, `Cov(N_i, N_j) = λ_i λ_j v` (Avramidis,
/// Deslauriers, L'Ecuyer 2004; two levels as in Oreshkin, Regnard, L'Ecuyer 2016).
package struct CountMoments: Equatable, Sendable {
  /// Variance of the day factor, ≥ 0.
  package let dayVariance: Double
  /// Variance of a slot's own factor, ≥ 0.
  package let slotVariance: Double

  package init(_ busyness: BusynessFactor?) {
    dayVariance = busyness.map { 1 / $0.shape } ?? 0
    slotVariance = busyness?.slotVariance ?? 0
  }

  /// Variance of the count of a slot with the given mean.
  package func variance(ofSlot mean: Double) -> Double {
    mean + mean * mean * (dayVariance + slotVariance + dayVariance * slotVariance)
  }

  /// Covariance of the counts of two different slots of one day.
  package func covariance(_ first: Double, _ second: Double) -> Double {
    first * second * dayVariance
  }

  /// Correlation of the counts of two different slots of one day; 0 if one is always empty.
  package func correlation(_ first: Double, _ second: Double) -> Double {
    let scale = (variance(ofSlot: first) * variance(ofSlot: second)).squareRoot()
    return scale > 0 ? covariance(first, second) / scale : 0
  }

  /// Variance of the sum of several slots of one day.
  package func variance(ofSlots means: some Sequence<Double>) -> Double {
    var (total, squares) = (0.0, 0.0)
    for mean in means {
      total += mean
      squares += mean * mean
    }
    return total + total * total * dayVariance + squares * slotVariance * (1 + dayVariance)
  }

  /// Probability that a slot with the given mean counts `count`: negative binomial of shape g
  /// where the slot has no factor of its own, Poisson where there is no day factor either.
  ///
  /// Exact for `slotVariance` zero; otherwise a negative binomial with the same two moments.
  package func probability(of count: Int, slotMean mean: Double) -> Double {
    guard count >= 0 else { return 0 }
    guard mean > 0 else { return count == 0 ? 1 : 0 }
    let total = dayVariance + slotVariance + dayVariance * slotVariance
    let k = Double(count)
    guard total > 0 else { return exp(k * log(mean) - mean - lgamma(k + 1)) }
    let shape = 1 / total
    let logOdds = k * log(mean / (mean + shape)) + shape * log(shape / (mean + shape))
    return exp(lgamma(k + shape) - lgamma(shape) - lgamma(k + 1) + logOdds)
  }
}

extension BurstProcess {
  /// Variance of the customers that a day's pushes bring, those that come after midnight counted
  /// with their push: ν (m + m²) for ν pushes of Poisson(m) customers each.
  package var dailyVariance: Double {
    pushesPerDay * customersPerPush * (1 + customersPerPush)
  }
}
