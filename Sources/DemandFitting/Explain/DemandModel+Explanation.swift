// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Foundation

extension DemandModel {
  /// Why the first days of a forecast, a week at most, differ from the last weeks; nil where none of
  /// them lies after the history, or no like day is known.
  package func explanation(of forecast: Forecast) throws(FitError) -> ForecastExplanation? {
    let places = Array(forecast.days.enumerated()).filter { last.days(to: $0.element) >= 1 }
      .prefix(7)
    guard let first = places.first, let end = places.last,
      let days = DateSpan(first: first.element, last: end.element)
    else { return nil }
    let members = try MemberForecasts(fit, days: last.days(to: end.element))
    var sums = CauseSums()
    var (past, ahead, weeks) = (0.0, 0.0, 0)
    for (place, date) in places {
      let likes = likeDays(of: date)
      guard !likes.isEmpty else { continue }
      weeks = max(weeks, likes.count)
      let own = DayParts(of: date, self, members)
      let slots = place * forecast.slots..<(place + 1) * forecast.slots
      let isShut = slots.allSatisfy { forecast.ordinary[$0] == 0 }
      if !isShut { ahead += exp(own.centre) }
      for like in likes {
        let came = closedDays.contains(like) ? 0 : fit.total(on: like)
        past += came / Double(likes.count)
        sums.add(own, isShut: isShut, like: like, came: came, 1 / Double(likes.count), self)
      }
    }
    guard weeks > 0 else { return nil }
    let range = first.offset * forecast.slots..<(end.offset + 1) * forecast.slots
    return ForecastExplanation(
      days: days, weeks: weeks, past: past, ahead: ahead, summary: forecast.summary(range),
      causes: sums.causes, weekdays: days.count == 7 ? weekdayFactors : [])
  }

  /// The same weekdays of the last weeks of which the count is known, the latest first.
  private func likeDays(of date: CivilDate) -> [CivilDate] {
    var days: [CivilDate] = []
    var like = date
    while days.count < ForecastExplanation.mostWeeks {
      like = like.advanced(by: -7)
      guard like >= first else { break }
      guard like <= last else { continue }
      // Four weeks back, whether all of their days are known or not.
      guard like.days(to: last) < 7 * ForecastExplanation.mostWeeks else { break }
      if fit.record.isScored(first.days(to: like)) || closedDays.contains(like) {
        days.append(like)
      }
    }
    return days
  }

  /// Each weekday over the mean of those that are open.
  private var weekdayFactors: [(weekday: Weekday, factor: Double)] {
    let open = Weekday.allCases.filter { !closedWeekdays.contains($0) }
    let levels = open.map { weekday in
      exp(regression.coefficients[design.weekdayColumn(weekday)])
    }
    let mean = levels.reduce(0, +) / Double(max(1, open.count))
    return zip(open, levels).map { ($0, $1 / mean) }
  }
}

extension DayFit {
  /// What came on a day of the history, or would have by its known part.
  fileprivate func total(on date: CivilDate) -> Double {
    let day = record.first.days(to: date)
    return record.totals[day] / max(record.exposures[day], 1e-9)
  }
}
