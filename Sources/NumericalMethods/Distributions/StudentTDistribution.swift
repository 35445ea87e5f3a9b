// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL

/// Student's t with degreesOfFreedom > 0, not necessarily whole.
package struct StudentTDistribution: ContinuousDistribution, Equatable {
  package let degreesOfFreedom: Double

  package init(degreesOfFreedom: Double) {
    self.degreesOfFreedom = degreesOfFreedom
    GSL.prepare()
  }

  private var isValid: Bool { degreesOfFreedom > 0 }

  /// Zero; NaN up to one degree of freedom, where the mean does not exist.
  package var mean: Double { degreesOfFreedom > 1 ? 0 : .nan }
  /// n / (n - 2); infinite up to two degrees of freedom.
  package var variance: Double {
    degreesOfFreedom > 2 ? degreesOfFreedom / (degreesOfFreedom - 2) : .infinity
  }

  package func density(_ x: Double) -> Double {
    isValid ? gsl_ran_tdist_pdf(x, degreesOfFreedom) : .nan
  }

  package func cumulative(_ x: Double) -> Double {
    isValid ? gsl_cdf_tdist_P(x, degreesOfFreedom) : .nan
  }

  package func upperTail(_ x: Double) -> Double {
    isValid ? gsl_cdf_tdist_Q(x, degreesOfFreedom) : .nan
  }

  package func quantile(_ p: Double) -> Double {
    guard isValid, p >= 0, p <= 1 else { return .nan }
    return gsl_cdf_tdist_Pinv(p, degreesOfFreedom)
  }

  /// The t with P(|X| <= t) = level, for a level strictly between 0 and 1.
  package func twoSidedQuantile(level: Double) -> Double {
    guard isValid, level > 0, level < 1 else { return .nan }
    return gsl_cdf_tdist_Qinv((1 - level) / 2, degreesOfFreedom)
  }
}
