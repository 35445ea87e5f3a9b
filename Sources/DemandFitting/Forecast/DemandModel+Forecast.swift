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
  ///   - paths: Sample paths, at least 20.
  /// - Complexity: O(days × slots × paths + days³).
  package func forecast(
    _ days: DateSpan, paths: Int = 500, seed: UInt64 = 1
  ) throws(FitError) -> Forecast {
    guard days.first >= last else { throw .futureBeforeHistory }
    let paths = max(20, paths)
    let dates = Array(days)
    let rows = dates.map(design.futureRow)
    let ahead = dates.map { last.days(to: $0) }
    let covariance = predictorCovariance(dates, rows, ahead)
    guard let factor = try? CholeskyFactor(covariance) else { throw .notSolvable }
    let lower = factor.lower
    let scales = dates.map { regression.spread.scale(on: $0.weekday) }
    let centre = dates.indices.map { day in
      min(30, dot(rows[day], regression.coefficients))
        + log1p(max(-0.9, scales[day] * self.factor.mean(ahead: ahead[day])))
    }
    let correction = dates.indices.map { day in
      scales[day] * scales[day] * self.factor.covariance(ahead[day], ahead[day]) / 2
    }
    let slots = 86_400 / interval
    let shares = dates.map { profiles.shares(on: $0, hasEvent: design.hasEvent(on: $0)) }
    var random = SeededRandom(seed: seed)
    var samples = [Float](repeating: 0, count: dates.count * slots * paths)
    for path in 0..<paths {
      let scores = dates.indices.map { _ in random.normal() }
      for day in dates.indices {
        var score = 0.0
        for other in 0...day { score += lower[day, other] * scores[other] }
        let mean = exp(centre[day] + score - correction[day])
        for slot in 0..<slots where shares[day][slot] > 0 {
          let noisy = mean * shares[day][slot] * random.gammaFactor(variance: slotVariances[slot])
          samples[(day * slots + slot) * paths + path] = Float(random.poisson(min(noisy, 1e12)))
        }
      }
    }
    let means = dates.indices.flatMap { day in shares[day].map { $0 * exp(centre[day]) } }
    return Forecast(
      days: days, interval: interval, paths: paths, samples: samples, means: means)
  }

  /// Covariance of the logarithms of day means over the days forecast.
  private func predictorCovariance(
    _ dates: [CivilDate], _ rows: [[Double]], _ ahead: [Int]
  ) -> Matrix {
    var covariance = Matrix(rows: rows.count, columns: rows.count)
    let spread = rows.map { errors.times($0) }
    let walk = (regression.blockVariance[.level] ?? 0) / Double(DayDesign.daysPerStep)
    let scales = dates.map { regression.spread.scale(on: $0.weekday) }
    for i in rows.indices {
      for j in 0...i {
        let value =
          dot(spread[i], rows[j]) + walk * Double(min(ahead[i], ahead[j]))
          + scales[i] * scales[j] * factor.covariance(ahead[i], ahead[j])
        covariance[i, j] = value
        covariance[j, i] = value
      }
      covariance[i, i] += 1e-9
    }
    return covariance
  }
}
