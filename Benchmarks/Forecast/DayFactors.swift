// SPDX-License-Identifier: GPL-3.0-or-later

import BenchmarkHistories
import Calendars
import DemandFitting
import Foundation

/// Level, weekday factors and hours, each an exponentially weighted mean.
struct DayFactors: Baseline {
  let name = "weighted day factors"

  /// Days after which a day counts half: for the level, and for weekdays and hours.
  private static let levelHalf = 14.0
  private static let shapeHalf = 56.0

  func forecast(
    _ past: CountSeries, _ history: BenchmarkHistory, days: Int
  ) -> [ForecastSummary] {
    let count = past.dayCount
    let totals = (0..<count).map { past.day($0).reduce(0, +) }
    let first = past.first.weekday.rawValue
    let weekday = { (day: Int) in (first + day) % 7 }
    let shape = (0..<count).map { exp2(-Double(count - 1 - $0) / Self.shapeHalf) }
    var (sums, weights) = ([Double](repeating: 0, count: 7), [Double](repeating: 0, count: 7))
    var hours = [[Double]](repeating: Array(repeating: 0, count: past.slots), count: 7)
    for day in 0..<count where !totals[day].isNaN {
      sums[weekday(day)] += shape[day] * totals[day]
      weights[weekday(day)] += shape[day]
      for (slot, value) in past.day(day).enumerated() {
        hours[weekday(day)][slot] += shape[day] * value
      }
    }
    let overall = sums.reduce(0, +) / max(weights.reduce(0, +), 1e-9)
    let factors = zip(sums, weights).map { $1 > 0 && overall > 0 ? $0 / $1 / overall : 1 }
    var (volume, exposure, excess, squares) = (0.0, 0.0, 0.0, 0.0)
    for day in 0..<count where !totals[day].isNaN {
      let known = exposure > 0 ? volume / exposure : 0
      if day > 27 {
        for (slot, value) in past.day(day).enumerated() {
          let share = hours[weekday(day)][slot] / max(sums[weekday(day)], 1e-9)
          let mean = known * factors[weekday(day)] * share
          excess += (value - mean) * (value - mean) - mean
          squares += mean * mean
        }
      }
      let fade = exp2(-1 / Self.levelHalf)
      volume = fade * volume + totals[day]
      exposure = fade * exposure + factors[weekday(day)]
    }
    let level = exposure > 0 ? volume / exposure : 0
    let dispersion = squares > 0 ? min(4, max(0, excess / squares)) : 0
    return (0..<days * past.slots).map { index in
      let own = weekday(count + index / past.slots)
      let share = hours[own][index % past.slots] / max(sums[own], 1e-9)
      return CountBand.summary(mean: level * factors[own] * share, dispersion: dispersion)
    }
  }
}
