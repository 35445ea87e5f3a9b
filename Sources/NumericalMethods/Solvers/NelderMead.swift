// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL

/// Minimises a function of several variables without derivatives (Nelder and Mead's simplex).
package enum NelderMead {
  /// The best point found.
  package struct Solution: Equatable, Sendable {
    package let point: [Double]
    package let value: Double
    package let steps: Int
  }

  /// A local minimum of `function` near `start`.
  ///
  /// Values that are NaN count as infinitely bad, so a function may refuse points outside its domain
  /// that way. Restarted once from its first answer, because a simplex may collapse early.
  /// - Parameters:
  ///   - stepSizes: First extent of the simplex along each axis, not zero.
  ///   - tolerance: Mean distance of the simplex's corners from its centre at which to stop.
  /// - Throws: `.sizeMismatch`, `.invalidArgument` (no finite value at the start), `.notConverged`.
  package static func minimize(
    from start: [Double], stepSizes: [Double], tolerance: Double = 1e-8, maximumSteps: Int = 5000,
    _ function: ([Double]) -> Double
  ) throws(GSLError) -> Solution {
    let method = "Nelder-Mead"
    guard start.count == stepSizes.count, !start.isEmpty else {
      throw GSLError(method, .sizeMismatch)
    }
    guard function(start).isFinite, stepSizes.allSatisfy({ $0.isFinite && $0 != 0 }) else {
      throw GSLError(method, .invalidArgument)
    }
    GSL.prepare()
    let outcome = withoutActuallyEscaping(function) { escaping in
      attempt { () throws(GSLError) -> Solution in
        let box = ObjectiveBox(escaping, count: start.count)
        let first = try descend(box, from: start, stepSizes, tolerance, maximumSteps)
        let second = try descend(box, from: first.point, stepSizes, tolerance, maximumSteps)
        let better = second.value <= first.value ? second : first
        return Solution(
          point: better.point, value: better.value, steps: first.steps + second.steps)
      }
    }
    return try outcome.get()
  }

  private static func descend(
    _ box: ObjectiveBox, from start: [Double], _ stepSizes: [Double], _ tolerance: Double,
    _ maximumSteps: Int
  ) throws(GSLError) -> Solution {
    let method = "Nelder-Mead"
    let count = start.count
    let solver = try GSL.allocated(
      gsl_multimin_fminimizer_alloc(cgsl_multimin_simplex(), count), method)
    defer { gsl_multimin_fminimizer_free(solver) }
    let origin = try GSL.allocated(gsl_vector_alloc(count), method)
    defer { gsl_vector_free(origin) }
    let extent = try GSL.allocated(gsl_vector_alloc(count), method)
    defer { gsl_vector_free(extent) }
    for i in 0..<count {
      gsl_vector_set(origin, i, start[i])
      gsl_vector_set(extent, i, stepSizes[i])
    }
    var objective = gsl_multimin_function(
      f: { vector, context in
        guard let vector, let context else { return .infinity }
        return Unmanaged<ObjectiveBox>.fromOpaque(context).takeUnretainedValue().value(at: vector)
      },
      n: count, params: Unmanaged.passUnretained(box).toOpaque())

    // GSL keeps the address of `objective` and of the box until the last step.
    let outcome = withExtendedLifetime(box) {
      withUnsafeMutablePointer(to: &objective) { objective in
        attempt { () throws(GSLError) -> Solution in
          try GSL.check(gsl_multimin_fminimizer_set(solver, objective, origin, extent), method)
          for step in 1...max(1, maximumSteps) {
            let status = gsl_multimin_fminimizer_iterate(solver)
            if status != Int32(GSL_ENOPROG) { try GSL.check(status, method) }
            let size = gsl_multimin_fminimizer_size(solver)
            if status == Int32(GSL_ENOPROG) || size < tolerance {
              let best = gsl_multimin_fminimizer_x(solver)
              return Solution(
                point: (0..<count).map { gsl_vector_get(best, $0) },
                value: gsl_multimin_fminimizer_minimum(solver), steps: step)
            }
          }
          throw GSLError(method, .notConverged)
        }
      }
    }
    return try outcome.get()
  }
}

/// Carries the objective through a C `void *`, with a buffer that is reused for every point.
private final class ObjectiveBox {
  private let function: ([Double]) -> Double
  private var point: [Double]

  init(_ function: @escaping ([Double]) -> Double, count: Int) {
    self.function = function
    point = [Double](repeating: 0, count: count)
  }

  func value(at vector: UnsafePointer<gsl_vector>) -> Double {
    for i in point.indices { point[i] = gsl_vector_get(vector, i) }
    let value = function(point)
    // The simplex only compares; a very large number keeps GSL's finiteness check quiet.
    return value.isFinite ? value : .greatestFiniteMagnitude / 1e10
  }
}
