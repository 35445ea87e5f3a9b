// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL

/// Chi-squared law with degreesOfFreedom > 0.
package struct ChiSquaredDistribution: ContinuousDistribution, Equatable {
  package let degreesOfFreedom: Double

  package init(degreesOfFreedom: Double) {
    self.degreesOfFreedom = degreesOfFreedom
    GSL.prepare()
  }

  private var isValid: Bool { degreesOfFreedom > 0 }

  package var mean: Double { degreesOfFreedom }
  package var variance: Double { 2 * degreesOfFreedom }

  package func density(_ x: Double) -> Double {
    isValid ? gsl_ran_chisq_pdf(x, degreesOfFreedom) : .nan
  }

  package func cumulative(_ x: Double) -> Double {
    isValid ? gsl_cdf_chisq_P(x, degreesOfFreedom) : .nan
  }

  package func upperTail(_ x: Double) -> Double {
    isValid ? gsl_cdf_chisq_Q(x, degreesOfFreedom) : .nan
  }

  package func quantile(_ p: Double) -> Double {
    guard isValid, p >= 0, p <= 1 else { return .nan }
    return gsl_cdf_chisq_Pinv(p, degreesOfFreedom)
  }
}
