// SPDX-License-Identifier: GPL-3.0-or-later

/// The mean of `first - second` over replications in which both saw the same customers.
///
/// Common random numbers make the two samples positively correlated, so the differences spread less
/// than two independent samples would; `varianceReduction` is how much.
package struct PairedDifference: Equatable, Sendable {
  /// What the interval says about the sign of the difference.
  package enum Sign: Equatable, Sendable {
    case firstIsLarger, secondIsLarger
    /// The interval contains zero.
    case undecided
  }

  /// Student's interval of the differences.
  package let interval: ConfidenceInterval
  /// Standard deviation of a single difference; NaN for one pair.
  package let standardDeviation: Double
  /// Correlation of the pairs; NaN where a sample does not vary.
  package let correlation: Double
  /// (Var first + Var second) / Var difference: independent replications one paired one is worth;
  /// infinite when the differences do not vary, NaN when nothing does.
  package let varianceReduction: Double

  /// - Throws: `.differentLengths`, `.tooFew` for no pair, `.notFinite`, `.outsideUnitInterval`.
  package init(
    _ first: [Double], minus second: [Double], level: Double = 0.95
  ) throws(InferenceError) {
    try Require.sameLength(first, second)
    try Require.atLeast(1, first)
    try Require.finite(first)
    try Require.finite(second)
    try Require.unit(level)
    let differences = SampleMoments(zip(first, second).map { $0 - $1 })
    interval = ConfidenceInterval(differences, level: level)
    standardDeviation = differences.standardDeviation
    correlation = SampleMoments.correlation(first, second)
    varianceReduction =
      (SampleMoments(first).variance + SampleMoments(second).variance) / differences.variance
  }

  package var sign: Sign {
    if interval.lower > 0 { return .firstIsLarger }
    if interval.upper < 0 { return .secondIsLarger }
    return .undecided
  }

  /// Replications after which the interval would likely exclude zero, if mean and spread are as they
  /// seem; nil where no number would do (equal means) or the spread is not known yet.
  package var replicationsToResolve: Int? {
    SampleSize.replications(
      standardDeviation: standardDeviation, halfWidth: abs(interval.mean), level: interval.level,
      power: SampleSize.likely)
  }
}
