// SPDX-License-Identifier: GPL-3.0-or-later

import NumericalMethods

/// A sorted sample, for quantiles and their distribution-free intervals.
package struct OrderStatistics: Equatable, Sendable {
  /// Ascending, at least one value.
  package let values: [Double]

  /// - Throws: `.tooFew` for an empty sample, `.notFinite`.
  package init(sorting values: [Double]) throws(InferenceError) {
    try Require.atLeast(1, values)
    try Require.finite(values)
    self.values = values.sorted()
  }

  /// The quantile of `p` in [0, 1] by linear interpolation at rank (n - 1) p + 1.
  ///
  /// Hyndman and Fan's type 7, the default of R, NumPy and spreadsheets. `p` is clamped.
  package func quantile(_ p: Double) -> Double {
    let position = Double(values.count - 1) * min(1, max(0, p.isNaN ? 0.5 : p))
    let below = Int(position)
    let above = min(below + 1, values.count - 1)
    return values[below] + (position - Double(below)) * (values[above] - values[below])
  }

  /// The interval between two order statistics that covers the true `p`-quantile of any continuous
  /// law with probability of at least `level`.
  ///
  /// The number of observations below the quantile is binomial(n, p). Ranks are widened from the
  /// middle, always on the side that gains more coverage; a side on which the sample is too small is
  /// unbounded.
  /// - Complexity: O(√n) binomial terms beyond the quantile's rank.
  /// - Throws: `.outsideUnitInterval`.
  package func interval(
    quantile p: Double, level: Double = 0.95
  ) throws(InferenceError) -> QuantileInterval {
    try Require.unit(p)
    try Require.unit(level)
    let count = values.count
    let law = BinomialDistribution(trials: count, probability: p)
    func probability(_ k: Int) -> Double { law.cumulative(k) - law.cumulative(k - 1) }
    // The interval from rank l to rank u (1-based; 0 and n + 1 are unbounded) covers when the
    // number of observations below the quantile is l ... u - 1.
    var lower = min(count, Int(Double(count + 1) * p))
    var upper = lower + 1
    var coverage = probability(lower)
    while coverage < level, lower > 0 || upper <= count {
      let gainBelow = lower > 0 ? probability(lower - 1) : -1
      let gainAbove = upper <= count ? probability(upper) : -1
      if gainBelow > gainAbove {
        lower -= 1
        coverage += gainBelow
      } else {
        upper += 1
        coverage += gainAbove
      }
    }
    return QuantileInterval(
      probability: p, estimate: quantile(p), lower: lower == 0 ? -.infinity : values[lower - 1],
      upper: upper > count ? .infinity : values[upper - 1], level: level,
      coverage: min(1, coverage), count: count)
  }
}

/// A quantile with a distribution-free interval around it; not symmetric.
package struct QuantileInterval: Equatable, Sendable {
  /// Which quantile, strictly between 0 and 1.
  package let probability: Double
  package let estimate: Double
  /// Minus infinity where the sample is too small to bound the quantile from below.
  package let lower: Double
  /// Infinity where the sample is too small to bound the quantile from above.
  package let upper: Double
  /// The coverage that was asked.
  package let level: Double
  /// The coverage reached, at least `level`.
  package let coverage: Double
  package let count: Int
}
