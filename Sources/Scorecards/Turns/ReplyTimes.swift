// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// What replies took, of some answered rounds, and how surely.
package struct ReplyTimes: Equatable, Sendable {
  /// Standard errors of the median and of the share within 180 s where the rounds of a cluster depend on
  /// each other.
  package struct Errors: Equatable, Sendable {
    package let clusters: Int
    /// Seconds.
    package let median: Double
    package let inTime: Double
  }

  /// Seconds within which a share is told.
  package static let limits = [60.0, 180, 300]
  package static let levels = [0.1, 0.25, 0.75, 0.9]

  package let count: Int
  /// Of the customers, in the rounds.
  package let messages: Int
  package let chats: Int
  /// Seconds.
  package let median: Double
  package let mean: Double
  /// Share within each of the limits.
  package let within: [Double]
  /// At each of the levels, seconds.
  package let quantiles: [Double]
  /// The rounds of a chat depend on each other; nil of fewer than two chats.
  package let byChat: Errors?
  /// All rounds that an agent answers on a day depend on each other, as one agent answers for hours and
  /// agents differ; nil of fewer than two.
  package let byAgentDay: Errors?

  /// Share within 180 s.
  package var inTime: Double { within[1] }
  package var messagesARound: Double { Double(messages) / Double(count) }
  package var roundsAChat: Double { Double(count) / Double(chats) }

  /// Nil without rounds.
  package init?(_ rounds: [MessageTurns.Round]) {
    guard !rounds.isEmpty else { return nil }
    let waits = rounds.map(\.wait).sorted()
    let size = Double(waits.count)
    count = waits.count
    messages = rounds.reduce(0) { $0 + $1.messages }
    chats = Set(rounds.map(\.session)).count
    median = Sorted.quantile(waits, 0.5)
    mean = waits.reduce(0, +) / size
    within = Self.limits.map { Double(Sorted.count(waits, upTo: $0)) / size }
    quantiles = Self.levels.map { Sorted.quantile(waits, $0) }
    byChat = Self.errors(rounds, waits) { $0.session }
    byAgentDay = Self.errors(rounds, waits) { [Int($0.agent), $0.day] }
  }

  /// Linearised over clusters with the factor k/(k − 1); the median's by carrying the error of the share
  /// at or below it over to times (Woodruff 1952).
  private static func errors<Cluster: Hashable>(
    _ rounds: [MessageTurns.Round], _ waits: [Double], _ cluster: (MessageTurns.Round) -> Cluster
  ) -> Errors? {
    var places: [Cluster: Int] = [:]
    let numbers = rounds.map { round in
      let key = cluster(round)
      let place = places[key] ?? places.count
      places[key] = place
      return place
    }
    guard places.count > 1 else { return nil }
    let size = Double(rounds.count)
    let clusters = Double(places.count)
    func error(of limit: Double) -> Double {
      let share = Double(Sorted.count(waits, upTo: limit)) / size
      var sums = [Double](repeating: 0, count: places.count)
      for (round, place) in zip(rounds, numbers) {
        sums[place] += (round.wait <= limit ? 1 : 0) - share
      }
      let squares = sums.reduce(0) { $0 + $1 * $1 }
      return (clusters / (clusters - 1) * squares).squareRoot() / size
    }
    let half = error(of: Sorted.quantile(waits, 0.5))
    return Errors(
      clusters: places.count,
      median: (Sorted.quantile(waits, min(1, 0.5 + half))
        - Sorted.quantile(waits, max(0, 0.5 - half))) / 2,
      inTime: error(of: limits[1]))
  }
}

/// What is asked of ascending values.
enum Sorted {
  /// Between two values in proportion; of an empty list NaN.
  static func quantile(_ values: [Double], _ share: Double) -> Double {
    guard let last = values.indices.last else { return .nan }
    let place = share * Double(last)
    let lower = Int(place)
    let upper = min(last, lower + 1)
    return values[lower] + (place - Double(lower)) * (values[upper] - values[lower])
  }

  static func count(_ values: [Double], upTo limit: Double) -> Int {
    var (low, high) = (0, values.count)
    while low < high {
      let middle = (low + high) / 2
      if values[middle] <= limit { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
