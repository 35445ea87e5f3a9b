// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars

/// How a fitted model meets the history it was learned from: what pictures of a fit are drawn from.
///
/// Everything is within the sample; how well the model forecasts is measured by a `Backtest`.
package struct FitDiagnostics: Sendable {
  /// Length of an interval in seconds.
  package let interval: Int
  /// Every day from the first to the last, known or not.
  package let days: [Day]
  /// Level shifts, by the day from which the level is another one.
  package let shifts: [(date: CivilDate, ratio: Double)]
  /// The mean of each slot on Monday to Sunday and on announced days, slot after slot.
  package let week: [WeekSlot]
  /// The whole week without announced days whose volume strays from the fit as a median week does.
  package let example: [ExampleSlot]
  package let autocorrelation: [Lag]
  package let dispersion: Dispersion
  package let calibration: Calibration
  package let weekdays: [Effect]
  package let events: [Effect]

  package struct Day: Equatable, Sendable {
    package let date: CivilDate
    /// Part of the day's mean that lies in known slots, in [0, 1].
    package let known: Double
    /// Of the known slots; nil where none is.
    package let count: Double?
    /// Fitted to the known slots, without the day's own busyness; 10 % and 90 % points around it.
    package let mean: Double
    package let low: Double
    package let high: Double
    /// Distance to the mean in standard deviations, on a scale that steadies the variance; nil for
    /// days that are nearly unknown or nearly empty.
    package let residual: Double?
    package let events: [String]
    package let isSurprise: Bool
  }

  package struct WeekSlot: Equatable, Sendable {
    /// Nil on announced days.
    package let weekday: Weekday?
    package let slot: Int
    /// Means over the days known; NaN without one.
    package let observed: Double
    package let fitted: Double
    package let days: Int
  }

  package struct ExampleSlot: Equatable, Sendable {
    package let date: CivilDate
    package let slot: Int
    package let count: Double
    package let mean: Double
    package let low: Double
    package let high: Double
  }

  package struct Lag: Equatable, Sendable {
    package let days: Int
    package let observed: Double
    /// What the fitted day factor and chance let expect.
    package let expected: Double
    /// Half-width of the 95 % band of days that know nothing of each other.
    package let limit: Double
  }

  package struct Dispersion: Equatable, Sendable {
    /// Intervals of similar mean on ordinary days, by mean.
    package let bins: [Bin]

    package struct Bin: Equatable, Sendable {
      package let mean: Double
      /// Mean squared distance of counts to their fitted means.
      package let variance: Double
      /// The fitted factors' mean variance over the same intervals.
      package let expected: Double
      package let intervals: Int
    }
  }

  /// Shares of counts in ten equal parts of their predictive laws; each 0.1 if the laws are right
  /// (Czado, Gneiting, Held 2009, for counts).
  package struct Calibration: Equatable, Sendable {
    package let days: [Double]
    /// Of intervals with a mean of a half or more; the days' where a day is one interval.
    package let intervals: [Double]
    package let dayCount: Int
    package let intervalCount: Int
  }

  /// A factor of the day's mean with its 95 % interval.
  package struct Effect: Equatable, Sendable {
    package enum Subject: Equatable, Sendable {
      case weekday(Weekday)
      case kind(String, Occasion)
      case name(String)
    }

    package enum Occasion: String, CaseIterable, Sendable {
      case workday, weekend, eve
      case dayAfter = "day_after"
    }

    package let subject: Subject
    package let ratio: Double
    package let lower: Double
    package let upper: Double
    /// Days of the history behind it; with none it is the prior's.
    package let days: Int
    /// Median over the days of count ÷ the fit without the effect; nil without a day.
    package let observed: Double?
  }

  /// - Parameter series: The counts that the model was fitted to.
  package init(_ model: DemandModel, _ series: CountSeries) {
    let table = FitTable(model, series)
    interval = series.interval
    days = table.days
    shifts = model.remarks.compactMap {
      if case .levelShift(let from, let ratio, _) = $0 { (from, ratio) } else { nil }
    }
    week = table.week
    example = table.example
    autocorrelation = table.autocorrelation
    dispersion = table.dispersion
    calibration = table.calibration
    weekdays = table.weekdays
    events = table.events
  }
}
