// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL

/// Adaptive quadrature (QUADPACK's QAG through GSL).
package enum Integrator {
  /// An integral and the estimate of its absolute error.
  package struct Integral: Equatable, Sendable {
    package let value: Double
    package let error: Double
  }

  /// The integral of `function` over `interval`, by bisecting where the error is largest (21 points).
  ///
  /// Stops when the error is below `absoluteTolerance` or `relativeTolerance × |integral|`.
  /// - Throws: `.invalidArgument` for infinite ends, `.notConverged`.
  package static func integrate(
    over interval: ClosedRange<Double>, absoluteTolerance: Double = 0,
    relativeTolerance: Double = 1e-11, subintervals: Int = 2000, _ function: (Double) -> Double
  ) throws(GSLError) -> Integral {
    let method = "QAG integral"
    guard interval.lowerBound.isFinite, interval.upperBound.isFinite, subintervals > 0 else {
      throw GSLError(method, .invalidArgument)
    }
    return try withGSLFunction(function) { wrapped in
      attempt { () throws(GSLError) -> Integral in
        let workspace = try GSL.allocated(gsl_integration_workspace_alloc(subintervals), method)
        defer { gsl_integration_workspace_free(workspace) }
        var (value, error) = (0.0, 0.0)
        let status = gsl_integration_qag(
          wrapped, interval.lowerBound, interval.upperBound, absoluteTolerance, relativeTolerance,
          subintervals, Int32(GSL_INTEG_GAUSS21), workspace, &value, &error)
        // Roundoff below the wanted tolerance still leaves the best value double precision has.
        let isRoundedOff =
          status == Int32(GSL_EROUND) && error <= 1e-8 * abs(value) && value.isFinite
        if !isRoundedOff { try GSL.check(status, method) }
        guard value.isFinite else { throw GSLError(method, .notConverged) }
        return Integral(value: value, error: error)
      }
    }
  }
}
