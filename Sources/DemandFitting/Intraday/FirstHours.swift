// SPDX-License-Identifier: GPL-3.0-or-later

package import Demand
import Foundation

/// The first hours of a day beside what was expected of them, and what they say of its level.
package struct FirstHours: Equatable, Sendable {
  /// Customers by stretch, and what was expected, both up to now.
  package let counts: [Double]
  package let expected: [Double]
  /// Before anybody came.
  package let prior: DayLevel
  /// The level given those who came.
  package let level: DayLevel
  /// Variance of a stretch's own factor: the scenario's, moved towards what the first hours show.
  package let slotVariance: Double
  /// Whether the scenario says nothing of how days differ, so that it was assumed.
  package let isAssumed: Bool

  /// Stretches that the scenario's variance of a stretch is worth.
  private static let priorStretches = 12.0
  /// Share of days unlike any other, of whatever level: what lets the level go where the data are
  /// when the scenario has no such days.
  private static let unlike = DayLevel.Part(weight: 0.01, mean: 1, variance: 0.5)
  /// Expected customers in a stretch from which it tells of the spread.
  private static let fewest = 1.0

  /// - Parameters:
  ///   - counts: Customers by stretch up to now; of the last one those of its part.
  ///   - expectation: Its stretches are as long.
  ///   - reached: Share in (0, 1] of the last stretch that has passed.
  ///   - areTold: Whether the counts are of single stretches; otherwise only their sum is known.
  package init(
    _ counts: [Double], of expectation: DayExpectation, reached: Double = 1, areTold: Bool = true
  ) {
    // Customers of hours in which none are expected, as closed ones, tell nothing of the level.
    let counts = counts.enumerated().map { expectation.counts[$0.offset] > 0 ? $0.element : 0 }
    self.counts = counts
    let expected = counts.indices.map {
      expectation.counts[$0] * ($0 == counts.count - 1 ? reached : 1)
    }
    self.expected = expected
    let shop = ShopPrior.unknown
    isAssumed = expectation.variance == nil
    let variance = expectation.variance ?? shop.dayVariance
    let surprise = expectation.surprise
    let share = surprise?.share ?? 0
    let scale = 1 / expectation.surpriseFactor
    var parts = [
      DayLevel.Part(
        weight: (1 - share) * (1 - Self.unlike.weight), mean: scale, variance: variance),
      Self.unlike,
    ]
    if let surprise {
      parts.append(
        DayLevel.Part(
          weight: share * (1 - Self.unlike.weight), mean: max(0.01, surprise.factor * scale),
          variance: max(surprise.variance, variance)))
    }
    prior = DayLevel(parts)
    let total = counts.reduce(0, +)
    let sum = expected.reduce(0, +)
    let ratio = sum > 0 ? total / sum : 1
    let given = expectation.slotVariance ?? shop.slotVariance
    let slotVariance =
      areTold ? Self.variance(counts, expected, ratio: ratio, given: given) : given
    self.slotVariance = slotVariance
    let squares = expected.reduce(0) { $0 + $1 * $1 }
    let perHour = max(1, expectation.counts.count / 24)
    let hours = stride(from: 0, to: expected.count, by: perHour).reduce(0.0) { sum, start in
      let hour = expected[start..<min(start + perHour, expected.count)].reduce(0, +)
      return sum + hour * hour
    }
    let doubt = exp(expectation.profile * expectation.profile) - 1
    let dispersion =
      sum > 0 ? 1 + max(ratio, 0.1) * (slotVariance * squares + doubt * hours) / sum : 1
    level = prior.after(count: total, expected: sum, dispersion: dispersion)
  }

  package var count: Double { counts.reduce(0, +) }
  package var expectedCount: Double { expected.reduce(0, +) }

  /// By moments of the stretches around their mean level, as far as they are many.
  private static func variance(
    _ counts: [Double], _ expected: [Double], ratio: Double, given: Double
  ) -> Double {
    let places = expected.indices.filter { expected[$0] * ratio >= fewest }
    guard places.count >= 3 else { return given }
    let means = places.map { expected[$0] * ratio }
    let excess = zip(places, means).reduce(0) { sum, each in
      let error = counts[each.0] - each.1
      return sum + error * error - each.1
    }
    let squares = means.reduce(0) { $0 + $1 * $1 }
    let own = min(1, max(0, excess / squares))
    let count = Double(places.count)
    return (own * count + given * priorStretches) / (count + priorStretches)
  }

  /// The level of the last stretches alone, with at least a quarter of what was expected, beside that of
  /// those before; nil where there are too few, or they do not differ by more than chance allows.
  package var turn: (before: Double, lately: Double, stretches: Int)? {
    let sum = expectedCount
    var (late, lateCount, stretches) = (0.0, 0.0, 0)
    for place in expected.indices.reversed() where late < sum / 4 {
      late += expected[place]
      lateCount += counts[place]
      stretches += 1
    }
    let (early, earlyCount) = (sum - late, count - lateCount)
    guard early > 0, late > 0, earlyCount >= 20, lateCount >= 20 else { return nil }
    let (before, lately) = (earlyCount / early, lateCount / late)
    let error = (1 / earlyCount + 1 / lateCount + 2 * slotVariance / Double(counts.count))
      .squareRoot()
    return abs(log(lately / before)) > 3 * error ? (before, lately, stretches) : nil
  }
}
