// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars

/// Sample paths of future counts, from which every quantile is taken.
package struct Forecast: Sendable {
  package let days: DateSpan
  package let interval: Int
  package let paths: Int
  /// Slot-major: `samples[slot * paths + path]`, slots from 00:00 of the first day.
  package let samples: [Float]
  /// Expected count of each slot: the mean of what the paths are drawn from.
  package let means: [Double]
  /// Count of each slot on an ordinary day at the fitted coefficients: neither the doubt about them
  /// nor rare storms, which lift a mean above it, are averaged in.
  package let ordinary: [Double]

  package var slots: Int { 86_400 / interval }

  /// Ascending samples of the sum of some slots: quantiles of sums, not sums of quantiles.
  package func sortedTotals(_ range: Range<Int>) -> [Double] {
    var sums = [Double](repeating: 0, count: paths)
    for slot in range {
      for path in 0..<paths { sums[path] += Double(samples[slot * paths + path]) }
    }
    return sums.sorted()
  }

  package func summary(_ range: Range<Int>) -> ForecastSummary {
    let sums = sortedTotals(range)
    return ForecastSummary(
      mean: range.reduce(0) { $0 + means[$1] }, p10: quantile(sums, 0.1), p50: quantile(sums, 0.5),
      p90: quantile(sums, 0.9), ordinary: range.reduce(0) { $0 + ordinary[$1] })
  }

  /// One summary for each day.
  package var daily: [(date: CivilDate, summary: ForecastSummary)] {
    days.enumerated().map { ($0.element, summary($0.offset * slots..<($0.offset + 1) * slots)) }
  }

  /// One summary for each calendar month, of the days forecast.
  package var monthly: [(month: YearMonth, summary: ForecastSummary)] {
    days.months.map { month in
      let first = max(0, days.first.days(to: month.firstDay))
      let end = min(days.count, days.first.days(to: month.lastDay) + 1)
      return (month, summary(first * slots..<end * slots))
    }
  }
}

/// Mean and quantiles of a count.
package struct ForecastSummary: Equatable, Sendable {
  /// Of the distribution whose quantiles stand beside it.
  package let mean: Double
  package let p10: Double
  package let p50: Double
  package let p90: Double
  /// What an ordinary day brings: the point forecast.
  package let ordinary: Double

  package init(mean: Double, p10: Double, p50: Double, p90: Double, ordinary: Double) {
    self.mean = mean
    self.p10 = p10
    self.p50 = p50
    self.p90 = p90
    self.ordinary = ordinary
  }
}
