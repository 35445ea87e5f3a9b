// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
import Foundation
import NumericalMethods

extension DemandModel {
  /// Samples future counts from the full predictive distribution: the doubt about coefficients, the
  /// level's further walk, the day factor given the last days, slot factors, and Poisson noise.
  ///
  /// - Parameters:
  ///   - days: From the history's last day on (its known hours are sampled as well).
  ///   - paths: Sample paths, at least 20; by default as many as memory allows, up to 2000.
  /// - Complexity: O(days × slots × paths + days³).
  package func forecast(
    _ days: DateSpan, paths: Int? = nil, seed: UInt64 = 1
  ) throws(FitError) -> Forecast {
    guard days.first >= last else { throw .futureBeforeHistory }
    let paths = max(20, paths ?? Self.paths(days: days.count, slots: 86_400 / interval))
    let dates = Array(days)
    let rows = dates.map(design.futureRow)
    let ahead = dates.map { last.days(to: $0) }
    let law = regression.law.scaled(lower: calibration.lower, upper: calibration.upper)
    let covariance = predictorCovariance(dates, rows, ahead)
    guard let factor = try? CholeskyFactor(covariance) else { throw .notSolvable }
    let lower = factor.lower
    let centre = try centres(ahead)
    let trend = zip(centre, ahead).map { $0 - fit.carried(ahead: $1, by: law) }
    let slots = 86_400 / interval
    let shares = dates.map { profiles.shares(on: $0, hasEvent: design.hasEvent(on: $0)) }
    var random = SeededRandom(seed: seed)
    var samples = [Float](repeating: 0, count: dates.count * slots * paths)
    let closed = dates.map { isClosed(on: $0) }
    for path in 0..<paths {
      let scores = dates.indices.map { _ in random.normal() }
      let busy = self.factor.path(
        from: ahead.first ?? 1, count: dates.count, using: &random)
      let shutFor = closure.days > 0 ? closure.further(random.uniform()) : 0
      for day in dates.indices where !closed[day] && ahead[day] > shutFor {
        var score = 0.0
        for other in 0...day { score += lower[day, other] * scores[other] }
        let mean = exp(
          trend[day] + score + law.value(score: busy[day], on: dates[day].weekday))
        for slot in 0..<slots where shares[day][slot] > 0 {
          let noisy = mean * shares[day][slot] * random.gammaFactor(variance: slotVariances[slot])
          samples[(day * slots + slot) * paths + path] = Float(random.poisson(min(noisy, 1e12)))
        }
      }
    }
    let ordinary = dates.indices.flatMap { day in
      let isShut = closed[day] || closure.lasts(ahead[day]) > 0.5
      return shares[day].map { isShut ? 0 : $0 * exp(centre[day]) }
    }
    // Slot factors and Poisson noise have mean one; the two others are independent.
    let means = dates.indices.flatMap { day in
      let factor = law.meanFactor(
        mean: self.factor.mean(ahead: ahead[day]),
        variance: self.factor.variance(ahead: ahead[day]), on: dates[day].weekday)
      let mean = closed[day] ? 0 : exp(trend[day] + covariance[day, day] / 2) * factor
      return shares[day].map { $0 * mean * (1 - closure.lasts(ahead[day])) }
    }
    return Forecast(
      days: days, interval: interval, paths: paths, samples: samples, means: means,
      ordinary: ordinary)
  }

  /// Logarithm of the combined mean of an ordinary day, some days after the last one.
  func centres(_ ahead: [Int]) throws(FitError) -> [Double] {
    let members = try MemberForecasts(fit, days: ahead.last ?? 0)
    return ahead.map { ahead in
      let own = fit.centre(ahead: ahead)
      // The rest of a day that has begun is the day model's alone.
      guard ahead >= 1 else { return own }
      let isAnnounced = design.hasEvent(on: last.advanced(by: ahead))
      return combination.centre(
        members.centres[ahead - 1], ahead: ahead, isAnnounced: isAnnounced) ?? own
    }
  }

  /// Paths by which quantiles are known to a few hundredths of the spread, in a hundred megabytes.
  package static func paths(days: Int, slots: Int) -> Int {
    max(500, min(2000, 25_000_000 / (days * slots)))
  }

  /// Covariance of the level on two days ahead: a walk of weekly steps, or a level that strays from
  /// its recent mean and returns to it, whichever doubts more on the last day.
  private func levelCovariance(until last: Int) -> (Int, Int) -> Double {
    let walk = (regression.blockVariance[.level] ?? 0) / Double(DayDesign.daysPerStep)
    let stray = design.levelStray(regression.coefficients) ?? 0
    let memory = design.memory
    guard stray * (1 - memory(last) * memory(last)) > walk * Double(last) else {
      return { walk * Double(min($0, $1)) }
    }
    return { first, second in
      let near = memory(min(first, second))
      return stray * (1 - near * near) * memory(abs(first - second))
    }
  }

  /// Covariance of the logarithms of the level on dates after the history, on a mean weekday and
  /// without events.
  func ordinaryCovariance(_ dates: [CivilDate]) -> Matrix {
    let rows = dates.map { date -> [Double] in
      var row = design.futureRow(date)
      for column in row.indices {
        if design.blocks[column] == .weekday { row[column] = 1.0 / 7 }
        if design.blocks[column].isEvent { row[column] = 0 }
      }
      return row
    }
    return predictorCovariance(dates, rows, dates.map { last.days(to: $0) })
  }

  /// The same of each of the days ahead, with their weekdays and events.
  func ahead(_ days: ClosedRange<Int>) -> Matrix {
    let dates = days.map { last.advanced(by: $0) }
    return predictorCovariance(dates, dates.map(design.futureRow), Array(days))
  }

  /// Covariance of the logarithms of day means over the days forecast.
  private func predictorCovariance(
    _ dates: [CivilDate], _ rows: [[Double]], _ ahead: [Int]
  ) -> Matrix {
    var covariance = Matrix(rows: rows.count, columns: rows.count)
    let spread = rows.map { errors.times($0) }
    let level = levelCovariance(until: ahead.last ?? 1)
    for i in rows.indices {
      for j in 0...i {
        let scale = calibration.level(ahead: ahead[i]) * calibration.level(ahead: ahead[j])
        let value =
          scale * (dot(spread[i], rows[j]) + level(ahead[i], ahead[j]))
          + calibration.shared(ahead: ahead[i]) * calibration.shared(ahead: ahead[j])
        covariance[i, j] = value
        covariance[j, i] = value
      }
      covariance[i, i] += 1e-9
    }
    return covariance
  }
}
