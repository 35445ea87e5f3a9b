// SPDX-License-Identifier: GPL-3.0-or-later

/// When a sequence of replications is long enough.
///
/// After every batch the Student interval of each measure is compared with its wanted precision. With
/// several measures the level of each is raised by Bonferroni so that all hold together with
/// probability `level`. Stopping on an estimated spread makes coverage a little smaller than `level`
/// for few replications; `minimum` keeps that harmless.
package struct StoppingRule: Equatable, Sendable {
  /// The wanted half-width of one measure.
  package struct Precision: Equatable, Sendable {
    /// Half-width over the absolute mean, for example 0.01.
    package let relative: Double
    /// Half-width that is good enough whatever the mean: a share of 0.0001 need not be known to 1 %.
    package let absolute: Double

    package init(relative: Double, absolute: Double = 0) {
      self.relative = relative
      self.absolute = absolute
    }

    /// The half-width that satisfies this precision at a mean.
    package func halfWidth(at mean: Double) -> Double { max(absolute, relative * abs(mean)) }
  }

  package enum Decision: Equatable, Sendable {
    /// Every measure has its precision.
    case enough
    /// Go on; `total` replications look sufficient, never more than `maximum`.
    case more(total: Int)
    /// `maximum` is reached; the measures at these indices lack their precision.
    case exhausted(missing: [Int])
  }

  /// One for each measure.
  package let precisions: [Precision]
  package let level: Double
  package let minimum: Int
  package let maximum: Int

  /// - Parameters:
  ///   - minimum: Replications before the first decision, at least 2.
  ///   - maximum: At least `minimum`.
  /// - Throws: `.outsideUnitInterval` for a level outside (0, 1) or a relative precision that is
  ///   negative; `.tooFew` where minimum or maximum are too small.
  package init(
    precisions: [Precision], level: Double = 0.95, minimum: Int = 30, maximum: Int = 10_000
  ) throws(InferenceError) {
    try Require.unit(level)
    for precision in precisions {
      for width in [precision.relative, precision.absolute] {
        guard width >= 0, width.isFinite else { throw .outsideUnitInterval(found: width) }
      }
    }
    guard minimum >= 2 else { throw .tooFew(found: minimum, needed: 2) }
    guard maximum >= minimum else { throw .tooFew(found: maximum, needed: minimum) }
    self.precisions = precisions
    self.level = level
    self.minimum = minimum
    self.maximum = maximum
  }

  /// The level of each measure's own interval.
  package var levelOfEach: Double { 1 - (1 - level) / Double(max(1, precisions.count)) }

  /// Decides from one summary for each measure, in the order of `precisions`, all of equal count.
  ///
  /// - Throws: `.differentLengths`.
  package func decide(_ measures: [SampleMoments]) throws(InferenceError) -> Decision {
    guard measures.count == precisions.count else {
      throw .differentLengths(expected: precisions.count, found: measures.count)
    }
    let count = measures.map(\.count).min() ?? minimum
    if count < minimum { return .more(total: minimum) }
    var missing: [Int] = []
    var total = count + 1
    for (index, moments) in measures.enumerated() {
      let wanted = precisions[index].halfWidth(at: moments.mean)
      let interval = ConfidenceInterval(moments, level: levelOfEach)
      if interval.halfWidth <= wanted { continue }
      missing.append(index)
      let needed = SampleSize.replications(
        standardDeviation: moments.standardDeviation, halfWidth: wanted, level: levelOfEach)
      total = max(total, needed ?? maximum)
    }
    if missing.isEmpty { return .enough }
    if count >= maximum { return .exhausted(missing: missing) }
    return .more(total: min(total, maximum))
  }
}
