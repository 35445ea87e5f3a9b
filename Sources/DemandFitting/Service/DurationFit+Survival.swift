// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NumericalMethods
import Scenarios

extension DurationFit {
  /// Share that lasts beyond a time of `seconds` ≥ 0 under the fitted law.
  package func survival(at seconds: Double) -> Double {
    guard seconds > 0 else { return 1 }
    switch distribution {
    case .exponential(let mean): return exp(-seconds / mean)
    case .lognormal(let mean, let cv):
      let variance = log1p(cv * cv)
      let score = (log(seconds / mean) + variance / 2) / variance.squareRoot()
      return 0.5 * erfc(score / 2.0.squareRoot())
    case .gamma(let mean, let cv):
      return SpecialFunctions.upperGamma(1 / (cv * cv), seconds / (mean * cv * cv))
    case .weibull(let mean, let shape):
      return exp(-pow(seconds / mean * tgamma(1 + 1 / shape), shape))
    case .deterministic(let value): return seconds < value ? 1 : 0
    case .uniform, .empirical, .mixture, .never: return 1
    }
  }
}
