// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
import Foundation
import NumericalMethods

/// What a history teaches of a shop's arrivals: level, week, season, events, hours, and noise.
package struct DemandModel: Sendable {
  package let first: CivilDate
  /// Last day of the history, perhaps known in part.
  package let last: CivilDate
  package let interval: Int
  package let prior: ShopPrior
  let design: DayDesign
  let regression: DayRegression
  let profiles: SlotProfiles
  let factor: DayFactorProcess
  /// The day model as the members of the combination lean on it.
  let fit: DayFit
  /// Which forecasters carry the forecast.
  package let combination: Combination
  /// Whether the shop is shut as the history ends, and for how long it has been.
  let closure: RunningClosure
  /// How much wider the bands are than the model alone would draw them.
  private(set) var calibration = Calibration.none
  /// Mean square errors of the day model's coefficients, with busy days in a row allowed for.
  let errors: Matrix
  private let noise: SlotNoise
  /// Known slots of the last day.
  let lastDayKnown: [Bool]
  /// Days with any known slot.
  package let knownDays: Int
  /// Days before the first inquiry, which are no part of the fit.
  package let daysBeforeLaunch: Int
  /// Days far above or below what the model expects, that no event announces.
  package let surprises: [Surprise]
  /// Days of the history on which the shop was shut, of which nothing is learned.
  let closedDays: Set<CivilDate>
  /// Weekdays of which the history has no row though it has the others': the shop is closed.
  package let closedWeekdays: Set<Weekday>

  package struct Surprise: Equatable, Sendable {
    package let date: CivilDate
    /// Count over expectation.
    package let ratio: Double
  }

  /// Variance of the gamma day factor, less what weekly level steps explain.
  package var dayVariance: Double { regression.spread.variance }
  /// Autocorrelation of the day factor from one day to the next.
  package var dayCorrelation: Double { factor.correlation }
  /// Variance of a slot's own factor.
  package var slotVariance: Double { noise.overall }
  /// The same of each slot of the day.
  var slotVariances: [Double] { noise.bySlot }

  /// Days that a model is fitted to, as many as a simulation may have: ten years. The work grows with
  /// their cube.
  static let mostDays = 3660

  /// Fits the model.
  ///
  /// - Parameters:
  ///   - events: Announced days, of the past and of the future alike.
  ///   - prior: What is believed where data are few.
  /// - Throws: `.noData`, `.tooManyDays`, `.allZero` or `.notSolvable`.
  package init(
    _ history: CountSeries, events: [CalendarEvent] = [], prior: ShopPrior = .unknown
  ) throws(FitError) {
    let recorded = history.sinceLaunch
    guard recorded.dayCount <= Self.mostDays else {
      throw .tooManyDays(found: recorded.dayCount, allowed: Self.mostDays)
    }
    let last = recorded.first.advanced(by: max(0, recorded.dayCount - 1))
    var design = DayDesign(
      first: recorded.first, dayCount: recorded.dayCount, events: events, prior: prior)
    let days = recorded.days
    let hasEvent = days.map(design.hasEvent)
    let closed = ClosedDays(recorded, isOrdinary: hasEvent.map { !$0 })
    let series = recorded.without(closed.places)
    let known = (0..<series.dayCount).map { day in series.day(day).map { !$0.isNaN } }
    let totals = (0..<series.dayCount).map { day in
      series.day(day).reduce(0.0) { $0 + ($1.isNaN ? 0 : $1) }
    }
    // First guess of the hours, by which days known in part get their exposure.
    var shares = Self.meanShares(series, prior: prior)
    var exposures = known.map { zip($0, shares).reduce(0.0) { $0 + ($1.0 ? $1.1 : 0) } }
    design.shifts =
      LevelShifts(design, totals: totals, exposures: exposures, hasEvent: hasEvent).byWeek
    let rows = days.map(design.row)
    var regression = try DayRegression(
      design: design, rows: rows, totals: totals, exposures: exposures, prior: prior)
    var profiles = SlotProfiles(
      series, levels: regression.fitted, weights: regression.robustness, hasEvent: hasEvent,
      prior: prior, slotVariance: prior.slotVariance)
    let noise = SlotNoise(series, profiles, hasEvent: hasEvent, prior: prior)
    profiles = SlotProfiles(
      series, levels: regression.fitted, weights: regression.robustness, hasEvent: hasEvent,
      prior: prior, slotVariance: noise.overall)
    if known.contains(where: { $0.contains(false) && $0.contains(true) }) {
      for day in exposures.indices {
        shares = profiles.shares(on: days[day], hasEvent: hasEvent[day])
        exposures[day] = zip(known[day], shares).reduce(0.0) { $0 + ($1.0 ? $1.1 : 0) }
      }
      regression = try DayRegression(
        design: design, rows: rows, totals: totals, exposures: exposures, prior: prior)
    }
    let record = DayRecord(
      first: series.first, totals: totals, exposures: exposures, hasEvent: hasEvent,
      events: events, prior: prior)
    let residuals = DayResiduals(
      record, design, regression, slotNoise: noise.overall / Double(series.slots))
    let factor = DayFactorProcess(
      scores: residuals.scores, noise: residuals.chances, prior: prior)
    first = series.first
    daysBeforeLaunch = history.dayCount - series.dayCount
    self.last = last
    interval = series.interval
    self.prior = prior
    self.design = design
    self.regression = regression
    self.profiles = profiles
    self.noise = noise
    self.factor = factor
    fit = DayFit(record: record, design: design, regression: regression, factor: factor)
    combination = try Combination(record)
    errors = regression.errors(
      correlation: factor.correlation, design: design, rows: rows, exposures: exposures)
    lastDayKnown = known.last ?? []
    knownDays = known.count { $0.contains(true) }
    closedWeekdays = Self.closedWeekdays(days, isKnown: known.map { $0.contains(true) })
      .union(closed.weekdays)
    closedDays = Set(closed.places.map { days[$0] })
    let shut = closedWeekdays
    let empty = closed.places.map { days[$0] }.filter { !shut.contains($0.weekday) }
    closure = RunningClosure(
      isEmpty: days.indices.map(closed.places.contains),
      isSkipped: days.map { shut.contains($0.weekday) })
    surprises = (fit.surprises + empty.map { Surprise(date: $0, ratio: 0) })
      .sorted { $0.date < $1.date }
    calibration = Calibration(
      combination, record,
      Calibration.Model(
        covariance: ahead(1...Combination.horizon), law: regression.law, factor: factor,
        variance: regression.spread.variance))
  }

  /// Whether nobody is expected on the date, as its weekday is closed and no event opens it.
  func isClosed(on date: CivilDate) -> Bool {
    closedWeekdays.contains(date.weekday) && !design.hasEvent(on: date)
  }

  /// Weekdays without a row in at least four weeks, beside others that have nearly all of theirs.
  private static func closedWeekdays(_ days: [CivilDate], isKnown: [Bool]) -> Set<Weekday> {
    let places = Dictionary(grouping: days.indices) { days[$0].weekday }
    let shares = places.mapValues { own in
      own.count >= 4 ? Double(own.count { isKnown[$0] }) / Double(own.count) : 1
    }
    let open = shares.values.filter { $0 > 0 }
    guard !open.isEmpty, open.allSatisfy({ $0 >= 0.8 }) else { return [] }
    return Set(shares.filter { $0.value == 0 }.keys)
  }

  /// Shares of the day's slots over all days, with the prior where slots are never known.
  private static func meanShares(_ series: CountSeries, prior: ShopPrior) -> [Double] {
    var sums = [Double](repeating: 0, count: series.slots)
    var seen = sums
    for (index, value) in series.values.enumerated() where !value.isNaN {
      sums[index % series.slots] += value
      seen[index % series.slots] += 1
    }
    let guess = SlotProfiles.onSlots(prior.profile, series.slots)
    let means = zip(sums, seen).map { $1 > 0 ? $0 / $1 : .nan }
    let knownMean = means.reduce(0.0) { $0 + ($1.isNaN ? 0 : $1) }
    let knownGuess = zip(means, guess).reduce(0.0) { $0 + ($1.0.isNaN ? 0 : $1.1) }
    let scale = knownGuess > 0 ? knownMean / knownGuess : 1
    return SlotProfiles.normalised(
      zip(means, guess).map { $0.isNaN ? $1 * scale : $0 + 1e-9 })
  }
}
