// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL

/// A point and the function's value there.
package struct Minimum: Equatable, Sendable {
  package let x: Double
  package let value: Double

  package init(x: Double, value: Double) {
    self.x = x
    self.value = value
  }
}

/// Minimises a function of one variable.
package enum Minimizer {
  /// The lowest point of `function` in `interval`; exact for functions with one valley.
  ///
  /// A grid of `scan` cells finds the valley, Brent's method its bottom; a function that only falls
  /// towards an end has its minimum at that end.
  /// Tolerances are of x, and of no use below 1e-8 relative, where values stop differing.
  /// - Throws: `.invalidArgument` for infinite ends or a function that is NaN everywhere,
  ///   `.notConverged`.
  package static func brent(
    in interval: ClosedRange<Double>, absoluteTolerance: Double = 1e-10,
    relativeTolerance: Double = 1e-7, scan: Int = 32, maximumSteps: Int = 300,
    _ function: (Double) -> Double
  ) throws(GSLError) -> Minimum {
    let method = "Brent minimum"
    guard interval.lowerBound.isFinite, interval.upperBound.isFinite, scan >= 2 else {
      throw GSLError(method, .invalidArgument)
    }
    let tolerance = absoluteTolerance + relativeTolerance * abs(interval.upperBound)
    var (lower, upper) = (interval.lowerBound, interval.upperBound)
    while true {
      let step = (upper - lower) / Double(scan)
      let points = (0...scan).map { i in
        let x = i == scan ? upper : lower + Double(i) * step
        return Minimum(x: x, value: function(x))
      }
      let finite = points.indices.filter { !points[$0].value.isNaN }
      guard let best = finite.min(by: { points[$0].value < points[$1].value }) else {
        throw GSLError(method, .invalidArgument)
      }
      let isInterior =
        best > 0 && best < scan && points[best - 1].value > points[best].value
        && points[best + 1].value > points[best].value
      if isInterior {
        return try refine(
          (points[best - 1], points[best], points[best + 1]), absoluteTolerance,
          relativeTolerance, maximumSteps, function)
      }
      // At an end, on a plateau or beside a NaN: look closer around the best point.
      (lower, upper) = (points[max(best - 1, 0)].x, points[min(best + 1, scan)].x)
      if upper - lower <= tolerance { return points[best] }
    }
  }

  private static func refine(
    _ triple: (lower: Minimum, middle: Minimum, upper: Minimum), _ absolute: Double,
    _ relative: Double, _ maximumSteps: Int, _ function: (Double) -> Double
  ) throws(GSLError) -> Minimum {
    let method = "Brent minimum"
    return try withGSLFunction(function) { wrapped in
      attempt { () throws(GSLError) -> Minimum in
        let solver = try GSL.allocated(gsl_min_fminimizer_alloc(cgsl_min_brent()), method)
        defer { gsl_min_fminimizer_free(solver) }
        try GSL.check(
          gsl_min_fminimizer_set_with_values(
            solver, wrapped, triple.middle.x, triple.middle.value, triple.lower.x,
            triple.lower.value, triple.upper.x, triple.upper.value), method)
        for _ in 0..<maximumSteps {
          let status = gsl_min_fminimizer_iterate(solver)
          // Steps below rounding cannot improve any more: the current point is the answer.
          if status != Int32(GSL_FAILURE) { try GSL.check(status, method) }
          let width = gsl_min_test_interval(
            gsl_min_fminimizer_x_lower(solver), gsl_min_fminimizer_x_upper(solver), absolute,
            relative)
          if status == Int32(GSL_FAILURE) || width == Int32(GSL_SUCCESS) {
            return Minimum(
              x: gsl_min_fminimizer_x_minimum(solver), value: gsl_min_fminimizer_f_minimum(solver))
          }
        }
        throw GSLError(method, .notConverged)
      }
    }
  }
}
