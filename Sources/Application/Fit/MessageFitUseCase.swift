// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Foundation
import Scenarios
package import Scorecards

/// Learns from a log of messages how customers and agents take turns, simulates the log's own chats by
/// what it has learnt until their replies are those of the log, and predicts those of another log.
package struct MessageFitUseCase: UseCase {
  package struct Request: Sendable {
    /// Path of the log.
    package var messages: String
    /// Path of a log whose replies are predicted.
    package var other: String?
    package var reader: MessageReader

    package init(
      _ messages: String, other: String? = nil,
      reader: MessageReader = MessageReader(sorts: true, keepsLengths: true)
    ) {
      self.messages = messages
      self.other = other
      self.reader = reader
    }
  }

  /// Replies of a log beside simulated ones of its chats.
  package struct Replay: Sendable {
    /// Name of the log's file.
    package let source: String
    package let observed: ReplyTimes
    package let observedByLoad: [(load: Int, replies: ReplyTimes)]
    package let simulated: ReplyTimes
    package let simulatedByLoad: [(load: Int, replies: ReplyTimes)]

    init(
      _ source: String, observed: [MessageTurns.Round], simulated: [MessageTurns.Round]
    ) throws(MessageFit.Problem) {
      guard let seen = ReplyTimes(observed), let replayed = ReplyTimes(simulated) else {
        throw .tooFewRounds(found: observed.count, needed: 1)
      }
      self.source = source
      self.observed = seen
      self.simulated = replayed
      observedByLoad = MessageFit.byLoad(observed)
      simulatedByLoad = MessageFit.byLoad(simulated)
    }
  }

  package struct Outcome: Sendable {
    package let fit: MessageFit
    package let own: Replay
    /// The other log's chats by the laws of the first.
    package let predicted: Replay?
    /// The `messages:` block of an inquiry type.
    package let block: String
  }

  private let request: Request

  package init(_ request: Request) throws(ApplicationError) { self.request = request }

  package var inputs: [String] { [request.messages] + [request.other].compactMap(\.self) }

  /// Progress is what was assumed in reading the logs.
  package func run(
    _ report: @escaping @Sendable (ReadingNote) -> Void
  ) async throws(ApplicationError) -> Outcome {
    let (turns, days) = try read(request.messages, report)
    let (fit, attention, own) = try await guarded(request.messages) {
      let fit = try MessageFit(turns)
      let (attention, rounds) = try Self.attention(of: fit, turns, days)
      return (
        fit, attention,
        try Replay(Self.name(request.messages), observed: turns.rounds, simulated: rounds)
      )
    }
    var predicted: Replay?
    if let path = request.other {
      let (others, otherDays) = try read(path, report)
      predicted = try await guarded(path) {
        _ = try MessageFit(others)
        let replay = MessageReplay(
          of: others, days: otherDays, exchange: fit.exchange(attention: attention))
        return try Replay(
          Self.name(path), observed: others.rounds, simulated: try replay.rounds())
      }
    }
    return Outcome(
      fit: fit, own: own, predicted: predicted, block: fit.block(attention: attention))
  }

  private static func name(_ path: String) -> String {
    URL(fileURLWithPath: path).lastPathComponent
  }

  private func read(
    _ path: String, _ report: (ReadingNote) -> Void
  ) throws(ApplicationError) -> (MessageTurns, DateSpan) {
    let log = try request.reader.log(path, report)
    return (MessageTurns(log), log.days)
  }

  private func guarded<Result>(
    _ path: String, _ work: () throws -> Result
  ) async throws(ApplicationError) -> Result {
    do {
      return try work()
    } catch let problem as MessageFit.Problem {
      throw .file(path, .messageFit(problem))
    } catch {
      throw ApplicationError(error, file: path)
    }
  }

  /// The delay, and the rounds that were simulated with it.
  private static func attention(
    of fit: MessageFit, _ turns: MessageTurns, _ days: DateSpan
  ) throws -> (SampleLaw, [MessageTurns.Round]) {
    func rounds(_ attention: SampleLaw) throws -> [MessageTurns.Round] {
      try MessageReplay(
        of: turns, days: days, exchange: fit.exchange(attention: attention)
      ).rounds()
    }
    var search = AttentionSearch(to: turns.rounds)
    for _ in 0..<AttentionSearch.steps {
      guard search.learn(try rounds(search.attention)) else { break }
    }
    return (search.best, try rounds(search.best))
  }
}
