// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars

/// Variance of slots' own factors, given the day's total: of all slots and of each time of day.
struct SlotNoise: Equatable, Sendable {
  let overall: Double
  /// One for each slot of the day.
  let bySlot: [Double]

  /// Sum of squared means that the prior is worth: two hundred slots of ten customers.
  private static let priorSquares = 20_000.0
  /// Days that all slots together are worth against a slot's own.
  private static let commonDays = 10.0
  /// Squared gaps beyond this multiple of their expectation are left out: an hour's outage is not
  /// every hour's noise.
  private static let trim = 6.25
  /// Variance of a normal law over that of its part within 2.5 deviations.
  private static let trimmed = 1.0973
  private static let rounds = 8

  /// By trimmed moments: the squared gap to the day's total × share, less its Poisson part; what is
  /// left out follows from the variance found, in a few rounds.
  init(_ series: CountSeries, _ profiles: SlotProfiles, hasEvent: [Bool], prior: ShopPrior) {
    let gaps = Self.gaps(series, profiles, hasEvent)
    var common = prior.slotVariance
    var excess: [Double] = []
    var squares: [Double] = []
    var seen: [Double] = []
    for _ in 0..<Self.rounds {
      excess = [Double](repeating: 0, count: series.slots)
      squares = excess
      seen = excess
      for gap in gaps {
        let mean = gap.mean
        guard gap.square < Self.trim * (gap.chance + common * mean * mean) else { continue }
        excess[gap.slot] += gap.square * Self.trimmed - gap.chance
        squares[gap.slot] += mean * mean
        seen[gap.slot] += 1
      }
      let before = common
      common = max(
        0,
        (excess.reduce(0, +) + prior.slotVariance * Self.priorSquares)
          / (squares.reduce(0, +) + Self.priorSquares))
      if abs(common - before) < 0.01 * before { break }
    }
    overall = common
    bySlot = excess.indices.map { slot in
      guard seen[slot] > 0 else { return common }
      let weight = Self.commonDays * squares[slot] / seen[slot]
      return max(0, (excess[slot] + common * weight) / (squares[slot] + weight))
    }
  }

  private struct Gap {
    let slot: Int
    let mean: Double
    /// Of the count to the mean.
    let square: Double
    /// Variance of a Poisson count, given the day's total.
    let chance: Double
  }

  /// Of slots of whole, ordinary days with a mean above a half.
  private static func gaps(
    _ series: CountSeries, _ profiles: SlotProfiles, _ hasEvent: [Bool]
  ) -> [Gap] {
    (0..<series.dayCount).flatMap { day -> [Gap] in
      let values = series.day(day)
      guard !hasEvent[day], !values.contains(where: \.isNaN) else { return [] }
      let total = values.reduce(0, +)
      let shares = profiles.shares(on: series.first.advanced(by: day), hasEvent: false)
      return zip(values, shares).enumerated().compactMap { slot, pair in
        let mean = total * pair.1
        guard mean > 0.5 else { return nil }
        let gap = pair.0 - mean
        return Gap(slot: slot, mean: mean, square: gap * gap, chance: mean * (1 - pair.1))
      }
    }
  }
}
