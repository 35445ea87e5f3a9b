// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Foundation
import NumericalMethods

/// The predictive law of a count on a weekday: Poisson around a mean that the day's factor and the
/// slot's own gamma factor move.
///
/// The day's factor takes equally likely values, the midpoints of its quantile function.
struct CountMixture {
  private let factors: [Double]
  /// Variance of the gamma factor; 0 for none.
  private let slotVariance: Double

  private static let nodes = 15
  /// Means from which on a normal law with the same variance says as much.
  private static let largeMean = 1000.0

  init(_ law: DayLaw, weekday: Weekday, slotVariance: Double) {
    factors = Self.scores.map { exp(law.value(score: $0, on: weekday)) }
    self.slotVariance = slotVariance
  }

  private static let scores = (0..<nodes).map { node in
    NormalDistribution.standard.quantile((Double(node) + 0.5) / Double(nodes))
  }

  /// P(count ≤ `count`) for a mean ≥ 0 of ordinary days.
  func cumulative(_ count: Double, mean: Double) -> Double {
    guard count >= 0 else { return 0 }
    let sum = factors.reduce(0.0) { $0 + part(count, mean: mean * $1) }
    return min(1, max(0, sum / Double(factors.count)))
  }

  private func part(_ count: Double, mean: Double) -> Double {
    guard mean > 0 else { return 1 }
    guard mean < Self.largeMean, count < 4 * Self.largeMean else {
      let deviation = (mean + slotVariance * mean * mean).squareRoot()
      return 0.5 * erfc((mean - count - 0.5) / deviation / 2.0.squareRoot())
    }
    guard slotVariance > 1e-5 else { return SpecialFunctions.upperGamma(count + 1, mean) }
    let size = 1 / slotVariance
    return SpecialFunctions.incompleteBeta(size / (size + mean), size, count + 1)
  }

  /// The least count that is reached with the probability.
  func quantile(_ probability: Double, mean: Double) -> Double {
    guard mean > 0 else { return 0 }
    var (low, high) = (-1.0, max(4, (2 * mean).rounded()))
    while cumulative(high, mean: mean) < probability, high < 1e12 { (low, high) = (high, 2 * high) }
    while high - low > 1 {
      let middle = ((low + high) / 2).rounded(.down)
      if cumulative(middle, mean: mean) >= probability { high = middle } else { low = middle }
    }
    return high
  }
}
