// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL

/// Normal law N(mean, standardDeviation²).
package struct NormalDistribution: ContinuousDistribution, Equatable {
  package let mean: Double
  /// Greater than zero.
  package let standardDeviation: Double

  /// Mean 0 and standard deviation 1.
  package static let standard = NormalDistribution(mean: 0, standardDeviation: 1)

  package init(mean: Double, standardDeviation: Double) {
    self.mean = mean
    self.standardDeviation = standardDeviation
    GSL.prepare()
  }

  package var variance: Double { standardDeviation * standardDeviation }

  package func density(_ x: Double) -> Double {
    gsl_ran_gaussian_pdf(x - mean, standardDeviation)
  }

  package func cumulative(_ x: Double) -> Double {
    gsl_cdf_gaussian_P(x - mean, standardDeviation)
  }

  package func upperTail(_ x: Double) -> Double {
    gsl_cdf_gaussian_Q(x - mean, standardDeviation)
  }

  package func quantile(_ p: Double) -> Double {
    guard p >= 0, p <= 1 else { return .nan }
    return mean + gsl_cdf_gaussian_Pinv(p, standardDeviation)
  }
}
