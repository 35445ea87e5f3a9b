// SPDX-License-Identifier: GPL-3.0-or-later

/// The mean of one long, correlated run, with an interval from means of non-overlapping batches.
package struct BatchMeans: Equatable, Sendable {
  package let interval: ConfidenceInterval
  /// Observations dropped at the start as warm-up.
  package let dropped: Int
  /// Observations in each batch.
  package let batchSize: Int
  /// Correlation of neighbouring batch means. Much above zero (two over the root of the count) the
  /// batches are too short and the interval too narrow.
  package let lagOneCorrelation: Double

  /// Whether the correlation of neighbouring batches is small enough to trust the interval.
  package var looksIndependent: Bool {
    !(lagOneCorrelation > 2 / Double(interval.count).squareRoot())
  }

  /// - Parameters:
  ///   - values: Successive observations of one run: waits of customers, or averages of equal
  ///     spans of time.
  ///   - warmUp: Observations to drop; found by MSER-5 when nil.
  ///   - batches: At least 2; 10 to 30 are usual.
  /// - Throws: `.notFinite`, `.outsideUnitInterval`; `.tooFew` where the run is too short for the
  ///   batches or for its own warm-up to end.
  package init(
    of values: [Double], warmUp: Int? = nil, batches: Int = 20, level: Double = 0.95
  ) throws(InferenceError) {
    try Require.unit(level)
    try Require.finite(values)
    guard batches >= 2 else { throw .tooFew(found: batches, needed: 2) }
    guard let dropped = warmUp ?? WarmUp.mser5(values), dropped >= 0 else {
      throw .tooFew(found: values.count, needed: max(100, 2 * values.count))
    }
    let rest = values.count - dropped
    let size = rest / batches
    guard size >= 1 else { throw .tooFew(found: max(0, rest), needed: batches) }
    // What does not fill a batch is dropped at the start too, where it is worth least.
    let start = dropped + rest - size * batches
    let means = Self.means(of: Array(values[start...]), width: size)
    interval = ConfidenceInterval(of: means, level: level)
    self.dropped = start
    batchSize = size
    lagOneCorrelation = Self.lagOneCorrelation(means)
  }

  /// Means of successive groups of `width`; a rest that fills no group is left out.
  static func means(of values: [Double], width: Int) -> [Double] {
    (0..<values.count / width).map { group in
      values[group * width..<(group + 1) * width].reduce(0, +) / Double(width)
    }
  }

  private static func lagOneCorrelation(_ means: [Double]) -> Double {
    let center = SampleMoments(means).mean
    let squares = means.reduce(0) { $0 + ($1 - center) * ($1 - center) }
    guard squares > 0 else { return 0 }
    let products = zip(means, means.dropFirst()).reduce(0) {
      $0 + ($1.0 - center) * ($1.1 - center)
    }
    return products / squares
  }
}
