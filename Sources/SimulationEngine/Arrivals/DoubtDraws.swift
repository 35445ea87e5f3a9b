// SPDX-License-Identifier: GPL-3.0-or-later

import Demand
import Foundation
import Scenarios

/// What one replication draws of a stream's doubt: which of the years that may come it is.
///
/// Scores of one number a replication (level, growth, each promotion) are spread evenly over the
/// replications, however many there are, so that thirty of them show what a thousand would; hours and
/// surprises are drawn at random. All is keyed by seed, stream and date, so that plans share it.
struct DoubtDraws {
  private let plan: DoubtPlan
  private let replication: Int
  /// Of the stream, the same in all replications.
  private let spreadKey: UInt64
  /// Of the stream in this replication: of its hours, and of its surprises.
  private let ownKey: UInt64
  private let surpriseKey: UInt64
  private let mirrored: Bool

  /// - Parameters:
  ///   - replication: Of an antithetic pair, the pair.
  ///   - mirrored: Turns every score's sign, for antithetic pairs.
  init(
    _ plan: DoubtPlan, seeds: DemandSeeds, stream: String, replication: Int, mirrored: Bool
  ) {
    self.plan = plan
    self.replication = replication
    self.mirrored = mirrored
    spreadKey = StreamKey.stream(mix(seeds.estimate &+ 0xa409_3822_299f_31d0), name: stream)
    func own(_ seed: UInt64) -> UInt64 {
      StreamKey.stream(
        mix(StreamKey.replication(seed: seed, replication: replication) ^ 0x082e_fa98_ec4e_6c89),
        name: stream)
    }
    ownKey = own(seeds.estimate)
    surpriseKey = own(seeds.days)
  }

  /// Factor on the mean of each day of the plan.
  func dayFactors(firstDay: Int) -> [Double] {
    let doubt = plan.doubt
    let level = factor(deviation: doubt.level, score: score(of: "level"))
    let growth = score(of: "growth")
    var factors = plan.years.map { years in
      level * factor(deviation: doubt.growth * abs(years), score: years < 0 ? -growth : growth)
    }
    if doubt.promotions > 0 {
      for wave in plan.waves {
        let lift = factor(deviation: doubt.promotions, score: score(of: "promotion " + wave.name))
        for day in wave.days { factors[day] *= lift }
      }
    }
    if let surprises = doubt.surprises { add(surprises, to: &factors, firstDay: firstDay) }
    return factors
  }

  /// Factor on each of the day's slots; their mean over an ordinary week's inquiries is one.
  func slotFactors(perDay slots: Int) -> [Double] {
    guard plan.doubt.profile > 0 else { return Array(repeating: 1, count: slots) }
    var hours = (0..<24).map { hour in
      var stream = RandomStream(
        key: StreamKey.customer(ownKey, ordinal: UInt64(hour) &+ 1), purpose: Purpose.doubt)
      let score = Ziggurat.shared.normal(&stream)
      return exp(plan.doubt.profile * (mirrored ? -score : score))
    }
    let mean = zip(hours, plan.hours).reduce(0) { $0 + $1.0 * $1.1 }
    hours = hours.map { $0 / mean }
    return (0..<slots).map { hours[$0 * 24 / slots] }
  }

  /// The latest surprise that still goes on makes the day.
  private func add(_ surprises: SurpriseDays, to factors: inout [Double], firstDay: Int) {
    let longer = 1 - 1 / surprises.length
    var end = Int.min
    var own = 1.0
    for day in (firstDay - SurpriseDays.longest)..<(firstDay + factors.count) {
      var stream = RandomStream(
        key: StreamKey.day(surpriseKey, dayNumber: day), purpose: Purpose.surprise)
      if stream.uniform() < surprises.begins {
        var length = 1
        while length < SurpriseDays.longest, stream.uniform() < longer { length += 1 }
        end = day + length
        own =
          surprises.factor
          * factor(deviation: surprises.spread, score: Ziggurat.shared.normal(&stream))
      }
      if day >= firstDay, day < end { factors[day - firstDay] *= own }
    }
  }

  /// Lognormal of mean one.
  private func factor(deviation: Double, score: Double) -> Double {
    exp(deviation * score - deviation * deviation / 2)
  }

  private func score(of name: String) -> Double {
    let score = normalQuantile(
      EvenSpread(key: StreamKey.stream(spreadKey, name: name)).value(replication))
    return mirrored ? -score : score
  }
}
