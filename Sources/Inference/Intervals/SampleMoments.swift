// SPDX-License-Identifier: GPL-3.0-or-later

/// Count, mean and spread of a sample, by Welford's updates: no cancellation for large means.
package struct SampleMoments: Equatable, Sendable {
  package private(set) var count = 0
  /// NaN for an empty sample.
  package var mean: Double { count == 0 ? .nan : runningMean }
  private var runningMean = 0.0
  private var squares = 0.0

  package init() {}

  package init(_ values: some Sequence<Double>) {
    for value in values { add(value) }
  }

  package mutating func add(_ value: Double) {
    count += 1
    let distance = value - runningMean
    runningMean += distance / Double(count)
    squares += distance * (value - runningMean)
  }

  /// Unbiased, divided by n - 1; NaN for fewer than two values.
  package var variance: Double { count < 2 ? .nan : squares / Double(count - 1) }
  package var standardDeviation: Double { variance.squareRoot() }
  /// Standard error of the mean; NaN for fewer than two values.
  package var standardError: Double { (variance / Double(count)).squareRoot() }

  /// Unbiased covariance of two samples of the same length; NaN for fewer than two pairs.
  package static func covariance(_ x: [Double], _ y: [Double]) -> Double {
    guard x.count == y.count, x.count > 1 else { return .nan }
    let (meanX, meanY) = (SampleMoments(x).mean, SampleMoments(y).mean)
    let sum = zip(x, y).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) }
    return sum / Double(x.count - 1)
  }

  /// Pearson's correlation in [-1, 1]; NaN where a sample does not vary.
  package static func correlation(_ x: [Double], _ y: [Double]) -> Double {
    let spread = SampleMoments(x).standardDeviation * SampleMoments(y).standardDeviation
    guard spread > 0 else { return .nan }
    return min(1, max(-1, covariance(x, y) / spread))
  }
}
