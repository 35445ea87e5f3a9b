// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars

extension DayFit {
  /// Deviations beyond which a day is a surprise.
  private static let farOff = 4.0

  /// Days far above or below what the model expects, that no event announces.
  var surprises: [DemandModel.Surprise] {
    (0..<record.count).compactMap { day in
      let mean = regression.fitted[day] * record.exposures[day]
      guard record.exposures[day] > 0.5, mean > 0.5, !record.hasEvent[day] else { return nil }
      let weekday = design.weekday(day)
      let total = record.totals[day]
      let deviation = (regression.spread.variance(on: weekday) + 1 / mean).squareRoot()
      // The steadied residual finds empty days too, whose ratio cannot be far from one.
      let residual = regression.spread.residual(of: total, mean: mean, weekday: weekday)
      guard max(abs(total / mean - 1), abs(residual.value)) > Self.farOff * deviation else {
        return nil
      }
      return DemandModel.Surprise(date: record.date(day), ratio: total / mean)
    }
  }
}
