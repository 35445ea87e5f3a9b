// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Foundation

/// Negative-binomial regression on weekday, announced days, yearly waves and one trend: steady where
/// the day model's level walks.
struct TrendRegression: Sendable {
  private let design: DayDesign
  private let regression: DayRegression

  private let last: CivilDate

  private static let rounds = 12
  /// A day's part of the trend that is left on the next.
  private static let damping = 0.99

  init(_ fit: DayFit) throws(FitError) {
    let record = fit.record
    let design = DayDesign(
      first: record.first, dayCount: record.count, events: record.events, prior: record.prior,
      hasTrend: true)
    self.design = design
    last = record.date(record.count - 1)
    // As if all days had been at the level of today.
    let exposures = record.exposures.enumerated().map { day, exposure in
      fit.design.shifts.reduce(exposure) { exposure, entry in
        let change = fit.regression.coefficients[1 + entry.key]
        return day < entry.value.day ? exposure * exp(-change) : exposure
      }
    }
    regression = try DayRegression(
      design: design, rows: (0..<record.count).map { design.row(record.date($0)) },
      totals: record.totals, exposures: exposures, prior: record.prior,
      rounds: Self.rounds)
  }

  /// - Parameter ahead: Days after the last one; the trend dies away with them.
  func centre(ahead: Int) -> Double {
    let date = last.advanced(by: ahead)
    var row = design.row(date)
    row[1] -= (Double(ahead) - reach(ahead)) / 365
    return min(30, dot(row, regression.coefficients))
  }

  /// Days' worth of the trend, some days ahead.
  private func reach(_ ahead: Int) -> Double {
    Self.damping * (1 - pow(Self.damping, Double(ahead))) / (1 - Self.damping)
  }

  /// What the trend adds to the logarithm of the mean from a day of the history to one ahead.
  func trend(from day: CivilDate, ahead: Int) -> Double {
    regression.coefficients[1] * (Double(day.days(to: last)) + reach(ahead)) / 365
  }

  /// Logarithm of what some parts of the calendar do on a date.
  func effect(on date: CivilDate, _ holds: (DayDesign.Block) -> Bool) -> Double {
    design.effect(on: date, regression.coefficients, holds)
  }
}
