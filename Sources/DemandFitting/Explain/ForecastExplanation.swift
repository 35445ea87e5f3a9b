// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars

/// Why some days ahead will differ from the same weekdays of the last weeks.
///
/// Every day ahead is set against each like day of the last four weeks; what came on that day and what is
/// forecast differ by causes that add up without a rest.
package struct ForecastExplanation: Equatable, Sendable {
  /// The days explained: those asked for, a week at most.
  package let days: DateSpan
  /// Like days of each of them, at most.
  package let weeks: Int
  /// Inquiries that the like days brought on average.
  package let past: Double
  /// Inquiries of ordinary days ahead: the point forecast.
  package let ahead: Double
  /// The 80 % band of their sum, and its mean.
  package let summary: ForecastSummary
  /// Those of the greatest effect first.
  package let causes: [Cause]
  /// Each weekday ahead over the mean day ahead, by the day model, from Monday; without seasons and
  /// events. Empty for less than a week.
  package let weekdays: [(weekday: Weekday, factor: Double)]

  package static let mostWeeks = 4

  /// A cause and what it does to the days explained.
  package struct Cause: Equatable, Sendable {
    package let kind: Kind
    /// Inquiries more (or less, below zero) than on the like days.
    package let inquiries: Double
    /// Days ahead, or like days, on which it acts.
    package let dates: [CivilDate]
  }

  package enum Kind: Hashable, Sendable {
    /// The level has walked since the like days.
    case level
    /// The level changed from one day to the next.
    case shift(CivilDate)
    case trend
    /// The time of year.
    case season
    /// An announced day to come, by its name; its eve and the day after count.
    case event(String)
    /// An announced day that the like days had.
    case pastEvent(String)
    /// A part of how busy the last days were goes on.
    case busyness
    /// Like days were busier or quieter than their level, by chance or by what nobody announced.
    case pastChance
    /// Days far off that nobody announced were among them.
    case pastSurprise
    case closure
    /// Like days were closed.
    case pastClosure
  }

  package static func == (left: Self, right: Self) -> Bool {
    left.days == right.days && left.past == right.past && left.ahead == right.ahead
      && left.causes == right.causes
  }
}
