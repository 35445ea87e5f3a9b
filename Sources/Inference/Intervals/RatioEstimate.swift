// SPDX-License-Identifier: GPL-3.0-or-later

/// A ratio of expectations E[y] / E[x], the share of all chats: busy days count for more.
///
/// 95 of 100 one day and 600 of 1,000 the next give .632, where the mean of the daily shares is .775.
package struct RatioEstimate: Equatable, Sendable {
  package let interval: ConfidenceInterval

  /// E[y] / E[x] from one (y, x) for each replication, with a Student interval.
  ///
  /// The spread is linearised (delta method): residuals `y - r x` over the mean of x.
  /// - Throws: `.differentLengths`, `.tooFew` for no replication, `.notFinite`, `.zeroDenominator`,
  ///   `.outsideUnitInterval` for the level.
  package static func ratioOfExpectations(
    numerators y: [Double], denominators x: [Double], level: Double = 0.95
  ) throws(InferenceError) -> RatioEstimate {
    try Require.sameLength(y, x)
    try Require.atLeast(1, x)
    try Require.finite(y)
    try Require.finite(x)
    try Require.unit(level)
    let (sumY, sumX) = (y.reduce(0, +), x.reduce(0, +))
    guard sumX != 0 else { throw .zeroDenominator }
    let ratio = sumY / sumX
    let residuals = SampleMoments(zip(y, x).map { $0 - ratio * $1 })
    return RatioEstimate(
      interval: ConfidenceInterval(
        mean: ratio, standardError: residuals.standardError / abs(sumX / Double(x.count)),
        level: level, count: x.count, degreesOfFreedom: Double(x.count - 1)))
  }
}
