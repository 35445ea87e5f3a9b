// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Foundation

/// The day model fitted to the days before an origin: what every member of the combination leans on.
struct DayFit: Sendable {
  let record: DayRecord
  let design: DayDesign
  let regression: DayRegression
  let factor: DayFactorProcess

  /// - Parameter rounds: Steps of the regression at most.
  init(_ record: DayRecord, rounds: Int) throws(FitError) {
    var design = DayDesign(
      first: record.first, dayCount: record.count, events: record.events, prior: record.prior)
    design.shifts =
      LevelShifts(
        design, totals: record.totals, exposures: record.exposures, hasEvent: record.hasEvent
      ).byWeek
    let rows = (0..<record.count).map { design.row(record.date($0)) }
    let regression = try DayRegression(
      design: design, rows: rows, totals: record.totals, exposures: record.exposures,
      prior: record.prior, rounds: rounds)
    let residuals = DayResiduals(record, design, regression, slotNoise: 0)
    self.init(
      record: record, design: design, regression: regression,
      factor: DayFactorProcess(
        scores: residuals.scores, noise: residuals.chances, prior: record.prior))
  }

  init(
    record: DayRecord, design: DayDesign, regression: DayRegression, factor: DayFactorProcess
  ) {
    self.record = record
    self.design = design
    self.regression = regression
    self.factor = factor
  }

  /// Logarithm of the mean of an ordinary day, `ahead` ≥ 1 days after the last one, by the day model.
  func centre(ahead: Int) -> Double {
    let date = record.date(record.count - 1 + ahead)
    let trend = min(30, dot(design.futureRow(date), regression.coefficients))
    return trend + carried(ahead: ahead)
  }

  /// What the last days' busyness adds to the logarithm of a day to come.
  func carried(ahead: Int, by law: DayLaw? = nil) -> Double {
    let weekday = record.date(record.count - 1 + ahead).weekday
    let own = law ?? regression.law
    let law = { own.value(score: $0, on: weekday) }
    return law(factor.mean(ahead: ahead)) - law(0)
  }

  /// Logarithm of what announced days do on a date.
  func eventEffect(on date: CivilDate) -> Double { effect(on: date) { $0.isEvent } }

  /// Logarithm of what the time of year and announced days do on a date.
  func seasonalEffect(on date: CivilDate) -> Double {
    effect(on: date) { $0.isEvent || $0 == .season }
  }

  /// Logarithm of all that the calendar says of a date: weekday, season and events.
  func calendarEffect(on date: CivilDate) -> Double {
    effect(on: date) { $0 != .intercept && $0 != .level }
  }

  private func effect(on date: CivilDate, _ holds: (DayDesign.Block) -> Bool) -> Double {
    design.effect(on: date, regression.coefficients, holds)
  }
}

/// How each day of a fit stands to its mean, as the score that the day's law gives it.
struct DayResiduals {
  /// Nil where the day is unknown or nearly empty.
  private(set) var scores: [Double?] = []
  /// Variance of each score around the day's factor.
  private(set) var chances: [Double] = []

  /// - Parameter slotNoise: Variance that a slot's own factor gives a whole day, of days known in part.
  init(_ record: DayRecord, _ design: DayDesign, _ regression: DayRegression, slotNoise: Double) {
    for day in 0..<record.count {
      let mean = regression.fitted[day] * record.exposures[day]
      let usable = record.exposures[day] > 0.01 && mean > 0.5
      let weekday = design.weekday(day)
      let residual = regression.spread.residual(
        of: record.totals[day], mean: max(mean, 0.5), weekday: weekday)
      scores.append(usable ? regression.law.score(of: residual.value, on: weekday) : nil)
      // Where the known part of a day is small, Poisson noise hides the day's level.
      let part = max(record.exposures[day], 0.01)
      let chance = 1 / max(mean, 0.5) + slotNoise * (1 / part - 0.9) * 4
      chances.append(chance / regression.spread.variance(on: weekday))
    }
  }
}
