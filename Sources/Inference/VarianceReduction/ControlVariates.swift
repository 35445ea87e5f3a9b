// SPDX-License-Identifier: GPL-3.0-or-later

import NumericalMethods

/// A mean corrected by controls whose expectation is known, such as the number of arrivals.
///
/// Regression of the observations on the centred controls; the intercept is the corrected mean.
/// Student's interval with n - q - 1 degrees of freedom is exact for jointly normal observations
/// (Lavenberg and Welch 1981).
package struct ControlVariates: Equatable, Sendable {
  /// Of the corrected mean.
  package let interval: ConfidenceInterval
  /// Of the plain mean, for comparison.
  package let plain: ConfidenceInterval
  /// Weight of each control.
  package let weights: [Double]

  /// Variance of the plain mean over that of the corrected one: replications one corrected one is
  /// worth. Below 1 the controls cost more degrees of freedom than they explain.
  package var gain: Double {
    interval.halfWidth == 0 ? .infinity : (plain.halfWidth / interval.halfWidth).squared
  }

  /// - Parameters:
  ///   - controls: For each control one value per replication, in the order of `values`.
  ///   - expectations: The known mean of each control.
  /// - Throws: `.differentLengths`, `.notFinite`, `.collinearControls`, `.outsideUnitInterval`;
  ///   `.tooFew` unless there are at least three more replications than controls.
  package init(
    _ values: [Double], controls: [[Double]], expectations: [Double], level: Double = 0.95
  ) throws(InferenceError) {
    try Require.unit(level)
    try Require.finite(values)
    try Require.finite(expectations)
    try Require.sameLength(expectations, controls.map { _ in 0 })
    try Require.atLeast(controls.count + 3, values)
    for control in controls {
      try Require.sameLength(values, control)
      try Require.finite(control)
    }
    // Scaled to unit spread: the size of a control's unit must not decide on singularity.
    let scales = controls.map { SampleMoments($0).standardDeviation }
    guard scales.allSatisfy({ $0 > 0 }) else { throw .collinearControls }
    var design = Matrix(rows: values.count, columns: controls.count + 1)
    for row in values.indices {
      design[row, 0] = 1
      for (index, control) in controls.enumerated() {
        design[row, index + 1] = (control[row] - expectations[index]) / scales[index]
      }
    }
    guard let fit = try? LeastSquares.fit(design: design, response: values) else {
      throw .collinearControls
    }
    let freedom = Double(values.count - controls.count - 1)
    let variance = fit.residualSumOfSquares / freedom * fit.inverseNormal[0, 0]
    plain = ConfidenceInterval(of: values, level: level)
    interval = ConfidenceInterval(
      mean: fit.coefficients[0], standardError: variance.squareRoot(), level: level,
      count: values.count, degreesOfFreedom: freedom)
    weights = zip(fit.coefficients.dropFirst(), scales).map { $0 / $1 }
  }
}

extension Double {
  fileprivate var squared: Double { self * self }
}
