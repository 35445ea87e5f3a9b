// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Foundation

/// Weeks in which the level became plainly another one, found before the fit.
///
/// A robust fit that starts from one common level takes the shorter stretch for a row of bad days;
/// it needs a start.
struct LevelShifts {
  struct Shift: Equatable, Sendable {
    /// First day of the new level, counted from the history's first.
    let day: Int
    /// Of the logarithm of the level.
    let change: Double
  }

  /// Shifts by the week, counted from 0, whose step of the level takes them.
  private(set) var byWeek: [Int: Shift] = [:]

  /// Weeks on either side that are compared, and how many of them at least.
  private static let window = 4
  private static let least = 2
  /// Days at the end that have to be at the new level.
  private static let lastDays = 3
  /// Part of the least change that the median day has to show, where it has this many inquiries.
  private static let medianPart = 0.8
  private static let busyDay = 10.0
  /// Ratio by which the nearest weeks of both sides differ.
  private static let ratio = 1.5
  /// The same in deviations of a week's Poisson count.
  private static let deviations = 4.0

  /// - Parameters:
  ///   - totals: Count of the known part of each day.
  ///   - exposures: Share of each day's mean that is known, in [0, 1].
  init(_ design: DayDesign, totals: [Double], exposures: [Double], hasEvent: [Bool]) {
    let factors = Self.weekdayFactors(design, totals, exposures, hasEvent)
    let weights = totals.indices.map { day in
      hasEvent[day] ? 0 : exposures[day] * factors[design.weekday(day).rawValue]
    }
    let rates = Self.weeklyRates(design, totals, weights)
    var latest: Int?
    for week in rates.indices {
      let before = rates[max(0, week - Self.window)..<week].compactMap { $0 }
      let after = rates[(week + 1)...].prefix(Self.window).compactMap { $0 }
      guard before.count >= Self.least, after.count >= Self.least,
        Self.areApart(before, after) || Self.areApart(after, before)
      else { continue }
      // Between two whole weeks both are found.
      if latest != week - 1 {
        let shift = Self.shift(near: week, totals, weights)
        if let shift, Self.lasts(shift, totals, weights),
          Self.isOfMostDays(shift, totals, weights)
        {
          byWeek[week] = shift
        }
      }
      latest = week
    }
  }

  /// Whether the last days are still nearer to the new level, where it is younger than four weeks: what is
  /// over was a stretch of busy days.
  private static func lasts(_ shift: Shift, _ totals: [Double], _ weights: [Double]) -> Bool {
    let young = totals.count - window * DayDesign.daysPerStep
    guard shift.day > young else { return true }
    let days = totals.indices.filter { weights[$0] > 0 }
    func rate(_ days: some Sequence<Int>) -> Double {
      let (count, exposure) = days.reduce((0.5, 0.0)) { ($0.0 + totals[$1], $0.1 + weights[$1]) }
      return log(count / max(exposure, 1e-9))
    }
    let new = rate(days.filter { $0 >= shift.day })
    return abs(rate(days.suffix(lastDays)) - new) < abs(shift.change) / 2
  }

  /// Whether the median day of four weeks on either side changed as well: a few storms lift the mean of
  /// weeks alone. Where days are too few for a median to tell, the means have to do.
  private static func isOfMostDays(
    _ shift: Shift, _ totals: [Double], _ weights: [Double]
  ) -> Bool {
    let reach = window * DayDesign.daysPerStep
    func median(_ days: Range<Int>) -> Double {
      let used = days.clamped(to: 0..<totals.count).filter { weights[$0] > 0 }
      return quantile(used.map { totals[$0] / weights[$0] }.sorted(), 0.5)
    }
    let before = median(shift.day - reach..<shift.day)
    let after = median(shift.day..<shift.day + reach)
    guard max(before, after) >= busyDay, min(before, after) > 0 else { return true }
    return log(after / before) * (shift.change > 0 ? 1 : -1) > medianPart * log(ratio)
  }

  /// The day between two Poisson levels that is likeliest, with as many weeks around as compared.
  private static func shift(near week: Int, _ totals: [Double], _ weights: [Double]) -> Shift? {
    let middle = week * DayDesign.daysPerStep
    let reach = (window + 1) * DayDesign.daysPerStep
    let days = max(0, middle - reach)..<min(totals.count, middle + reach)
    let used = days.filter { weights[$0] > 0 }
    var best: (likelihood: Double, shift: Shift)?
    let nearest = max(1, middle - DayDesign.daysPerStep)
    for day in nearest..<min(totals.count, middle + 2 * DayDesign.daysPerStep) {
      var (counts, exposure) = ([0.0, 0.0], [0.0, 0.0])
      for other in used {
        counts[other < day ? 0 : 1] += totals[other]
        exposure[other < day ? 0 : 1] += weights[other]
      }
      guard counts.allSatisfy({ $0 > 0 }) else { continue }
      let levels = zip(counts, exposure).map { log($0 / $1) }
      let likelihood = counts[0] * levels[0] + counts[1] * levels[1]
      if likelihood > best?.likelihood ?? -.infinity {
        best = (likelihood, Shift(day: day, change: levels[1] - levels[0]))
      }
    }
    return best?.shift
  }

  /// Empty weeks are closures or sparse shops, no level.
  private static func areApart(_ low: [Double], _ high: [Double]) -> Bool {
    guard let least = low.min(), let most = low.max(), let floor = high.min(), least > 0 else {
      return false
    }
    let days = Double(DayDesign.daysPerStep)
    let distance = 2 * ((floor * days).squareRoot() - (most * days).squareRoot())
    return floor > ratio * most && distance > deviations
  }

  /// Mean of each weekday over that of all; all one without any count.
  private static func weekdayFactors(
    _ design: DayDesign, _ totals: [Double], _ exposures: [Double], _ hasEvent: [Bool]
  ) -> [Double] {
    let usable = totals.indices.filter { exposures[$0] > 0 && !hasEvent[$0] }
    var sums = [Double](repeating: 0, count: 7)
    var seen = sums
    for day in usable {
      sums[design.weekday(day).rawValue] += totals[day]
      seen[design.weekday(day).rawValue] += exposures[day]
    }
    let overall = sums.reduce(0, +) / max(seen.reduce(0, +), 1e-9)
    return zip(sums, seen).map { $1 > 0 && overall > 0 ? $0 / $1 / overall : 1 }
  }

  /// Mean count of a day in each week; nil where fewer than two ordinary days are known.
  private static func weeklyRates(
    _ design: DayDesign, _ totals: [Double], _ weights: [Double]
  ) -> [Double?] {
    var counts = [Double](repeating: 0, count: design.steps + 1)
    var seen = counts
    for day in totals.indices where weights[day] > 0 {
      counts[day / DayDesign.daysPerStep] += totals[day]
      seen[day / DayDesign.daysPerStep] += weights[day]
    }
    return zip(counts, seen).map { $1 >= 2 ? $0 / $1 : nil }
  }
}
