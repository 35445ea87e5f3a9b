// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL

/// Special functions of a real variable. Outside its domain a function is NaN; none throws or traps.
package enum SpecialFunctions {
  /// ln |Γ(x)|, for x other than 0, -1, -2 ...
  package static func logGamma(_ x: Double) -> Double {
    GSL.prepare()
    return gsl_sf_lngamma(x)
  }

  /// ln n!, for n >= 0.
  package static func logFactorial(_ n: Int) -> Double {
    n < 0 ? .nan : logGamma(Double(n) + 1)
  }

  /// Regularised lower incomplete gamma function P(a, x), a > 0, x >= 0, in [0, 1].
  package static func lowerGamma(_ a: Double, _ x: Double) -> Double {
    GSL.prepare()
    return gsl_sf_gamma_inc_P(a, x)
  }

  /// Regularised upper incomplete gamma function Q(a, x) = 1 - P(a, x), without cancellation.
  package static func upperGamma(_ a: Double, _ x: Double) -> Double {
    GSL.prepare()
    return gsl_sf_gamma_inc_Q(a, x)
  }

  /// Regularised incomplete beta function I_x(a, b), a, b > 0, x in [0, 1].
  package static func incompleteBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
    guard a > 0, b > 0 else { return .nan }
    GSL.prepare()
    return gsl_sf_beta_inc(a, b, x)
  }

  /// Hazard of the standard normal, φ(x) / (1 - Φ(x)); stable far into the upper tail.
  package static func normalHazard(_ x: Double) -> Double {
    GSL.prepare()
    return gsl_sf_hazard(x)
  }
}
