// SPDX-License-Identifier: GPL-3.0-or-later

/// A ratio of expectations from running sums, for so many ratios that their values cannot be kept.
///
/// Gives the interval of `RatioEstimate.ratioOfExpectations` over the same replications. Where all
/// values are whole numbers the sums are exact. Its size does not grow with the replications.
package struct RatioSums: Equatable, Sendable {
  private var top = 0.0
  private var bottom = 0.0
  private var topSquared = 0.0
  private var product = 0.0
  private var bottomSquared = 0.0

  package init() {}

  /// All that is kept, as it is written down.
  package var sums: [Double] {
    get { [top, bottom, topSquared, product, bottomSquared] }
    set {
      (top, bottom) = (newValue[0], newValue[1])
      (topSquared, product, bottomSquared) = (newValue[2], newValue[3], newValue[4])
    }
  }

  /// Adds one replication's numerator and denominator.
  package mutating func add(_ numerator: Double, over denominator: Double) {
    top += numerator
    bottom += denominator
    topSquared += numerator * numerator
    product += numerator * denominator
    bottomSquared += denominator * denominator
  }

  /// Denominators less numerators, summed over the replications.
  package var shortfall: Double { bottom - top }

  /// The ratio with its interval; nil while the denominators sum to zero.
  ///
  /// The residuals `y - r x` sum to zero, so that their squares are Σy² - 2 r Σxy + r² Σx².
  /// - Parameter count: Replications that were added, 1 or more.
  package func ratio(of count: Int, level: Double = 0.95) -> ConfidenceInterval? {
    guard bottom != 0 else { return nil }
    let ratio = top / bottom
    let squares = topSquared - 2 * ratio * product + ratio * ratio * bottomSquared
    return interval(
      mean: ratio, squares: squares, scale: abs(bottom / Double(count)), count: count, level: level)
  }

  /// The denominator's mean with its interval.
  ///
  /// - Parameter count: Replications that were added, 1 or more.
  package func denominator(of count: Int, level: Double = 0.95) -> ConfidenceInterval {
    let mean = bottom / Double(count)
    return interval(
      mean: mean, squares: bottomSquared - bottom * mean, scale: 1, count: count, level: level)
  }

  private func interval(
    mean: Double, squares: Double, scale: Double, count: Int, level: Double
  ) -> ConfidenceInterval {
    // What is left of equal terms may be a little below zero.
    let variance = count < 2 ? Double.nan : max(0, squares) / Double(count - 1)
    return ConfidenceInterval(
      mean: mean, standardError: (variance / Double(count)).squareRoot() / scale, level: level,
      count: count, degreesOfFreedom: Double(count - 1))
  }
}
