// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NumericalMethods

/// The level of a day, that is what comes ÷ what was expected: a mixture of gamma laws.
///
/// Customers who come at random at a level of gamma law leave a gamma law behind (the conjugate
/// update of a Poisson count): shape + count, rate + expectation. Of a mixture every part is updated so,
/// and its weight by how well it foretold the count, which is negative binomial under each.
package struct DayLevel: Equatable, Sendable {
  package struct Part: Equatable, Sendable {
    /// In (0, 1]; weights sum to one.
    package var weight: Double
    package var shape: Double
    /// Shape ÷ mean.
    package var rate: Double

    package init(weight: Double = 1, shape: Double, rate: Double) {
      self.weight = weight
      self.shape = shape
      self.rate = rate
    }

    /// - Parameter variance: Squared coefficient of variation, > 0.
    package init(weight: Double, mean: Double, variance: Double) {
      self.init(weight: weight, shape: 1 / variance, rate: 1 / (variance * mean))
    }
  }

  package var parts: [Part]

  package init(_ parts: [Part]) { self.parts = parts }

  package var mean: Double { parts.reduce(0) { $0 + $1.weight * $1.shape / $1.rate } }

  /// Squared coefficient of variation.
  package var variance: Double {
    let square = parts.reduce(0) {
      $0 + $1.weight * $1.shape * ($1.shape + 1) / ($1.rate * $1.rate)
    }
    return max(0, square / (mean * mean) - 1)
  }

  /// Shape of the gamma law with the same mean and variance.
  package var shape: Double { 1 / max(variance, 1e-12) }

  /// The level below which it lies with a probability in (0, 1).
  package func quantile(_ probability: Double) -> Double {
    let laws = parts.map { GammaDistribution(shape: $0.shape, scale: 1 / $0.rate) }
    var (below, above) = (0.0, mean * (1 + 40 * max(variance, variance.squareRoot())))
    for _ in 0..<200 {
      let middle = (below + above) / 2
      let reached = zip(parts, laws).reduce(0) { $0 + $1.0.weight * $1.1.cumulative(middle) }
      if reached < probability { below = middle } else { above = middle }
    }
    return (below + above) / 2
  }

  /// After so many customers came where `expected` were.
  ///
  /// - Parameter dispersion: Variance of the count ÷ that of a Poisson one, ≥ 1: it tells as much as a
  ///   count so many times smaller.
  package func after(count: Double, expected: Double, dispersion: Double = 1) -> DayLevel {
    guard expected > 0 else { return self }
    let (seen, exposure) = (count / dispersion, expected / dispersion)
    let evidence = parts.map { part in
      log(part.weight) + lgamma(part.shape + seen) - lgamma(part.shape)
        + part.shape * log(part.rate / (part.rate + exposure))
        - seen * log(part.rate + exposure)
    }
    let best = evidence.max() ?? 0
    let weights = evidence.map { exp($0 - best) }
    let total = weights.reduce(0, +)
    return DayLevel(
      zip(parts, weights).map { part, weight in
        Part(weight: weight / total, shape: part.shape + seen, rate: part.rate + exposure)
      })
  }
}
