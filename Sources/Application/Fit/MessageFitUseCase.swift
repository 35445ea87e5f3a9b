// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Experiments
import Foundation
import Measures
import Scenarios
package import Scorecards

/// Learns from a log of messages how customers and agents take turns, and simulates the log's own chats
/// by what it has learnt.
package struct MessageFitUseCase: UseCase {
  package struct Request: Sendable {
    /// Path of the log.
    package var messages: String
    package var reader: MessageReader

    package init(_ messages: String, reader: MessageReader = MessageReader(sorts: true)) {
      self.messages = messages
      self.reader = reader
    }
  }

  package struct Outcome: Sendable {
    /// Name of the log's file.
    package let source: String
    package let fit: MessageFit
    /// What replies take where the log's chats come once more under the fitted laws.
    package let simulated: Simulated
    /// The `messages:` block of an inquiry type.
    package let block: String
  }

  /// Median wait of a round in seconds, and share within 180 s.
  package struct Simulated: Equatable, Sendable {
    package let median: Double
    package let inTime: Double
  }

  private let request: Request

  package init(_ request: Request) throws(ApplicationError) { self.request = request }

  package var inputs: [String] { [request.messages] }

  /// Progress is what was assumed in reading the log.
  package func run(
    _ report: @escaping @Sendable (ReadingNote) -> Void
  ) async throws(ApplicationError) -> Outcome {
    let log = try request.reader.log(request.messages, report)
    let turns = MessageTurns(log)
    let fit: MessageFit
    do throws(MessageFit.Problem) {
      fit = try MessageFit(turns)
    } catch {
      throw .file(request.messages, .messageFit(error))
    }
    let simulated: Simulated
    do {
      simulated = try await Self.simulate(fit.exchange, turns, days: log.days)
    } catch {
      throw ApplicationError(error, file: request.messages)
    }
    return Outcome(
      source: URL(fileURLWithPath: request.messages).lastPathComponent, fit: fit,
      simulated: simulated, block: fit.block)
  }

  private static let replications = 20

  /// The log's chats at their times, to its agents around the clock.
  private static func simulate(
    _ exchange: MessageExchange, _ turns: MessageTurns, days: DateSpan
  ) async throws -> Simulated {
    let origin = Double(days.first.dayNumber) * 86_400
    let type = InquiryType(name: "chat", service: .messages(exchange))
    let version = ScoreCounting.Version(
      days: days.first.dayNumber...days.last.dayNumber, exempt: [], window: 0..<86_400,
      unit: .round, threshold: 180, countsUnanswered: true)
    let rounds = Measure.scorecard(
      ScoreCounting(
        key: "log", name: Words("log", "日志"), isMean: false, versions: [version]))
    let scenario = Scenario(
      name: "log", horizon: days,
      serviceWindow: .daily(ClockSpan(start: .midnight, end: .endOfDay)),
      inquiryTypes: [type],
      demand: [
        DemandStream(
          name: "log",
          source: .history(
            HistoryReplay(
              source: "log",
              records: .arrivals(ArrivalLog(times: turns.starts.map { $0 + origin })),
              gapsAreEmpty: true)),
          mix: [TypeShare(inquiryType: type.name, share: 1)])
      ],
      agentGroups: [
        AgentGroup(
          name: "agents", skills: [Skill(inquiryType: type.name)], chatLimit: 64,
          concurrency: .independentOfLoad)
      ],
      measures: [rounds])
    let line = StaffingLine(
      group: "agents",
      shift: ShiftPattern(
        name: "day", hours: ClockSpan(start: .midnight, end: .endOfDay)),
      agents: max(1, turns.agentCount))
    let experiment = try Experiment(scenario: scenario, staffing: StaffingPlan(lines: [line]))
    var times = WaitTimes(layout: scenario.countLayout, isMessages: true)
    var sums = ServiceMeasures(layout: scenario.countLayout)
    try await experiment.run(0..<replications, threads: 1) { summary in
      times.add(summary, type: 0)
      sums += summary.year
    }
    return Simulated(median: times.quantile(.reply, 0.5) ?? .nan, inTime: sums[rounds])
  }
}

extension MessageFit {
  /// Where the log tells nothing of a law the program's own stands for it.
  var exchange: MessageExchange {
    func law(_ law: Law?, _ standard: Distribution) -> Distribution {
      law.map { .lognormal(mean: $0.mean, cv: $0.cv) } ?? standard
    }
    return MessageExchange(
      agentMessages: .geometric(mean: max(1, turns)),
      composing: law(composing, .exponential(mean: 20)),
      thinking: law(thinking, .exponential(mean: 40)), messagesARound: max(1, messagesARound),
      messageGap: law(gap, MessageExchange.usualGap),
      attentionDelay: law(attention, .deterministic(0)))
  }

  /// For an inquiry type of a scenario, with how much data each figure has.
  var block: String {
    func text(_ value: Double) -> String { String(format: "%.3g", locale: nil, value) }
    func line(_ key: String, _ law: Law?, of what: String) -> String {
      guard let law else { return "  # \(key): too few \(what) in the log" }
      return "  \(key): {distribution: lognormal, mean: \(text(law.mean)) s, cv: \(text(law.cv))}"
        + "  # \(law.count) \(what)"
    }
    return [
      "messages:",
      "  agent_messages: {distribution: geometric, mean: \(text(max(1, turns)))}  # \(chats) chats",
      line("composing", composing, of: "messages that follow an own one"),
      line("thinking", thinking, of: "pauses of customers"),
      "  messages_a_round: \(text(max(1, messagesARound)))  # \(observed.count) rounds",
      line("message_gap", gap, of: "gaps in rounds"),
      line("attention_delay", attention, of: "replies"),
    ].joined(separator: "\n") + "\n"
  }
}
