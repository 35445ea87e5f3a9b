// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// The laws of a chat's turns, estimated from a log of messages.
///
/// Writing is what an agent's follow-up messages take: by their lengths, where the log tells them, so that
/// being called away is not taken for writing; else medians and upper quantiles decide. Gaps between
/// messages of a round keep their shape, with pasted lines and long breaks. How late agents look up is
/// found by simulation (`AttentionSearch`).
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
      let median = Sorted.quantile(sorted, 0.5)
      // 0.8416 is the 80 % quantile of the standard normal law.
      let sigma = max(0.05, log(Sorted.quantile(sorted, 0.8) / median) / 0.8416)
      mean = median * exp(sigma * sigma / 2)
      cv = sqrt(exp(sigma * sigma) - 1)
      count = times.count
    }

    /// Of messages of some lengths: the median, and the spread between the quartiles; nil where the
    /// shorter ones would take no time.
    init?(_ writing: WritingSpeed) {
      let times = writing.quartiles
      guard times[0] > 0 else { return nil }
      // 1.349 parts the quartiles of the standard normal law.
      let sigma = max(0.05, log(times[2] / times[0]) / 1.349)
      mean = times[1] * exp(sigma * sigma / 2)
      cv = sqrt(exp(sigma * sigma) - 1)
      count = writing.count
    }
  }

  static let fewest = 20

  package let composing: Law?
  /// Against the length of messages, where the log tells it.
  package let writing: WritingSpeed?
  package let thinking: Law?
  package let gap: SampleLaw?
  package let observed: ReplyTimes
  /// By chats that the agent had open, from 1; those with enough rounds.
  package let byLoad: [(load: Int, replies: ReplyTimes)]

  /// - Throws: `Problem` of a log without enough answered rounds.
  package init(_ times: MessageTurns) throws(Problem) {
    guard let observed = ReplyTimes(times.rounds), observed.count >= Self.fewest else {
      throw .tooFewRounds(found: times.rounds.count, needed: Self.fewest)
    }
    self.observed = observed
    writing = WritingSpeed(times.followUps)
    composing = writing.flatMap { Law($0) } ?? Law(times.followUps.map(\.seconds))
    thinking = Law(times.pauses)
    gap = SampleLaw(times.gaps)
    byLoad = Self.byLoad(times.rounds)
  }

  /// Replies by chats that the agent had open.
  package static func byLoad(
    _ rounds: [MessageTurns.Round]
  ) -> [(load: Int, replies: ReplyTimes)] {
    (1...8).compactMap { load in
      guard let replies = ReplyTimes(rounds.filter { $0.load == load }),
        replies.count >= Self.fewest
      else { return nil }
      return (load, replies)
    }
  }

  /// Why a log tells nothing of turns.
  package enum Problem: Error, Equatable, Sendable {
    case tooFewRounds(found: Int, needed: Int)
  }
}
