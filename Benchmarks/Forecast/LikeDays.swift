// SPDX-License-Identifier: GPL-3.0-or-later

import BenchmarkHistories
import DemandFitting
import Foundation

/// A simple forecaster to stand against: one summary for each interval of the days ahead.
protocol Baseline: Sendable {
  var name: String { get }
  func forecast(_ past: CountSeries, _ history: BenchmarkHistory, days: Int) -> [ForecastSummary]
}

/// Mean of the last like weekdays, with the dispersion of their intervals around it.
///
/// With one week it is last week itself; the dispersion is then that of the week-to-week changes.
struct LikeDays: Baseline {
  let weeks: Int

  var name: String { weeks == 1 ? "last week" : "last \(weeks) like days" }

  func forecast(
    _ past: CountSeries, _ history: BenchmarkHistory, days: Int
  ) -> [ForecastSummary] {
    let dispersion = dispersion(past)
    return (0..<days * past.slots).map { index in
      let values = like(past, day: past.dayCount + index / past.slots, slot: index % past.slots)
      let mean = values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
      return CountBand.summary(mean: mean, dispersion: dispersion)
    }
  }

  private func like(_ past: CountSeries, day: Int, slot: Int) -> [Double] {
    var (values, place): ([Double], Int) = ([], day - 7)
    while place >= 0, values.count < weeks {
      let value = place < past.dayCount ? past.values[place * past.slots + slot] : .nan
      if !value.isNaN { values.append(value) }
      place -= 7
    }
    return values
  }

  /// Excess of squared one-week-ahead errors over chance, in squared means, over the last eight weeks.
  func dispersion(_ past: CountSeries) -> Double {
    var (excess, squares) = (0.0, 0.0)
    for day in max(14, past.dayCount - 56)..<max(14, past.dayCount) {
      for slot in 0..<past.slots {
        let actual = past.values[day * past.slots + slot]
        let values = like(past, day: day, slot: slot)
        guard !actual.isNaN, !values.isEmpty else { continue }
        let mean = values.reduce(0, +) / Double(values.count)
        excess += (actual - mean) * (actual - mean) - mean
        squares += mean * mean
      }
    }
    return squares > 0 ? min(4, max(0, excess / squares)) : 0
  }
}
