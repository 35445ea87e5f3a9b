// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Foundation
import NumericalMethods
package import Scenarios

extension DemandModel {
  /// The model as a scenario's demand: level after the history's end, season, week, hours, the
  /// announced days to come, and how busy days differ.
  ///
  /// Weekday factors have mean one, so that the daily mean is that of an ordinary week.
  package var seasonalDemand: SeasonalDemand {
    let weekdays = Weekday.allCases.map {
      closedWeekdays.contains($0) ? 0 : weekdayFactors[$0.rawValue]
    }
    let mean = weekdays.reduce(0, +) / 7
    let next = last.advanced(by: 1)
    var demand = SeasonalDemand(
      dailyMean: exp(level(on: next)) * mean * combinedLevel, growthPerYear: growthPerYear ?? 0,
      growthFrom: next,
      monthFactors: monthFactors, weekdayFactors: weekdays.map { $0 / mean },
      dateFactors: comingDates)
    let kinds = DayKinds(profiles.shares.prefix(7).map { $0 }, volumes: weekdays)
    demand.profile = hours(kinds.ordinary)
    if let weekend = kinds.weekend { demand.weekendProfile = hours(weekend) }
    for weekday in kinds.others { demand.weekdayProfiles[weekday] = hours([weekday]) }
    demand.doubt = doubt
    demand.busyness = BusynessFactor(
      shape: 1 / max(dayVariance * widening * widening, 1e-6), correlation: dayCorrelation,
      slotVariance: slotVariance)
    return demand
  }

  /// What the other members make of the day model's level: over four weeks of ordinary days, a week after
  /// the history, where its last days are forgotten.
  private var combinedLevel: Double {
    let ahead = Array(1...35)
    guard let centres = try? centres(ahead) else { return 1 }
    let used = ahead.filter { $0 > 7 && !design.hasEvent(on: last.advanced(by: $0)) }
    guard !used.isEmpty else { return 1 }
    let own = used.reduce(0.0) { $0 + exp(fit.centre(ahead: $1)) }
    return own > 0 ? used.reduce(0.0) { $0 + exp(centres[$1 - 1]) } / own : 1
  }

  /// Factor on the deviation of days: a scenario's busyness has one for both sides.
  private var widening: Double { (calibration.lower + calibration.upper) / 2 }

  /// Growth a year from the level of the last eight weeks against a year before; nil with less
  /// than sixty weeks of history.
  package var growthPerYear: Double? {
    guard design.dayCount >= 420 else { return nil }
    let mean = { (end: Int) in
      (end - 56..<end).reduce(0.0) { $0 + level(on: first.advanced(by: $1)) } / 56
    }
    return exp(mean(design.dayCount) - mean(design.dayCount - 365)) - 1
  }

  /// Factor of each weekday as fitted, Monday first.
  private var weekdayFactors: [Double] {
    let start = 1 + design.steps
    return regression.coefficients[start..<start + 7].map { exp($0) }
  }

  /// Standard error of the logarithm of each weekday's factor, Monday first.
  package var weekdayErrors: [Double] {
    (0..<7).map { errors[1 + design.steps + $0, 1 + design.steps + $0].squareRoot() }
  }

  /// Factors of the months; all one without a fitted season.
  private var monthFactors: [Double] {
    guard design.harmonics > 0 else { return Array(repeating: 1, count: 12) }
    let columns = design.blocks.indices.filter { design.blocks[$0] == .season }
    return (1...12).map { month in
      let middle = CivilDate(unchecked: last.year, month, 15)
      let row = design.row(middle)
      return exp(columns.reduce(0.0) { $0 + row[$1] * regression.coefficients[$1] })
    }
  }

  /// Logarithm of the level, without week, season and events.
  private func level(on date: CivilDate) -> Double {
    let row = date > last ? design.futureRow(date) : design.row(date)
    return (0...design.steps).reduce(0.0) { $0 + row[$1] * regression.coefficients[$1] }
  }

  /// Factors of announced days after the history.
  private var comingDates: [CivilDate: Double] {
    let columns = design.blocks.indices.filter { design.blocks[$0].isEvent }
    var factors: [CivilDate: Double] = [:]
    for date in design.eventDates where date > last {
      let row = design.row(date)
      factors[date] = exp(columns.reduce(0.0) { $0 + row[$1] * regression.coefficients[$1] })
    }
    return factors
  }

  /// Mean shape of some weekdays on 24, 48 or 96 slots.
  private func hours(_ weekdays: [Weekday]) -> [Double] {
    let slots = 86_400 / interval
    let mean = (0..<slots).map { slot in
      weekdays.reduce(0.0) { $0 + profiles.shares[$1.rawValue][slot] } / Double(weekdays.count)
    }
    // Histories per day have no hours of their own.
    guard slots > 1 else { return prior.profile }
    let target = slots <= 24 ? 24 : slots <= 48 ? 48 : 96
    return (0..<target).map { slot in
      let from = Double(slot * slots) / Double(target)
      let to = Double((slot + 1) * slots) / Double(target)
      return (Int(from)..<Int(to.rounded(.up))).reduce(0.0) { sum, own in
        sum + mean[own] * max(0, min(to, Double(own + 1)) - max(from, Double(own)))
      }
    }
  }
}
