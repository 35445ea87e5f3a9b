// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Foundation

/// The day's shape of each weekday and of announced days, as shares that sum to one.
///
/// Each weekday's shares are moved to those of the weekdays that look like it, as far as its own
/// data leave doubt; recent days count more; slots with few customers borrow from neighbours.
struct SlotProfiles: Equatable, Sendable {
  /// Seven weekdays and, last, days with an announced event.
  private(set) var shares: [[Double]]
  /// Variance of a slot's own factor.
  private(set) var slotVariance: Double
  /// Slots in which nobody ever came.
  let emptyHours: EmptyHours

  private static let eventGroup = 7
  private static let halfLife = 84.0
  /// Customers that a slot needs before it trusts itself more than its neighbours.
  private static let neighbourWeight = 10.0
  /// Customers that the prior's shape is worth.
  private static let priorWeight = 60.0

  func shares(on date: CivilDate, hasEvent: Bool) -> [Double] {
    shares[hasEvent ? Self.eventGroup : date.weekday.rawValue]
  }

  /// - Parameters:
  ///   - levels: Mean of each day by the day model; what a full day would have brought.
  ///   - weights: Trust in each day, in [0, 1].
  init(
    _ series: CountSeries, levels: [Double], weights: [Double], hasEvent: [Bool], prior: ShopPrior,
    slotVariance: Double
  ) {
    let slots = series.slots
    var counts = [[Double]](repeating: Array(repeating: 0, count: slots), count: 8)
    var exposure = counts
    for day in 0..<series.dayCount {
      let values = Array(series.day(day))
      let age = Double(series.dayCount - 1 - day)
      let known = values.reduce(0.0) { $0 + ($1.isNaN ? 0 : 1) }
      guard known > 0 else { continue }
      // The day's own volume cancels its busyness; a day known in part stands on its level.
      let volume = known == Double(slots) ? values.reduce(0, +) : levels[day]
      let weight = weights[day] * exp2(-age / Self.halfLife)
      let group = hasEvent[day] ? Self.eventGroup : series.first.advanced(by: day).weekday.rawValue
      for slot in 0..<slots where !values[slot].isNaN {
        counts[group][slot] += weight * values[slot]
        exposure[group][slot] += weight * volume
      }
    }
    let emptyHours = EmptyHours(series)
    self.emptyHours = emptyHours
    let isClosed = emptyHours.isClosed
    let prior = Self.normalised(
      zip(Self.onSlots(prior.profile, slots), isClosed).map { $1 ? 0 : $0 })
    let raw = (0..<8).map { group in
      Self.normalised(zip(counts[group], exposure[group]).map { $1 > 0 ? $0 / $1 : 0 })
    }
    let volumes = exposure.map { $0.max() ?? 0 }
    let noise = slotVariance
    var groups = (0..<7).map { group in
      let pooled = Self.pooled(group, raw, volumes, noise, prior, isClosed)
      return Self.shrunk(raw[group], to: pooled, volume: volumes[group], noise)
    }
    // Announced days look like the week's quietest kind of day unless they say otherwise.
    let week = Self.normalised(
      (0..<slots).map { slot in
        (0..<7).reduce(0.0) { $0 + volumes[$1] * groups[$1][slot] } + prior[slot] * 1e-6
      })
    groups.append(
      Self.shrunk(
        raw[Self.eventGroup], to: week, volume: volumes[Self.eventGroup], noise, doubt: 0.05))
    shares = groups
    self.slotVariance = slotVariance
  }

  /// The mean shape of the weekdays that differ from `group` by no more than chance.
  private static func pooled(
    _ group: Int, _ raw: [[Double]], _ volumes: [Double], _ noise: Double, _ prior: [Double],
    _ isClosed: [Bool]
  ) -> [Double] {
    let slots = prior.count
    var sums = prior.map { $0 * priorWeight }
    for other in 0..<7 where volumes[other] > 0 {
      var closeness = 1.0
      if other != group, volumes[group] > 0 {
        var distance = 0.0
        for slot in 0..<slots {
          let mean = (raw[group][slot] + raw[other][slot]) / 2
          guard mean > 0 else { continue }
          let chance = (mean / volumes[group]) + (mean / volumes[other]) + mean * mean * noise / 4
          let gap = raw[group][slot] - raw[other][slot]
          distance += gap * gap / chance
        }
        closeness = exp(-2 * max(0, distance / Double(slots) - 1.2))
      }
      for slot in 0..<slots { sums[slot] += closeness * volumes[other] * raw[other][slot] }
    }
    // A gamma belief around the neighbours' mean, round the clock; closed neighbours say nothing.
    return normalised(
      (0..<slots).map { slot in
        guard !isClosed[slot] else { return 0 }
        let (before, after) = ((slot + slots - 1) % slots, (slot + 1) % slots)
        let around =
          ((isClosed[before] ? sums[slot] : sums[before]) + 2 * sums[slot]
            + (isClosed[after] ? sums[slot] : sums[after])) / 4
        let own = around / (around + neighbourWeight)
        return own * sums[slot] + (1 - own) * around
      })
  }

  /// Moves shares to a target by the ratio of real differences to chance, slot by slot together.
  private static func shrunk(
    _ raw: [Double], to target: [Double], volume: Double, _ noise: Double, doubt: Double = 0
  ) -> [Double] {
    guard volume > 0 else { return target }
    var (real, squares) = (0.0, 0.0)
    for slot in raw.indices {
      let gap = raw[slot] - target[slot]
      real += gap * gap - target[slot] / volume
      squares += target[slot] * target[slot]
    }
    let ratio = max(doubt, real / max(squares, 1e-12))
    return normalised(
      raw.indices.map { slot in
        let own = ratio * target[slot] * target[slot]
        let chance = target[slot] / volume
        let trust = own + chance > 0 ? own / (own + chance) : 0
        return trust * raw[slot] + (1 - trust) * target[slot]
      })
  }

  static func normalised(_ weights: [Double]) -> [Double] {
    let total = weights.reduce(0, +)
    return total > 0 ? weights.map { $0 / total } : weights
  }

  /// Hourly weights on a day of `slots` slots.
  static func onSlots(_ hours: [Double], _ slots: Int) -> [Double] {
    normalised(
      (0..<slots).map { slot in
        let from = Double(slot) * 24 / Double(slots)
        let to = Double(slot + 1) * 24 / Double(slots)
        return (Int(from)..<max(Int(from) + 1, Int(to.rounded(.up)))).reduce(0.0) { sum, hour in
          let overlap = min(to, Double(hour + 1)) - max(from, Double(hour))
          return sum + max(0, overlap) * hours[hour % 24]
        }
      })
  }
}
