// SPDX-License-Identifier: GPL-3.0-or-later

/// The mean over pairs of replications of which the second uses mirrored uniforms.
package struct AntitheticPairs: Equatable, Sendable {
  /// From the pair averages; `count` is the number of pairs.
  package let interval: ConfidenceInterval
  /// Correlation within the pairs; negative where mirroring helps.
  package let correlation: Double
  /// Variance of the mean of two independent replications over that of a pair; above 1 where
  /// mirroring helps, infinite where it removes all variance.
  package let gain: Double

  /// - Throws: `.differentLengths`, `.tooFew` for fewer than two pairs, `.notFinite`,
  ///   `.outsideUnitInterval`.
  package init(
    _ values: [Double], mirrored: [Double], level: Double = 0.95
  ) throws(InferenceError) {
    try Require.sameLength(values, mirrored)
    try Require.atLeast(2, values)
    try Require.finite(values)
    try Require.finite(mirrored)
    try Require.unit(level)
    let averages = SampleMoments(zip(values, mirrored).map { ($0 + $1) / 2 })
    interval = ConfidenceInterval(averages, level: level)
    correlation = SampleMoments.correlation(values, mirrored)
    let independent = (SampleMoments(values).variance + SampleMoments(mirrored).variance) / 4
    gain = independent / averages.variance
  }
}
