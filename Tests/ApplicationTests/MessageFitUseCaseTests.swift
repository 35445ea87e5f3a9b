// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Scorecards
import Testing

struct MessageFitUseCaseTests {
  private static let scenario = """
    name: Support
    seed: 5
    horizon: {start: 2026-03-02, end: 2026-03-04}
    service_window: {open: 00:00, close: 24:00}
    inquiry_types:
      question:
        messages:
          agent_messages: {distribution: geometric, mean: 4}
          composing: {distribution: lognormal, mean: 20 s, cv: 0.6}
          thinking: {distribution: lognormal, mean: 150 s, cv: 2}
          messages_a_round: 2
          message_gap: {distribution: lognormal, mean: 60 s, cv: 2}
          attention_delay: {distribution: lognormal, mean: 90 s, cv: 2}
        patience: never
    demand: {daily_mean: 60, mix: {question: 100 %}}
    agent_groups:
      team: {skills: [question], chat_limit: 5}
    shifts: {day: 00:00-24:00}
    plans:
      seats:
        staffing: [{group: team, shift: day, agents: 2}]
        contract: {clauses: [{kind: seats, monthly_price: 5000}]}
    experiment: {replications: 2}
    """

  /// The messages of a replication as a log.
  private static func log(_ replication: Int) async throws -> String {
    let outcome = try await SimulateUseCase(
      SimulateUseCase.Request(
        RunRequest(
          ScenarioSource(text: scenario, path: "support.yaml"), replications: 2, threads: 1),
        messages: [replication])
    ).run { _ in }
    var text = "time,side,session,agent\n"
    for row in try #require(outcome.messages) {
      let seconds = row.millisecond / 1000
      let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60]
        .map { ($0 < 10 ? "0" : "") + String($0) }.joined(separator: ":")
      text += "\(row.date)T\(clock),\(row.side.spellings[0]),\(row.session),"
      text += (row.agent.map(String.init) ?? "") + "\n"
    }
    return text
  }

  @Test func `fitted laws give back their own log and predict another of the same desk`()
    async throws
  {
    let shop = try SmallShop()
    let logs = [
      try shop.write("one.csv", try await Self.log(0)),
      try shop.write("other.csv", try await Self.log(1)),
    ]
    for (log, other) in [(logs[0], logs[1]), (logs[1], logs[0])] {
      let outcome = try await MessageFitUseCase(
        MessageFitUseCase.Request(log, other: other)
      ).run { _ in }
      let (seen, made) = (outcome.own.observed, outcome.own.simulated)
      let errors = try #require(seen.byChat)
      #expect(seen.count > 400)
      #expect(abs(made.median - seen.median) <= errors.median)
      #expect(abs(made.inTime - seen.inTime) <= errors.inTime)
      #expect(abs(made.messagesARound - seen.messagesARound) < 0.15)
      for (one, same) in zip(seen.quantiles, made.quantiles) {
        #expect(abs(one - same) < 0.25 * one)
      }
      let predicted = try #require(outcome.predicted)
      let others = try #require(predicted.observed.byChat)
      let medianError = (errors.median * errors.median + others.median * others.median)
        .squareRoot()
      let shareError = (errors.inTime * errors.inTime + others.inTime * others.inTime)
        .squareRoot()
      #expect(abs(predicted.simulated.median - predicted.observed.median) <= 2 * medianError)
      #expect(abs(predicted.simulated.inTime - predicted.observed.inTime) <= 2 * shareError)
      #expect(outcome.block.contains("attention_delay:") && outcome.block.contains("weights: ["))
    }
  }
}
