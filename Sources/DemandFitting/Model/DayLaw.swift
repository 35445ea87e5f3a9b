// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Foundation

/// How the logarithm of a day's busyness is distributed on each weekday, as a quantile function.
///
/// Quiet days stray less than busy ones, and storms make the upper tail long; a normal law of one
/// variance would draw the lower band too low and the upper too near. The quantile function is the
/// belief's, moved to that of all residuals and then to the weekday's own as far as data allow:
/// averages of quantiles at equal probability (Vincent 1912), which keep the shape of the tails.
struct DayLaw: Equatable, Sendable {
  /// Normal scores of the knots, ascending.
  private static let scores = [-1.6449, -1.2816, -0.6745, 0, 0.6745, 1.2816, 1.6449]
  /// Values at the knots: seven weekdays, Monday first.
  private var knots: [[Double]]

  /// Days that the belief is worth against all residuals.
  private static let priorDays = 20.0
  /// Days that all residuals are worth against a weekday's own.
  private static let commonDays = 40.0

  /// - Parameters:
  ///   - residuals: Day residuals of the fit, with their share of Poisson noise.
  ///   - spread: Variances by weekday, of which the belief is the normal law of mean one.
  ///   - freedom: Degrees of freedom that the fit has used.
  init(_ residuals: [DaySpread.Residual], spread: DaySpread, freedom: Double) {
    let count = Double(residuals.count)
    let unused = count > 0 ? max(0.25, 1 - freedom / count) : 1
    let pooled = Self.quantiles(
      residuals.map { $0.value / spread.variance(on: $0.weekday).squareRoot() })
    let poisson = residuals.reduce(0.0) { $0 + $1.poisson } / max(count, 1)
    knots = Weekday.allCases.map { weekday in
      let deviation = spread.variance(on: weekday).squareRoot()
      let normal = Self.scores.map { deviation * $0 - deviation * deviation / 2 }
      guard residuals.count >= 5 else { return normal }
      // Poisson noise is drawn apart; what the fit has used makes residuals smaller than errors.
      let own = residuals.filter { $0.weekday == weekday }
      let shrink = { (variance: Double) in
        (variance / (variance + poisson) / unused).squareRoot()
      }
      let common = Self.scaled(pooled, by: shrink(spread.variance)).map { $0 * deviation }
      var law = Self.mixed(common, count, normal, Self.priorDays)
      if own.count >= 4 {
        let values = Self.scaled(
          Self.quantiles(own.map(\.value)), by: shrink(deviation * deviation))
        law = Self.mixed(values, Double(own.count), law, Self.commonDays)
      }
      return law
    }
  }

  /// The law with its distance from the median multiplied, below and above.
  func scaled(lower: Double, upper: Double) -> DayLaw {
    var law = self
    law.knots = knots.map { own in
      let middle = own[own.count / 2]
      return own.map { middle + ($0 < middle ? lower : upper) * ($0 - middle) }
    }
    return law
  }

  /// Logarithm of the day's factor at a standard normal score; beyond the knots as steep as
  /// between the last ones.
  func value(score: Double, on weekday: Weekday) -> Double {
    let own = knots[weekday.rawValue]
    var upper = 1
    while upper < own.count - 1, Self.scores[upper] < score { upper += 1 }
    let share = (score - Self.scores[upper - 1]) / (Self.scores[upper] - Self.scores[upper - 1])
    return own[upper - 1] + share * (own[upper] - own[upper - 1])
  }

  /// Mean of the day's factor where the score is normal: of each piece of the quantile function, a
  /// line a + b z in the logarithm, e^(a + b m + b² v ÷ 2) times the probability that the score,
  /// shifted by b v, falls within the piece.
  func meanFactor(mean: Double, variance: Double, on weekday: Weekday) -> Double {
    guard variance > 0 else { return exp(value(score: mean, on: weekday)) }
    let own = knots[weekday.rawValue]
    let deviation = variance.squareRoot()
    let last = own.count - 1
    return (1...last).reduce(0) { sum, upper in
      let (low, high) = (Self.scores[upper - 1], Self.scores[upper])
      let slope = (own[upper] - own[upper - 1]) / (high - low)
      let centre = mean + slope * variance
      let above = upper == last ? 1 : Self.normal((high - centre) / deviation)
      let below = upper == 1 ? 0 : Self.normal((low - centre) / deviation)
      let level = own[upper - 1] + slope * (mean - low)
      return sum + exp(level + slope * slope * variance / 2) * (above - below)
    }
  }

  /// The standard normal's distribution function.
  private static func normal(_ score: Double) -> Double { erfc(-score / 2.squareRoot()) / 2 }

  /// The score of a logarithm of the day's factor.
  func score(of value: Double, on weekday: Weekday) -> Double {
    let own = knots[weekday.rawValue]
    var upper = 1
    while upper < own.count - 1, own[upper] < value { upper += 1 }
    let width = max(own[upper] - own[upper - 1], 1e-6)
    let share = (value - own[upper - 1]) / width
    return Self.scores[upper - 1] + share * (Self.scores[upper] - Self.scores[upper - 1])
  }

  private static func quantiles(_ values: [Double]) -> [Double] {
    let sorted = values.sorted()
    return [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95].map { DaySpread.midpointQuantile(sorted, $0) }
  }

  private static func scaled(_ knots: [Double], by factor: Double) -> [Double] {
    let middle = knots[knots.count / 2]
    return knots.map { middle + factor * ($0 - middle) }
  }

  private static func mixed(
    _ first: [Double], _ firstWeight: Double, _ second: [Double], _ secondWeight: Double
  ) -> [Double] {
    zip(first, second).map {
      ($0 * firstWeight + $1 * secondWeight) / (firstWeight + secondWeight)
    }
  }
}
