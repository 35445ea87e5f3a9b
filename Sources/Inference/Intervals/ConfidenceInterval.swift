// SPDX-License-Identifier: GPL-3.0-or-later

import NumericalMethods

/// An estimated mean with its half-width: `mean ± halfWidth` covers the truth with probability `level`.
package struct ConfidenceInterval: Equatable, Sendable {
  /// The point estimate, in the unit of the observations; NaN without observations.
  package let mean: Double
  /// Not negative; infinite while a single observation says nothing of the spread.
  package let halfWidth: Double
  /// Probability of coverage, strictly between 0 and 1.
  package let level: Double
  /// Independent observations behind the estimate, usually replications.
  package let count: Int

  package init(mean: Double, halfWidth: Double, level: Double, count: Int) {
    self.mean = mean
    self.halfWidth = halfWidth
    self.level = level
    self.count = count
  }

  /// Student's interval for the mean of independent observations.
  ///
  /// `mean ± t(n - 1, level) s / √n`. Exact for normal observations; replication means are near
  /// enough from about 30 on.
  package init(of values: [Double], level: Double = 0.95) {
    self.init(SampleMoments(values), level: level)
  }

  /// Student's interval from moments that were collected elsewhere.
  package init(_ moments: SampleMoments, level: Double = 0.95) {
    self.init(
      mean: moments.mean, standardError: moments.standardError, level: level,
      count: moments.count, degreesOfFreedom: Double(moments.count - 1))
  }

  /// Student's interval around an estimate whose standard error has `degreesOfFreedom`.
  init(
    mean: Double, standardError: Double, level: Double, count: Int, degreesOfFreedom: Double
  ) {
    let t =
      degreesOfFreedom >= 1
      ? StudentTDistribution(degreesOfFreedom: degreesOfFreedom).twoSidedQuantile(level: level)
      : .infinity
    // A sample without spread has half-width zero, whatever the quantile.
    let width = standardError == 0 ? 0 : t * standardError
    self.init(mean: mean, halfWidth: width.isNaN ? .infinity : width, level: level, count: count)
  }

  /// The half-width at another level, by Student's quantiles for `count` independent observations.
  package func halfWidth(atLevel other: Double) -> Double {
    guard count > 1, halfWidth > 0, halfWidth.isFinite else { return halfWidth }
    let law = StudentTDistribution(degreesOfFreedom: Double(count - 1))
    return halfWidth * law.twoSidedQuantile(level: other) / law.twoSidedQuantile(level: level)
  }

  /// The estimate's standard error; NaN while a single observation says nothing of the spread.
  package var standardError: Double {
    guard count > 1, halfWidth.isFinite else { return .nan }
    return halfWidth
      / StudentTDistribution(degreesOfFreedom: Double(count - 1)).twoSidedQuantile(level: level)
  }

  package var lower: Double { mean - halfWidth }
  package var upper: Double { mean + halfWidth }

  /// Half-width over the absolute mean; infinite around zero unless the half-width is zero too.
  package var relativeHalfWidth: Double {
    if halfWidth == 0 { return 0 }
    return mean == 0 ? .infinity : halfWidth / abs(mean)
  }

  package func contains(_ value: Double) -> Bool { lower <= value && value <= upper }
}
