// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Foundation

/// A history beside the model's expectation of every slot.
struct FitTable {
  let model: DemandModel
  let series: CountSeries
  let dates: [CivilDate]
  let hasEvent: [Bool]
  /// Shares of each day's slots.
  let shares: [[Double]]
  let days: [FitDiagnostics.Day]
  /// Predictive laws of day totals by weekday.
  private let dayLaws: [CountMixture]

  init(_ model: DemandModel, _ history: CountSeries) {
    // The days that the model was fitted to.
    let series = history.sinceLaunch
    self.model = model
    self.series = series
    let dates = series.days
    self.dates = dates
    let hasEvent = dates.map(model.design.hasEvent)
    self.hasEvent = hasEvent
    let shares = dates.indices.map { model.profiles.shares(on: dates[$0], hasEvent: hasEvent[$0]) }
    self.shares = shares
    let dayLaws = Weekday.allCases.map { weekday in
      // The slots' own noise of a whole day, as far as its slots do not even it out.
      let mean = model.profiles.shares[weekday.rawValue]
      let variance = zip(mean, model.slotVariances).reduce(0.0) { $0 + $1.0 * $1.0 * $1.1 }
      return CountMixture(model.regression.law, weekday: weekday, slotVariance: variance)
    }
    self.dayLaws = dayLaws
    let surprises = Set(model.surprises.map(\.date))
    days = dates.indices.map { day in
      let values = series.day(day)
      let known = zip(values, shares[day]).reduce(0.0) { $0 + ($1.0.isNaN ? 0 : $1.1) }
      let isKnown = values.contains { !$0.isNaN }
      let count = values.reduce(0.0) { $0 + ($1.isNaN ? 0 : $1) }
      let mean = model.regression.fitted[day] * known
      let law = dayLaws[dates[day].weekday.rawValue]
      return FitDiagnostics.Day(
        date: dates[day], known: isKnown ? min(1, known) : 0, count: isKnown ? count : nil,
        mean: mean, low: law.quantile(0.1, mean: mean), high: law.quantile(0.9, mean: mean),
        residual: isKnown && known > 0.25 && mean >= 2
          ? Self.residual(of: count, mean: mean, on: dates[day].weekday, model) : nil,
        events: model.design.events(on: dates[day]).map(\.name),
        isSurprise: surprises.contains(dates[day]))
    }
  }

  private static func residual(
    of count: Double, mean: Double, on weekday: Weekday, _ model: DemandModel
  ) -> Double {
    let spread = model.regression.spread
    let residual = spread.residual(of: count, mean: mean, weekday: weekday)
    return residual.value / (spread.variance(on: weekday) + residual.poisson).squareRoot()
  }

  func law(ofDayOn weekday: Weekday) -> CountMixture { dayLaws[weekday.rawValue] }

  /// The predictive law of each slot on a weekday.
  func slotLaws(on weekday: Weekday) -> [CountMixture] {
    model.slotVariances.map {
      CountMixture(model.regression.law, weekday: weekday, slotVariance: $0)
    }
  }

  /// Fitted mean of a slot.
  func mean(_ day: Int, _ slot: Int) -> Double {
    model.regression.fitted[day] * shares[day][slot]
  }

  /// Whether no event lies on a day and it is not far off.
  func isOrdinary(_ day: Int) -> Bool { !hasEvent[day] && !isFar(day) }

  /// Whether a day would drown what ordinary days have to say.
  func isFar(_ day: Int) -> Bool {
    days[day].isSurprise || abs(days[day].residual ?? 0) > Self.farResidual
  }

  private static let farResidual = 3.0

  /// Storms would drown the memory of ordinary days.
  private static let residualLimit = 4.0
  private static let mostLags = 28

  var autocorrelation: [FitDiagnostics.Lag] {
    let residuals = days.map { day in
      day.residual.map { max(-Self.residualLimit, min(Self.residualLimit, $0)) }
    }
    let known = residuals.compactMap(\.self)
    guard known.count >= 12 else { return [] }
    let mean = known.reduce(0, +) / Double(known.count)
    let square = known.reduce(0.0) { $0 + ($1 - mean) * ($1 - mean) } / Double(known.count)
    guard square > 0 else { return [] }
    // Of a residual's variance only the day factor's part is remembered.
    let parts = days.compactMap { day -> Double? in
      guard day.residual != nil else { return nil }
      let own = model.regression.spread.variance(on: day.date.weekday)
      return own / (own + 1 / day.mean)
    }
    let part = parts.reduce(0, +) / Double(parts.count)
    return (1...min(Self.mostLags, known.count / 3)).compactMap { lag in
      var (sum, pairs) = (0.0, 0.0)
      for day in lag..<days.count {
        guard let now = residuals[day], let before = residuals[day - lag] else { continue }
        sum += (now - mean) * (before - mean)
        pairs += 1
      }
      guard pairs >= 8 else { return nil }
      return FitDiagnostics.Lag(
        days: lag, observed: sum / pairs / square,
        expected: part * pow(model.dayCorrelation, Double(lag)), limit: 1.96 / pairs.squareRoot())
    }
  }
}
