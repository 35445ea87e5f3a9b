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
  /// Squared gaps beyond this multiple of their expectation are left out.
  private static let trim = 16.0

  /// By moments: the squared gap to the day's total × share, less its Poisson part.
  init(_ series: CountSeries, _ profiles: SlotProfiles, hasEvent: [Bool], prior: ShopPrior) {
    var excess = [Double](repeating: 0, count: series.slots)
    var squares = excess
    var seen = excess
    for day in 0..<series.dayCount where !hasEvent[day] {
      let values = series.day(day)
      guard !values.contains(where: \.isNaN) else { continue }
      let total = values.reduce(0, +)
      let shares = profiles.shares(on: series.first.advanced(by: day), hasEvent: false)
      for (slot, (value, share)) in zip(values, shares).enumerated() {
        let mean = total * share
        guard mean > 0.5 else { continue }
        let gap = value - mean
        let chance = mean * (1 - share)
        guard gap * gap < Self.trim * (chance + profiles.slotVariance * mean * mean) else {
          continue
        }
        excess[slot] += gap * gap - chance
        squares[slot] += mean * mean
        seen[slot] += 1
      }
    }
    let common = max(
      0,
      (excess.reduce(0, +) + prior.slotVariance * Self.priorSquares)
        / (squares.reduce(0, +) + Self.priorSquares))
    overall = common
    bySlot = excess.indices.map { slot in
      guard seen[slot] > 0 else { return common }
      let weight = Self.commonDays * squares[slot] / seen[slot]
      return max(0, (excess[slot] + common * weight) / (squares[slot] + weight))
    }
  }
}
