// SPDX-License-Identifier: GPL-3.0-or-later

/// The small forecasters that a forecast is combined from.
package enum DayMember: Int, CaseIterable, Sendable {
  /// The day model: a level that walks, weekday, season, announced days.
  case regression
  /// The same without a walk: one level and one trend over all of the history.
  case trend
  /// Mean of the last eight like weekdays.
  case likeDays
  /// Exponential smoothing with a damped trend.
  case smoothing
  /// What past days of the kind did, on announced days.
  case analogue
}

/// Logarithms of the means of the days ahead, by each member.
struct MemberForecasts: Sendable {
  /// By day ahead from 1, then by member; nil where the member has nothing to say.
  private(set) var centres: [[Double?]] = []
  /// Nil where it cannot be fitted.
  let trend: TrendRegression?
  let smoothing: DampedSmoothing

  init(_ fit: DayFit, days: Int) throws(FitError) {
    trend = try? TrendRegression(fit)
    let likeDays = LikeDayMean(fit)
    smoothing = DampedSmoothing(fit)
    let analogue = EventAnalogue(fit)
    for ahead in stride(from: 1, through: days, by: 1) {
      let date = fit.record.date(fit.record.count - 1 + ahead)
      let own = fit.centre(ahead: ahead)
      centres.append([
        own, trend?.centre(ahead: ahead), likeDays.centre(ahead: ahead),
        smoothing.centre(ahead: ahead), analogue.centre(on: date, ordinary: own),
      ])
    }
  }
}
