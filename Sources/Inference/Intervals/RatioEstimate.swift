// SPDX-License-Identifier: GPL-3.0-or-later

/// Which number a ratio measure means. 95 of 100 one day and 600 of 1,000 the next give a ratio of
/// expectations of .632 and an expectation of ratios of .775.
package enum RatioKind: String, CaseIterable, Equatable, Sendable {
  /// E[numerator] / E[denominator]: the share of all chats, busy days counting for more.
  case ratioOfExpectations
  /// E[numerator / denominator]: the share on an average day, all days counting alike.
  case expectationOfRatios
}

/// A ratio estimated from replications, with the kind it is.
package struct RatioEstimate: Equatable, Sendable {
  package let kind: RatioKind
  package let interval: ConfidenceInterval
  /// Replications left out because their denominator is zero (expectation of ratios only).
  package let skipped: Int

  /// How the spread of a ratio of expectations is found.
  package enum Method: String, CaseIterable, Equatable, Sendable {
    /// Linearised: residuals `y - r x` over the mean of x.
    case delta
    /// Leaving one replication out at a time; removes the bias of order 1/n.
    case jackknife
  }

  /// E[y] / E[x] from one (y, x) for each replication, with a Student interval.
  ///
  /// - Throws: `.differentLengths`, `.tooFew` for no replication, `.notFinite`, `.zeroDenominator`.
  package static func ratioOfExpectations(
    numerators y: [Double], denominators x: [Double], level: Double = 0.95,
    method: Method = .delta
  ) throws(InferenceError) -> RatioEstimate {
    try validate(y, x, level)
    let (sumY, sumX) = (y.reduce(0, +), x.reduce(0, +))
    guard sumX != 0 else { throw .zeroDenominator }
    let count = Double(x.count)
    let ratio = sumY / sumX
    switch method {
    case .delta:
      let residuals = SampleMoments(zip(y, x).map { $0 - ratio * $1 })
      let error = residuals.standardError / abs(sumX / count)
      return RatioEstimate(ratio, error, level, x.count)
    case .jackknife:
      guard x.count > 1 else { return RatioEstimate(ratio, .nan, level, x.count) }
      var pseudo = SampleMoments()
      for i in x.indices {
        guard sumX != x[i] else { throw .zeroDenominator }
        pseudo.add(count * ratio - (count - 1) * (sumY - y[i]) / (sumX - x[i]))
      }
      return RatioEstimate(pseudo.mean, pseudo.standardError, level, x.count)
    }
  }

  /// E[y / x] over the replications whose denominator is not zero, with a Student interval.
  ///
  /// - Throws: `.differentLengths`, `.tooFew` for no replication, `.notFinite`, `.zeroDenominator`
  ///   when every denominator is zero.
  package static func expectationOfRatios(
    numerators y: [Double], denominators x: [Double], level: Double = 0.95
  ) throws(InferenceError) -> RatioEstimate {
    try validate(y, x, level)
    let ratios = zip(y, x).filter { $0.1 != 0 }.map { $0.0 / $0.1 }
    guard !ratios.isEmpty else { throw .zeroDenominator }
    return RatioEstimate(
      kind: .expectationOfRatios, interval: ConfidenceInterval(of: ratios, level: level),
      skipped: x.count - ratios.count)
  }

  private init(kind: RatioKind, interval: ConfidenceInterval, skipped: Int) {
    self.kind = kind
    self.interval = interval
    self.skipped = skipped
  }

  private init(_ ratio: Double, _ standardError: Double, _ level: Double, _ count: Int) {
    self.init(
      kind: .ratioOfExpectations,
      interval: ConfidenceInterval(
        mean: ratio, standardError: standardError, level: level, count: count,
        degreesOfFreedom: Double(count - 1)),
      skipped: 0)
  }

  private static func validate(
    _ y: [Double], _ x: [Double], _ level: Double
  ) throws(InferenceError) {
    try Require.sameLength(y, x)
    try Require.atLeast(1, x)
    try Require.finite(y)
    try Require.finite(x)
    try Require.unit(level)
  }
}
