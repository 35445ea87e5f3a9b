// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL

/// Gamma law with mean shape × scale; shape and scale are greater than zero.
package struct GammaDistribution: ContinuousDistribution, Equatable {
  package let shape: Double
  package let scale: Double

  package init(shape: Double, scale: Double) {
    self.shape = shape
    self.scale = scale
    GSL.prepare()
  }

  /// The gamma law with the given mean > 0 and coefficient of variation > 0: shape 1/cv².
  package init(mean: Double, coefficientOfVariation cv: Double) {
    self.init(shape: 1 / (cv * cv), scale: mean * cv * cv)
  }

  package var mean: Double { shape * scale }
  package var variance: Double { shape * scale * scale }

  private var isValid: Bool { shape > 0 && scale > 0 }

  package func density(_ x: Double) -> Double {
    isValid ? gsl_ran_gamma_pdf(x, shape, scale) : .nan
  }

  package func cumulative(_ x: Double) -> Double {
    isValid ? gsl_cdf_gamma_P(x, shape, scale) : .nan
  }

  package func upperTail(_ x: Double) -> Double {
    isValid ? gsl_cdf_gamma_Q(x, shape, scale) : .nan
  }

  package func quantile(_ p: Double) -> Double {
    guard isValid, p >= 0, p <= 1 else { return .nan }
    return gsl_cdf_gamma_Pinv(p, shape, scale)
  }
}
