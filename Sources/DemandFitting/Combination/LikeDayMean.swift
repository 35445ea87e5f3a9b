// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Foundation

/// Mean of the last eight like weekdays, without what season and announced days did; days far off count
/// less, and those before the level changed not at all.
struct LikeDayMean: Sendable {
  private let fit: DayFit
  private let means: [Double?]

  private static let weeks = 8
  private static let least = 2

  init(_ fit: DayFit) {
    self.fit = fit
    let record = fit.record
    let since = fit.design.shifts.values.map(\.day).max() ?? 0
    means = (1...7).map { ahead in
      var (volume, exposure, seen) = (0.0, 0.0, 0)
      var day = record.count - 1 + ahead - 7
      while day >= since, seen < Self.weeks {
        if record.isScored(day) {
          let weight = fit.regression.robustness[day]
          volume += weight * record.totals[day]
          exposure += weight * record.exposures[day] * exp(fit.seasonalEffect(on: record.date(day)))
          seen += 1
        }
        day -= 7
      }
      return seen >= Self.least && exposure > 0 ? (volume + 0.1) / exposure : nil
    }
  }

  func centre(ahead: Int) -> Double? {
    let date = fit.record.date(fit.record.count - 1 + ahead)
    return means[(ahead - 1) % 7].map { log($0) + fit.seasonalEffect(on: date) }
  }
}
