// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Foundation
import NumericalMethods
package import Scenarios

extension DemandModel {
  /// Days over which the doubt about level and growth is laid out: a year.
  private static let reach = 364

  /// What the history leaves open of the demand to come, as a scenario draws it.
  package var doubt: DemandDoubt {
    let path = levelDoubt
    return DemandDoubt(
      level: path.level, growth: path.growth, profile: profileDoubt, promotions: eventDoubt,
      surprises: surpriseDays)
  }

  /// Deviations of level and growth a year whose straight line is nearest to what is not known of
  /// the logarithm of ordinary days over the coming year: the variance of the least squares line
  /// through a path of that covariance.
  private var levelDoubt: (level: Double, growth: Double) {
    let dates = stride(from: 1, through: Self.reach, by: 7).map { last.advanced(by: $0) }
    let covariance = ordinaryCovariance(dates)
    let years = dates.map { Double(last.days(to: $0)) / 365 }
    let count = Double(years.count)
    let mean = years.reduce(0, +) / count
    let spread = years.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let slope = years.map { ($0 - mean) / spread }
    let start = slope.map { 1 / count - mean * $0 }
    func variance(_ weights: [Double]) -> Double {
      dot(weights, covariance.times(weights))
    }
    return (variance(start).squareRoot(), variance(slope).squareRoot())
  }

  /// Of the logarithm of an hour's weight, as a root of the mean over inquiries: chance of the counts
  /// that it was learned from, and of its slots' own factors.
  private var profileDoubt: Double {
    guard interval < 86_400 else { return Self.assumedProfileDoubt }
    let slots = 86_400 / interval
    let perDay = regression.fitted.reduce(0, +) / Double(max(1, regression.fitted.count))
    let days = Double(max(1, knownDays))
    let share = profiles.shares[0..<7].reduce(into: [Double](repeating: 0, count: slots)) {
      sums, own in
      for slot in sums.indices { sums[slot] += own[slot] / 7 }
    }
    let perHour = max(1, 3600 / interval)
    let hours = stride(from: 0, to: slots, by: perHour).map { first in
      share[first..<min(slots, first + perHour)].reduce(0, +)
    }
    let variance = hours.filter { $0 > 0 }.reduce(0.0) { sum, weight in
      sum + weight * (1 / max(1, weight * perDay * days) + slotVariance / Double(perHour) / days)
    }
    return variance.squareRoot()
  }

  /// Where a history has no hours and a belief stands in for them.
  private static let assumedProfileDoubt = 0.2

  /// Of the logarithm of the volume of announced days to come, as a root of their mean: what is not
  /// known of their kind, and how occasions of one kind differ. Zero where none is announced.
  private var eventDoubt: Double {
    let dates = design.eventDates.filter { $0 > last }
    guard !dates.isEmpty else { return 0 }
    let columns = design.blocks.indices.filter { design.blocks[$0].isEvent }
    let occasion = regression.blockVariance[.eventName] ?? 0
    let variances = dates.map { date -> Double in
      let row = design.row(date)
      var own = [Double](repeating: 0, count: row.count)
      for column in columns { own[column] = row[column] }
      return dot(own, errors.times(own)) + occasion
    }
    return (variances.reduce(0, +) / Double(variances.count)).squareRoot()
  }

  /// Busy days that nothing announced, at the rate and size at which they came; nil with fewer than
  /// three of them. Quiet ones are left out: nobody has to be staffed for them.
  private var surpriseDays: SurpriseDays? {
    let busy = surprises.filter { $0.ratio > 1 }
    guard busy.count >= 3, knownDays > 0 else { return nil }
    var runs = 0
    for (place, day) in busy.enumerated()
    where place == 0 || busy[place - 1].date.days(to: day.date) > 1 {
      runs += 1
    }
    let logs = busy.map { log($0.ratio) }
    let mean = logs.reduce(0, +) / Double(logs.count)
    let variance =
      logs.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, logs.count - 1))
    return SurpriseDays(
      perYear: Double(runs) / Double(knownDays) * 365,
      factor: busy.reduce(0) { $0 + $1.ratio } / Double(busy.count),
      spread: variance.squareRoot(), length: Double(busy.count) / Double(runs))
  }
}
