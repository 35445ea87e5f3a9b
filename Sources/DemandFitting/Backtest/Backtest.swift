// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars

/// Forecasts from rolling origins against what came, beside the simple rules a planner would use.
package struct Backtest: Sendable {
  package struct Settings: Sendable {
    /// Days of history before the first origin.
    package var firstOrigin = 63
    /// Days between origins.
    package var step = 7
    /// Days ahead that are scored, each on its own.
    package var horizons = [7, 28]
    package var paths = 1000
    package var seed: UInt64 = 1

    package init() {}

    /// The standard settings, with an earlier origin and shorter horizons for a short history.
    package static func fitting(days: Int) -> Settings {
      var settings = Settings()
      if days < settings.firstOrigin + 28 {
        settings.firstOrigin = max(14, min(settings.firstOrigin, days - 28))
        settings.step = 3
        settings.horizons = days >= settings.firstOrigin + 28 ? [7, 28] : [7]
      }
      return settings
    }
  }

  /// Scores of one horizon, pooled over origins.
  package struct Result: Sendable {
    package let horizon: Int
    package let origins: Int
    package let model: Score
    /// Mean, and quantiles, of the last eight same weekdays.
    package let eightWeeks: Score
    /// The same slot a week before.
    package let seasonalNaive: Score

    /// The better naive forecast by a measure, where the model is no better than it.
    package func naiveWinner(by measure: (Score) -> Double) -> Naive? {
      let best =
        measure(seasonalNaive) < measure(eightWeeks)
        ? (Naive.weekBefore, seasonalNaive) : (.eightWeeks, eightWeeks)
      return measure(best.1) <= measure(model) ? best.0 : nil
    }

    /// Whether a naive forecast is as good by WAPE or by pinball loss.
    package var naiveWins: Bool {
      naiveWinner { $0.wape } != nil || naiveWinner { $0.pinballLoss } != nil
    }
  }

  /// The rules of thumb beside which a model has to stand.
  package enum Naive: Equatable, Sendable {
    case eightWeeks, weekBefore
  }

  package let results: [Result]

  /// - Throws: `.tooFewDays` unless one origin with its shortest horizon fits in, `.tooManyDays`.
  package init(
    _ series: CountSeries, events: [CalendarEvent] = [], prior: ShopPrior = .unknown,
    settings: Settings = Settings()
  ) throws(FitError) {
    let shortest = settings.horizons.min() ?? 7
    let longest = settings.horizons.max() ?? 28
    guard series.dayCount >= settings.firstOrigin + shortest, settings.step > 0 else {
      throw .tooFewDays(found: series.dayCount, needed: settings.firstOrigin + shortest)
    }
    guard series.dayCount <= DemandModel.mostDays else {
      throw .tooManyDays(found: series.dayCount, allowed: DemandModel.mostDays)
    }
    var scores = settings.horizons.map { _ in (Score(), Score(), Score(), 0) }
    var origin = settings.firstOrigin
    while origin + shortest <= series.dayCount {
      let date = series.first.advanced(by: origin)
      let past = series.before(date.dayNumber * 86_400)
      let model = try DemandModel(past, events: events, prior: prior)
      let length = min(longest, series.dayCount - origin)
      guard let days = DateSpan(first: date, last: date.advanced(by: length - 1)) else { break }
      let forecast = try model.forecast(days, paths: settings.paths, seed: settings.seed)
      let slots = series.slots
      for (place, horizon) in settings.horizons.enumerated() where horizon <= length {
        scores[place].3 += 1
        for day in 0..<horizon {
          for slot in 0..<slots {
            let index = day * slots + slot
            let actual = series.values[origin * slots + index]
            let history = Self.sameWeekdays(past, origin: origin, day: day, slot: slot)
            if actual.isNaN || history.isEmpty { continue }
            scores[place].0.add(actual, forecast.summary(index..<index + 1))
            scores[place].1.add(actual, Self.summary(history))
            scores[place].2.add(actual, point: history[0])
          }
          let actual = series.day(origin + day).reduce(0, +)
          guard !actual.isNaN else { continue }
          scores[place].0.addTotal(
            actual, forecast.summary(day * slots..<(day + 1) * slots))
          let totals = Self.sameWeekdayTotals(past, origin: origin, day: day)
          if !totals.isEmpty { scores[place].1.addTotal(actual, Self.summary(totals)) }
        }
      }
      origin += settings.step
    }
    results = zip(settings.horizons, scores).map { horizon, score in
      Result(
        horizon: horizon, origins: score.3, model: score.0, eightWeeks: score.1,
        seasonalNaive: score.2)
    }
  }

  /// Up to eight values of the slot on the last same weekdays before the origin, latest first.
  private static func sameWeekdays(
    _ past: CountSeries, origin: Int, day: Int, slot: Int
  ) -> [Double] {
    var values: [Double] = []
    var index = origin + day
    while index >= origin { index -= 7 }
    while index >= 0, values.count < 8 {
      let value = past.values[index * past.slots + slot]
      if !value.isNaN { values.append(value) }
      index -= 7
    }
    return values
  }

  private static func sameWeekdayTotals(_ past: CountSeries, origin: Int, day: Int) -> [Double] {
    var values: [Double] = []
    var index = origin + day
    while index >= origin { index -= 7 }
    while index >= 0, values.count < 8 {
      let total = past.day(index).reduce(0, +)
      if !total.isNaN { values.append(total) }
      index -= 7
    }
    return values
  }

  private static func summary(_ values: [Double]) -> ForecastSummary {
    let sorted = values.sorted()
    let mean = values.reduce(0, +) / Double(values.count)
    return ForecastSummary(
      mean: mean, p10: quantile(sorted, 0.1), p50: quantile(sorted, 0.5),
      p90: quantile(sorted, 0.9), ordinary: mean)
  }
}

/// Errors of forecasts, pooled over slots; totals of days apart.
package struct Score: Sendable {
  private var absolute = 0.0
  private var volume = 0.0
  private var pinball = 0.0
  private var scored = 0.0
  private var inside = 0.0
  private var banded = 0.0
  private var insideDaily = 0.0
  private var days = 0.0

  /// Sum of |actual − ordinary| over the sum of actual counts: a mean, which storms lift, is no point
  /// forecast by this measure.
  package var wape: Double { volume > 0 ? absolute / volume : .nan }
  /// Mean pinball loss of the 10, 50 and 90 % quantiles.
  package var pinballLoss: Double { scored > 0 ? pinball / (3 * scored) : .nan }
  /// Share of counts inside the 80 % band, of slots in which at least five are ordinary.
  package var coverage: Double { banded > 0 ? inside / banded : .nan }
  /// The same of totals of days.
  package var dailyCoverage: Double { days > 0 ? insideDaily / days : .nan }

  mutating func add(_ actual: Double, _ forecast: ForecastSummary) {
    absolute += abs(actual - forecast.ordinary)
    volume += actual
    scored += 1
    for (p, q) in [(0.1, forecast.p10), (0.5, forecast.p50), (0.9, forecast.p90)] {
      pinball += max(p * (actual - q), (p - 1) * (actual - q))
    }
    if forecast.ordinary >= 5 {
      banded += 1
      if forecast.p10 <= actual, actual <= forecast.p90 { inside += 1 }
    }
  }

  mutating func add(_ actual: Double, point: Double) {
    add(actual, ForecastSummary(mean: point, p10: point, p50: point, p90: point, ordinary: point))
  }

  mutating func addTotal(_ actual: Double, _ forecast: ForecastSummary) {
    days += 1
    if forecast.p10 <= actual, actual <= forecast.p90 { insideDaily += 1 }
  }
}
