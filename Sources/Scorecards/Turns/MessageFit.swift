// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// The laws of a chat's turns, estimated from a log of messages.
///
/// A reply takes the time until the agent looks at the round and the time to write. Writing is what an
/// agent's follow-up messages take; the rest of the time since the round's last message is attention.
/// Medians and upper quantiles decide, so that a lunch break does not.
package struct MessageFit: Sendable {
  /// A lognormal law; seconds.
  package struct Law: Equatable, Sendable {
    package let mean: Double
    package let cv: Double
    package let count: Int

    /// Of positive times: the median, and the spread from there to the 80 % quantile; nil of fewer than
    /// `fewest`.
    init?(_ times: [Double]) {
      guard times.count >= MessageFit.fewest else { return nil }
      let sorted = times.map { max($0, 1) }.sorted()
      let median = MessageFit.quantile(sorted, 0.5)
      // 0.8416 is the 80 % quantile of the standard normal law.
      let sigma = max(0.05, log(MessageFit.quantile(sorted, 0.8) / median) / 0.8416)
      mean = median * exp(sigma * sigma / 2)
      cv = sqrt(exp(sigma * sigma) - 1)
      count = times.count
    }
  }

  /// What replies took, of some rounds.
  package struct Replies: Equatable, Sendable {
    package let count: Int
    /// Seconds.
    package let median: Double
    /// Share within 180 s.
    package let inTime: Double
    /// Standard errors of the two.
    package let medianError: Double
    package let inTimeError: Double

    package init?(_ waits: [Double]) {
      guard !waits.isEmpty else { return nil }
      let sorted = waits.sorted()
      let size = Double(waits.count)
      count = waits.count
      median = MessageFit.quantile(sorted, 0.5)
      inTime = Double(waits.count { $0 <= 180 }) / size
      // The median of n lies between order statistics half a root of n from the middle.
      let half = 0.5 / size.squareRoot()
      medianError =
        (MessageFit.quantile(sorted, min(1, 0.5 + half))
          - MessageFit.quantile(sorted, max(0, 0.5 - half))) / 2
      inTimeError = (inTime * (1 - inTime) / size).squareRoot()
    }
  }

  static let fewest = 20

  package let composing: Law?
  package let thinking: Law?
  package let attention: Law?
  package let gap: Law?
  package let messagesARound: Double
  /// Mean number of answered rounds in a chat.
  package let turns: Double
  package let chats: Int
  package let observed: Replies
  /// By chats that the agent had open, from 1; those with enough rounds.
  package let byLoad: [(load: Int, replies: Replies)]

  /// - Throws: `Problem` of a log without enough answered rounds.
  package init(_ times: MessageTurns) throws(Problem) {
    guard let observed = Replies(times.rounds.map(\.wait)), observed.count >= Self.fewest else {
      throw .tooFewRounds(found: times.rounds.count, needed: Self.fewest)
    }
    self.observed = observed
    let composing = Law(times.followUps)
    self.composing = composing
    thinking = Law(times.pauses)
    gap = Law(times.gaps)
    // What is left of a reply when the usual time to write is taken off.
    let writing = composing.map { $0.mean / (1 + $0.cv * $0.cv).squareRoot() } ?? 0
    attention = Law(times.rounds.map { $0.sinceLast - writing })
    messagesARound =
      Double(times.rounds.reduce(0) { $0 + $1.messages }) / Double(times.rounds.count)
    turns = Double(times.turns.reduce(0, +)) / Double(max(1, times.turns.count))
    chats = times.turns.count
    byLoad = (1...8).compactMap { load in
      let waits = times.rounds.filter { $0.load == load }.map(\.wait)
      guard waits.count >= Self.fewest, let replies = Replies(waits) else { return nil }
      return (load, replies)
    }
  }

  /// Why a log tells nothing of turns.
  package enum Problem: Error, Equatable, Sendable {
    case tooFewRounds(found: Int, needed: Int)
  }

  /// Of sorted values, between two of them in proportion.
  static func quantile(_ sorted: [Double], _ share: Double) -> Double {
    let place = share * Double(sorted.count - 1)
    let lower = Int(place)
    let upper = min(sorted.count - 1, lower + 1)
    return sorted[lower] + (place - Double(lower)) * (sorted[upper] - sorted[lower])
  }
}
