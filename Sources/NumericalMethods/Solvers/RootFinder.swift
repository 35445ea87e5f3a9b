// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL

/// Finds where a continuous function crosses zero.
package enum RootFinder {
  /// A zero of `function` in `bracket`, at whose ends it must have opposite signs or be zero.
  ///
  /// Brent's method, stopped when the bracket is narrower than
  /// `absoluteTolerance + relativeTolerance × |x|`.
  /// - Throws: `.noSignChange`, `.invalidArgument` for a NaN or an infinite end, `.notConverged`.
  package static func brent(
    in bracket: ClosedRange<Double>, absoluteTolerance: Double = 1e-14,
    relativeTolerance: Double = 4e-15, maximumSteps: Int = 300,
    _ function: (Double) -> Double
  ) throws(GSLError) -> Double {
    let method = "Brent root"
    let (lower, upper) = (bracket.lowerBound, bracket.upperBound)
    guard lower.isFinite, upper.isFinite else { throw GSLError(method, .invalidArgument) }
    let (low, high) = (function(lower), function(upper))
    if low == 0 { return lower }
    if high == 0 { return upper }
    guard !low.isNaN, !high.isNaN else { throw GSLError(method, .invalidArgument) }
    guard (low < 0) != (high < 0) else { throw GSLError(method, .noSignChange) }

    return try withGSLFunction(function) { wrapped in
      attempt { () throws(GSLError) -> Double in
        let solver = try GSL.allocated(gsl_root_fsolver_alloc(cgsl_root_brent()), method)
        defer { gsl_root_fsolver_free(solver) }
        try GSL.check(gsl_root_fsolver_set(solver, wrapped, lower, upper), method)
        for _ in 0..<maximumSteps {
          try GSL.check(gsl_root_fsolver_iterate(solver), method)
          let status = gsl_root_test_interval(
            gsl_root_fsolver_x_lower(solver), gsl_root_fsolver_x_upper(solver),
            absoluteTolerance, relativeTolerance)
          if status == Int32(GSL_SUCCESS) { return gsl_root_fsolver_root(solver) }
          try GSL.check(status == Int32(GSL_CONTINUE) ? 0 : status, method)
        }
        throw GSLError(method, .notConverged)
      }
    }
  }
}
