// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import DemandFitting
import Foundation
import TestSupport

/// A history drawn from a known truth.
package struct SimulatedHistory {
  package var name: String
  package var days = 266
  package var slots = 24
  var mean = 400.0
  var weekdays = [1.15, 1.1, 1.05, 1.0, 1.0, 0.85, 0.75]
  /// Deviation and day-to-day correlation of the day factor's logarithm.
  var deviation = 0.12
  var correlation = 0.5
  /// Deviation of an hour's own factor.
  var slotDeviation = 0.12
  /// Deviation of the level's weekly steps.
  var wander = 0.01
  /// Factor on the level on each day, beyond everything else.
  var level: @Sendable (Int) -> Double = { _ in 1 }
  /// Share of days on which something unannounced begins that makes the day 2 to 5 times busier.
  var storms = 0.0
  /// Days on which nobody comes.
  var isClosed: @Sendable (Int) -> Bool = { _ in false }
  /// Announced days: day, kind, name, factor.
  var announced: [(day: Int, kind: String, name: String, factor: Double)] = []

  static let first = CivilDate(dayNumber: 19_723)  // Monday 1 January 2024

  package func history(seed: UInt64) -> BenchmarkHistory {
    var draws = Draws(name, seed: seed)
    let weights = profile
    let factors = Dictionary(announced.map { ($0.day, $0.factor) }, uniquingKeysWith: max)
    var (score, walk, storm) = (draws.normal(), 0.0, 1.0)
    var values: [Double] = []
    for day in 0..<days {
      score =
        correlation * score + (1 - correlation * correlation).squareRoot() * draws.normal()
      if day % 7 == 0 { walk += wander * draws.normal() }
      let isLasting = storm > 1 && draws.uniform() < 0.4
      if !isLasting { storm = draws.uniform() < storms ? 2 + 3 * draws.uniform() : 1 }
      let busy = exp(deviation * score - deviation * deviation / 2 + walk)
      let total = mean * weekdays[day % 7] * busy * level(day) * storm * (factors[day] ?? 1)
      for slot in 0..<slots {
        let own = slots == 1 ? 0 : slotDeviation * draws.normal()
        values.append(isClosed(day) ? 0 : draws.poisson(total * weights[slot] * exp(own)))
      }
    }
    return BenchmarkHistory(
      name: name,
      series: CountSeries(first: Self.first, interval: 86_400 / slots, values: values),
      events: announced.map {
        CalendarEvent(date: Self.first.advanced(by: $0.day), name: $0.name, kind: $0.kind)
      }, draw: seed)
  }

  /// Two humps by day, nobody from 23:00 to 8:00.
  private var profile: [Double] {
    let raw = (0..<slots).map { slot -> Double in
      let hour = (Double(slot) + 0.5) * 24 / Double(slots)
      guard slots > 1, hour > 8, hour < 23 else { return slots == 1 ? 1 : 0 }
      return 0.3 + exp(-pow((hour - 11) / 2, 2)) + 0.9 * exp(-pow((hour - 20) / 2.5, 2))
    }
    return raw.map { $0 / raw.reduce(0, +) }
  }
}

extension SimulatedHistory {
  /// Shifts, storms, promotions, closures, growth, season, sparse, short and daily.
  package static let all: [SimulatedHistory] = [
    SimulatedHistory(name: "calm"),
    SimulatedHistory(name: "shift-up", level: { $0 < 150 ? 1 : 1.6 }),
    SimulatedHistory(name: "shift-down", level: { $0 < 150 ? 1 : 0.6 }),
    SimulatedHistory(name: "twelve-high-days", level: { (140..<152).contains($0) ? 3 : 1 }),
    SimulatedHistory(name: "storms", days: 364, storms: 0.03),
    SimulatedHistory(name: "promotions", days: 420, announced: promotions(420)),
    SimulatedHistory(
      name: "closures", weekdays: [1.2, 1.1, 1.1, 1.1, 1.1, 0.7, 0.7],
      isClosed: { $0 % 7 == 6 || (160..<170).contains($0) }),
    SimulatedHistory(name: "sparse", slots: 48, mean: 12),
    SimulatedHistory(name: "growth", level: { exp(0.8 * Double($0) / 365) }),
    SimulatedHistory(
      name: "damped-growth", level: { 1 + 0.6 * (1 - exp(-Double(max(0, $0 - 60)) / 50)) }),
    SimulatedHistory(
      name: "season", days: 770, wander: 0.005,
      level: { 1 + 0.3 * sin(2 * .pi * Double($0) / 365.25) }),
    SimulatedHistory(name: "restless", deviation: 0.25, correlation: 0.7, wander: 0.06),
    SimulatedHistory(name: "short", days: 112),
    SimulatedHistory(name: "daily", days: 540, slots: 1, mean: 900, wander: 0.02),
    SimulatedHistory(
      name: "daily-events", days: 540, slots: 1, mean: 300, deviation: 0.2, storms: 0.01,
      announced: promotions(540) + holidays(540)),
  ]

  /// Three days each: warm-up, peak, aftermath; strengths differ from one to the next.
  private static func promotions(_ days: Int) -> [(
    day: Int, kind: String, name: String, factor: Double
  )] {
    let peaks = [1.8, 2.6, 2.0, 3.2, 2.2, 2.8]
    return stride(from: 33, to: days + 28, by: 41).enumerated().flatMap { number, day in
      let peak = peaks[number % peaks.count]
      return [
        (day, "promotion-warm-up", "warm-up", 1 + 0.3 * (peak - 1)),
        (day + 1, "promotion-peak", "peak", peak),
        (day + 2, "promotion-after", "after", 1 + 0.4 * (peak - 1)),
      ]
    }
  }

  private static func holidays(_ days: Int) -> [(
    day: Int, kind: String, name: String, factor: Double
  )] {
    stride(from: 19, to: days + 28, by: 53).map { ($0, "holiday", "holiday \($0)", 0.5) }
  }
}
