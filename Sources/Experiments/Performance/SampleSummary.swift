// SPDX-License-Identifier: GPL-3.0-or-later

package import Inference

/// One number of each replication, summed up: mean with interval, and the range it moves in.
package struct SampleSummary: Equatable, Sendable {
  /// In replication order.
  package let values: [Double]
  /// Student's 95 % interval of the mean.
  package let interval: ConfidenceInterval
  /// Sample quantiles of 5 and 95 %: nine of ten years lie between them.
  package let low: Double
  package let high: Double
  package let minimum: Double
  package let maximum: Double

  /// - Throws: `.tooFew` for no value, `.notFinite`.
  package init(_ values: [Double], level: Double = 0.95) throws(InferenceError) {
    let sorted = try OrderStatistics(sorting: values)
    self.values = values
    interval = ConfidenceInterval(of: values, level: level)
    low = sorted.quantile(0.05)
    high = sorted.quantile(0.95)
    minimum = sorted.quantile(0)
    maximum = sorted.quantile(1)
  }

  package var mean: Double { interval.mean }

  /// Whether one replication says nothing of the range.
  package var isSingle: Bool { values.count < 2 }
}
