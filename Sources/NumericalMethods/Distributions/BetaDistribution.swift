// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL

/// Beta law on [0, 1] with shapes alpha, beta > 0 and mean alpha / (alpha + beta).
package struct BetaDistribution: ContinuousDistribution, Equatable {
  package let alpha: Double
  package let beta: Double

  package init(alpha: Double, beta: Double) {
    self.alpha = alpha
    self.beta = beta
    GSL.prepare()
  }

  private var isValid: Bool { alpha > 0 && beta > 0 }

  package var mean: Double { alpha / (alpha + beta) }
  package var variance: Double { mean * (1 - mean) / (alpha + beta + 1) }

  package func density(_ x: Double) -> Double {
    isValid ? gsl_ran_beta_pdf(x, alpha, beta) : .nan
  }

  package func cumulative(_ x: Double) -> Double {
    isValid ? gsl_cdf_beta_P(x, alpha, beta) : .nan
  }

  package func upperTail(_ x: Double) -> Double {
    isValid ? gsl_cdf_beta_Q(x, alpha, beta) : .nan
  }

  package func quantile(_ p: Double) -> Double {
    guard isValid, p >= 0, p <= 1 else { return .nan }
    return gsl_cdf_beta_Pinv(p, alpha, beta)
  }
}
