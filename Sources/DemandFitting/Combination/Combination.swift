// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Foundation

/// Forecasters combined by what they would have missed from rolling origins of the same history.
package struct Combination: Sendable {
  /// Weights on ordinary days of the first week and of later ones, and on announced days; by member.
  let near: [Double]
  let far: [Double]
  let announced: [Double]
  /// Origins that the weights rest on.
  package let origins: Int
  /// Errors of the combined forecasts at the past origins.
  private(set) var misses: [Miss]

  /// A combined forecast of a past day against what came.
  struct Miss: Sendable {
    let origin: Int
    let ahead: Int
    /// Logarithm of the forecast mean.
    let centre: Double
    let total: Double
    let exposure: Double
  }

  static let horizon = 28
  private static let mostOrigins = 12
  private static let leastHistory = 35
  /// Steps of the regression at a past origin.
  private static let rounds = 10
  /// Errors that one origin is worth: the days after it share their level.
  private static let perOrigin = 2.0
  /// What the belief in equal members is worth, in such errors.
  private static let belief = 8.0
  /// Errors beyond this multiple of the median are cut: a storm is nobody's fault.
  private static let cut = 4.0

  /// Mean inquiries a day from which errors of single days tell forecasters apart.
  private static let leastMean = 3.0

  init(_ record: DayRecord) throws(FitError) {
    let exposure = record.exposures.reduce(0, +)
    guard record.totals.reduce(0, +) >= Self.leastMean * exposure else {
      let alone = DayMember.allCases.map { $0 == .regression ? 1.0 : 0 }
      (near, far, announced, origins, misses) = (alone, alone, alone, 0, [])
      return
    }
    let step = record.count < 200 ? 7 : record.count < 400 ? 14 : 28
    var starts: [Int] = []
    var origin = record.count - 7
    while origin >= Self.leastHistory, starts.count < Self.mostOrigins {
      starts.append(origin)
      origin -= step
    }
    var past: [(origin: Int, forecasts: MemberForecasts)] = []
    for start in starts {
      guard let fit = try? DayFit(record.prefix(start), rounds: Self.rounds) else { continue }
      let days = min(Self.horizon, record.count - start)
      past.append((start, try MemberForecasts(fit, days: days)))
    }
    let table = past.flatMap { origin, forecasts in
      forecasts.centres.enumerated().compactMap { place, centres -> Row? in
        Row(record, origin: origin, ahead: place + 1, centres)
      }
    }
    origins = past.count
    near = Self.weights(table.filter { !$0.isAnnounced && $0.ahead <= 7 }, origins: past.count)
    far = Self.weights(table.filter { !$0.isAnnounced && $0.ahead > 7 }, origins: past.count)
    announced = Self.weights(table.filter(\.isAnnounced), origins: past.count, announced: true)
    misses = []
    for (origin, forecasts) in past {
      for (place, centres) in forecasts.centres.enumerated() {
        let day = origin + place
        guard record.isScored(day),
          let centre = centre(centres, ahead: place + 1, isAnnounced: record.hasEvent[day])
        else { continue }
        misses.append(
          Miss(
            origin: origin, ahead: place + 1, centre: centre, total: record.totals[day],
            exposure: record.exposures[day]))
      }
    }
  }

  /// Weight of each member on ordinary days, over the first four weeks ahead.
  package var shares: [DayMember: Double] {
    var shares: [DayMember: Double] = [:]
    for member in DayMember.allCases where member != .analogue {
      shares[member] = (near[member.rawValue] + 3 * far[member.rawValue]) / 4
    }
    return shares
  }

  private struct Row {
    let ahead: Int
    let isAnnounced: Bool
    /// Of each member; nil where it had nothing to say.
    let errors: [Double?]

    init?(_ record: DayRecord, origin: Int, ahead: Int, _ centres: [Double?]) {
      let day = origin + ahead - 1
      guard record.isScored(day) else { return nil }
      let exposure = record.exposures[day]
      self.ahead = ahead
      isAnnounced = record.hasEvent[day]
      errors = centres.map { centre in
        centre.map { log((record.totals[day] + 0.5) / (exp($0) * exposure + 0.5)) }
      }
    }
  }

  private static func weights(_ rows: [Row], origins: Int, announced: Bool = false) -> [Double] {
    let members = DayMember.allCases.filter { announced || $0 != .analogue }
    let known = rows.compactMap { row -> [Double]? in
      let own = members.compactMap { row.errors[$0.rawValue] }
      return own.count == members.count ? own : nil
    }
    let sizes = known.map { abs($0.reduce(0, +)) / Double(members.count) }.sorted()
    let limit = cut * max(1e-6, sizes.isEmpty ? 1 : quantile(sizes, 0.5))
    let calm = known.map { $0.map { max(-limit, min(limit, $0)) } }
    let trust = announced ? Double(known.count) : perOrigin * Double(origins)
    let found = CombinationWeights.weights(
      calm, members: members.count, trust: trust, belief: belief)
    var weights = [Double](repeating: 0, count: DayMember.allCases.count)
    for (member, weight) in zip(members, found) { weights[member.rawValue] = weight }
    return weights
  }

  /// The weighted mean of what members say of a day; those without a word leave their weight to the
  /// others.
  func centre(_ centres: [Double?], ahead: Int, isAnnounced: Bool) -> Double? {
    let weights = shares(of: centres, ahead: ahead, isAnnounced: isAnnounced)
    guard weights.contains(where: { $0 > 0 }) else { return centres.first ?? nil }
    return zip(centres, weights).reduce(0) { $0 + ($1.1 > 0 ? $1.1 * ($1.0 ?? 0) : 0) }
  }

  /// The weights of those that say something, which sum to one; all zero where no such has a weight.
  func shares(of centres: [Double?], ahead: Int, isAnnounced: Bool) -> [Double] {
    let weights = isAnnounced ? announced : ahead <= 7 ? near : far
    let own = zip(centres, weights).map { $0?.isFinite == true ? $1 : 0 }
    let total = own.reduce(0, +)
    return own.map { total > 0 ? $0 / total : 0 }
  }
}
