// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL
import Foundation

/// Law of e^Z with Z ~ N(logMean, logDeviation²).
package struct LognormalDistribution: ContinuousDistribution, Equatable {
  /// Mean of the logarithm.
  package let logMean: Double
  /// Standard deviation of the logarithm, greater than zero.
  package let logDeviation: Double

  package init(logMean: Double, logDeviation: Double) {
    self.logMean = logMean
    self.logDeviation = logDeviation
    GSL.prepare()
  }

  /// The lognormal with the given mean > 0 and coefficient of variation > 0.
  ///
  /// σ² = ln(1 + cv²), μ = ln mean - σ²/2.
  package init(mean: Double, coefficientOfVariation cv: Double) {
    let variance = log1p(cv * cv)
    self.init(logMean: log(mean) - variance / 2, logDeviation: variance.squareRoot())
  }

  package var mean: Double { exp(logMean + logDeviation * logDeviation / 2) }
  package var variance: Double { mean * mean * expm1(logDeviation * logDeviation) }

  package func density(_ x: Double) -> Double {
    x <= 0 ? 0 : gsl_ran_lognormal_pdf(x, logMean, logDeviation)
  }

  package func cumulative(_ x: Double) -> Double {
    x <= 0 ? 0 : gsl_cdf_lognormal_P(x, logMean, logDeviation)
  }

  package func upperTail(_ x: Double) -> Double {
    x <= 0 ? 1 : gsl_cdf_lognormal_Q(x, logMean, logDeviation)
  }

  package func quantile(_ p: Double) -> Double {
    guard p >= 0, p <= 1 else { return .nan }
    return exp(logMean + gsl_cdf_gaussian_Pinv(p, logDeviation))
  }
}
