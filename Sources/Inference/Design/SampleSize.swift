// SPDX-License-Identifier: GPL-3.0-or-later

import NumericalMethods

/// How many replications a wanted precision takes.
package enum SampleSize {
  /// More than this is never proposed: the answer is then "not with replications".
  package static let largest = 100_000_000

  /// The probability with which a number of replications that is told to a reader settles a question,
  /// if mean and spread stay as they are. With just those after which the interval would be narrow
  /// enough it is a half, since the next mean falls short as often as not.
  package static let likely = 0.8

  /// The least n >= 2 with (t(n - 1, level) + t(n - 1, 2 power - 1)) s / √n <= halfWidth; nil where
  /// there is none up to `largest`, or an argument is not a number.
  ///
  /// - Parameters:
  ///   - standardDeviation: Of one replication, not negative.
  ///   - halfWidth: Greater than zero.
  ///   - power: Probability that an interval of n new replications leaves out a value so far away.
  /// - Complexity: O(log n) quantiles.
  package static func replications(
    standardDeviation: Double, halfWidth: Double, level: Double, power: Double = 0.5
  ) -> Int? {
    guard standardDeviation.isFinite, standardDeviation >= 0, halfWidth > 0, level > 0, level < 1
    else { return nil }
    if standardDeviation == 0 { return 2 }
    func isEnough(_ n: Int) -> Bool {
      let law = StudentTDistribution(degreesOfFreedom: Double(n - 1))
      var quantile = law.twoSidedQuantile(level: level)
      if power > 0.5 { quantile += law.twoSidedQuantile(level: 2 * power - 1) }
      return quantile * standardDeviation / Double(n).squareRoot() <= halfWidth
    }
    guard isEnough(largest) else { return nil }
    var (low, high) = (1, largest)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if middle >= 2, isEnough(middle) { high = middle } else { low = middle }
    }
    return max(2, high)
  }
}
