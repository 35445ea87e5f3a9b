// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NumericalMethods

/// How long customers are willing to wait, or chats take; times in the unit of the load.
package enum DurationLaw: Equatable, Sendable {
  case exponential(mean: Double)
  /// Everybody the same.
  case deterministic(Double)
  case lognormal(mean: Double, coefficientOfVariation: Double)
  case gamma(mean: Double, coefficientOfVariation: Double)

  package var mean: Double {
    switch self {
    case .exponential(let mean), .deterministic(let mean), .lognormal(let mean, _),
      .gamma(let mean, _):
      mean
    }
  }

  func validate(_ parameter: QueueingError.Parameter) throws(QueueingError) {
    try Require.positive(mean, parameter)
    switch self {
    case .lognormal(_, let cv), .gamma(_, let cv): try Require.positive(cv, parameter)
    case .exponential, .deterministic: break
    }
  }

  /// F(x) = P(X <= x); for the deterministic law P(X < x) at its atom, so that who is served at the
  /// very limit counts as served.
  package func cumulative(_ x: Double) -> Double {
    switch self {
    case .exponential(let mean): ExponentialDistribution(mean: mean).cumulative(x)
    case .deterministic(let value): x > value ? 1 : 0
    case .lognormal(let mean, let cv):
      LognormalDistribution(mean: mean, coefficientOfVariation: cv).cumulative(x)
    case .gamma(let mean, let cv):
      x <= 0 ? 0 : GammaDistribution(mean: mean, coefficientOfVariation: cv).cumulative(x)
    }
  }

  /// 1 - F(x), without cancellation.
  package func survival(_ x: Double) -> Double {
    switch self {
    case .exponential(let mean): ExponentialDistribution(mean: mean).upperTail(x)
    case .deterministic(let value): x > value ? 0 : 1
    case .lognormal(let mean, let cv):
      LognormalDistribution(mean: mean, coefficientOfVariation: cv).upperTail(x)
    case .gamma(let mean, let cv):
      x <= 0 ? 1 : GammaDistribution(mean: mean, coefficientOfVariation: cv).upperTail(x)
    }
  }

  /// E[min(X, x)] = ∫₀ˣ (1 - F(u)) du, for x >= 0; the mean at infinity.
  package func limitedMean(_ x: Double) -> Double {
    guard x > 0 else { return 0 }
    guard x < .infinity else { return mean }
    switch self {
    case .exponential(let mean):
      return -mean * expm1(-x / mean)
    case .deterministic(let value):
      return min(x, value)
    case .lognormal(let mean, let cv):
      let law = LognormalDistribution(mean: mean, coefficientOfVariation: cv)
      let shifted = (log(x) - law.logMean) / law.logDeviation - law.logDeviation
      return mean * NormalDistribution.standard.cumulative(shifted) + x * law.upperTail(x)
    case .gamma(let mean, let cv):
      let law = GammaDistribution(mean: mean, coefficientOfVariation: cv)
      return mean * SpecialFunctions.lowerGamma(law.shape + 1, x / law.scale)
        + x * law.upperTail(x)
    }
  }

  /// The x with F(x) = p, for 0 < p < 1.
  package func quantile(_ p: Double) -> Double {
    switch self {
    case .exponential(let mean): ExponentialDistribution(mean: mean).quantile(p)
    case .deterministic(let value): value
    case .lognormal(let mean, let cv):
      LognormalDistribution(mean: mean, coefficientOfVariation: cv).quantile(p)
    case .gamma(let mean, let cv):
      GammaDistribution(mean: mean, coefficientOfVariation: cv).quantile(p)
    }
  }

  /// Where the survival function is not smooth, if anywhere.
  var breakpoint: Double? {
    if case .deterministic(let value) = self { value } else { nil }
  }
}
