// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Calendars
import Experiments
import Foundation
import Inference
import Measures
import Money
import Planning
import Plans
import ScenarioFiles
import Scenarios
import Scorecards
import Testing
import Wording

/// Platforms' rules as targets, measures and money, recounted from the messages themselves.
struct ScorecardTargetTests {
  private static let text = """
    name: Tmall shop
    seed: 11
    horizon: {start: 2026-03-02, end: 2026-03-04}
    service_window: {open: 09:00, close: 24:00}
    closed_hours: lost
    inquiry_types:
      question:
        messages:
          agent_messages: {distribution: geometric, mean: 4}
          composing: {distribution: lognormal, mean: 30 s, cv: 0.6}
          thinking: {distribution: lognormal, mean: 90 s, cv: 1.2}
          messages_a_round: 2.5
          attention_delay: {distribution: exponential, mean: 20 s}
        patience: {distribution: exponential, mean: 4 min}
        order_value: 200
        conversion: 10 %
    demand: {daily_mean: 260, mix: {question: 100 %}}
    agent_groups:
      team: {skills: [question], chat_limit: 4}
    shifts: {day: 09:00-24:00}
    service_targets: [{scorecard: tmall.3min, at_least: 80 %}]
    measures:
      - {scorecard: tmall.3min}
      - {scorecard: xiaohongshu.3min}
      - {scorecard: douyin.avgResponse}
      - {scorecard: jd.avgResponse}
    plans:
      seats:
        staffing: [{group: team, shift: day, agents: 2}]
        contract: {clauses: [{kind: seats, monthly_price: 5000}]}
    experiment: {replications: 2}
    """

  private static func request(
    settings: [String] = [], replacing: [String: String] = [:], threads: Int = 2
  ) -> RunRequest {
    let text = replacing.sorted { $0.key < $1.key }.reduce(text) {
      $0.replacing($1.key, with: $1.value)
    }
    return RunRequest(
      ScenarioSource(text: text, path: "shop.yaml"), settings: settings, replications: 2,
      threads: threads)
  }

  /// A round or a first question of the simulated log.
  private struct Question {
    var day: Int
    var asked: Int
    var wait: Int?
    var messages: Int
    var isFirst: Bool
  }

  /// Milliseconds after midnight of the question, and of its wait.
  private static func questions(_ rows: MessageRows) -> [Question] {
    var all: [Question] = []
    var open: (time: Int, clock: Int, messages: Int)?
    var session = (replication: -1, number: -1)
    var isFirst = true
    func close(_ answered: Int?) {
      guard let question = open else { return }
      all.append(
        Question(
          day: question.time / 86_400_000, asked: question.clock,
          wait: answered.map { $0 - question.time },
          messages: question.messages, isFirst: isFirst))
      (open, isFirst) = (nil, false)
    }
    for row in rows {
      if session != (row.replication, row.session) {
        close(nil)
        (session, isFirst) = ((row.replication, row.session), true)
      }
      let time = row.date.dayNumber * 86_400_000 + row.millisecond
      if row.side == .customer {
        open = open.map { ($0.time, $0.clock, $0.messages + 1) } ?? (time, row.millisecond, 1)
      } else {
        close(time)
      }
    }
    close(nil)
    return all
  }

  @Test func `scorecards by interval are those of the messages one by one`() async throws {
    let outcome = try await SimulateUseCase(
      SimulateUseCase.Request(
        Self.request(), messages: [0, 1], rules: RuleChoice(["taobao.3min", "douyin.3min"]))
    ).run { _ in }
    let all = Self.questions(try #require(outcome.messages))
    let plan = try #require(outcome.comparison.plans.first)
    let asked = plan.service.asked
    let rounds = all.filter { $0.asked >= 8 * 3_600_000 }
    let hits = rounds.count { ($0.wait ?? .max) <= 180_000 }
    let value = try #require(plan.service[asked[0]]?.mean)
    #expect(rounds.count > 2000 && hits < rounds.count)
    #expect(abs(value - Double(hits) / Double(rounds.count)) < 1e-9)

    let first = all.filter { $0.isFirst && (9 * 3_600_000..<23 * 3_600_000).contains($0.asked) }
    let firstValue = try #require(plan.service[asked[1]]?.mean)
    let firstHits = first.count { ($0.wait ?? .max) <= 180_000 }
    #expect(abs(firstValue - Double(firstHits) / Double(first.count)) < 1e-9)

    let waits = all.filter { (8 * 3_600_000..<23 * 3_600_000).contains($0.asked) }
      .compactMap(\.wait)
    let mean = Double(waits.reduce(0, +)) / Double(waits.count) / 1000
    #expect(abs(try #require(plan.service[asked[2]]?.mean) - mean) < 1e-3)

    // Whoever had no answer waits until the rule's hours end.
    let closing = 23 * 3_600_000
    let until = first.reduce(0) { $0 + ($1.wait ?? closing - $1.asked) }
    let waiting = Double(until) / Double(first.count) / 1000
    #expect(first.contains { $0.wait == nil })
    #expect(abs(try #require(plan.service[asked[3]]?.mean) - waiting) < 1e-3)

    // `--rule` has the same counts without simulating twice.
    let score = try #require(outcome.scores.first)
    #expect(score.rule.key == "taobao.3min")
    #expect(score.total.graded.units == rounds.count && score.total.graded.hits == hits)
    // What is asked after the last midnight is beyond the days that are counted.
    let lastDay = try #require(CivilDate(iso: "2026-03-04")).dayNumber
    #expect(score.total.wholeDay.units == all.count { $0.day <= lastDay })
  }

  @Test func `a round has as many messages as the scenario says, and rules differ by it`()
    async throws
  {
    let outcome = try await SimulateUseCase(
      SimulateUseCase.Request(Self.request(), messages: [0, 1])
    ).run { _ in }
    let answered = Self.questions(try #require(outcome.messages)).filter { $0.wait != nil }
    let messages = answered.reduce(0) { $0 + $1.messages }
    let ratio = Double(messages) / Double(answered.count)
    #expect(abs(ratio - 2.5) < 0.15)
  }

  @Test func `the same bytes on one thread and on two`() async throws {
    func scores(_ threads: Int) async throws -> [Double?] {
      let outcome = try await SimulateUseCase(
        SimulateUseCase.Request(
          Self.request(threads: threads), rules: RuleChoice(["taobao.3min"]))
      ).run { _ in }
      return outcome.scores.map(\.value?.mean)
        + outcome.comparison.plans.flatMap(\.targets).map(\.value?.mean)
    }
    #expect(try await scores(1) == scores(2))
  }

  @Test func `missed grades cost money beside the bill, by the month's share`() async throws {
    let costs =
      "platform_costs: [{scorecard: tmall.3min, grades: [{below: 99.9 %, cost: 310}, "
      + "{below: 10 %, cost: 3100}]}, {scorecard: xiaohongshu.3min}]\nplans:"
    func plan(_ replacing: [String: String]) async throws -> PlanOutcome {
      let outcome = try await CompareUseCase(
        CompareUseCase.Request(Self.request(replacing: replacing), volumeMultiples: [])
      ).run { _ in }
      return try #require(outcome.comparison.plans.first)
    }
    let (with, without) = (try await plan(["plans:": costs]), try await plan([:]))
    #expect(with.cost.total.values == without.cost.total.values)
    #expect(with.platform[0].cost.values.allSatisfy { abs($0 - 310 * 3 / 31) < 1e-9 })
    #expect(with.platform[0].monthsMissed == 1 && !with.platform[0].terms.isAssumed)
    // Its own safe grade of 70 %, at an assumed amount.
    #expect(with.platform[1].terms.isAssumed && with.platform[1].terms.grades[0].bound == 0.7)
    let grades = with.commerce.platformCost.mean
    #expect(grades >= 30)
    #expect(
      abs(without.commerce.netResult.mean - grades - with.commerce.netResult.mean) < 1e-6)
  }

  @Test func `a bonus is paid by a scorecard`() async throws {
    func cost(_ steps: String) async throws -> Double {
      let outcome = try await CompareUseCase(
        CompareUseCase.Request(
          Self.request(replacing: [
            "clauses: [{kind: seats, monthly_price: 5000}]":
              "clauses: [{kind: seats, monthly_price: 5000}, {kind: bonus_malus, "
              + "scorecard: xiaohongshu.45s, steps: \(steps)}]"
          ]), volumeMultiples: [])
      ).run { _ in }
      return try #require(outcome.comparison.plans.first).cost.total.mean
    }
    let plain = try await cost("[{up_to: 1}, {amount: 800}]")
    let cut = try await cost("[{up_to: 0.999, share_of_charges: -10 %}, {amount: 800}]")
    #expect(abs(cut - plain * 0.9) <= 0.01)
  }

  @Test func `a mean that lets the unanswered wait is a target, kept by more people alone`()
    async throws
  {
    let target = "{scorecard: jd.avgResponse, at_most: 3 min}"
    func value(_ agents: Int) async throws -> Double {
      let outcome = try await SimulateUseCase(
        SimulateUseCase.Request(
          Self.request(replacing: [
            "{scorecard: tmall.3min, at_least: 80 %}": target, "agents: 2": "agents: \(agents)",
          ]))
      ).run { _ in }
      let plan = try #require(outcome.comparison.plans.first)
      let value = try #require(plan.targets.first?.value?.mean)
      #expect(plan.targets.first?.target.bound == 180)
      return value
    }
    let (few, many) = (try await value(1), try await value(12))
    #expect(few > 600 && many < 180)
  }

  @Test(arguments: [
    ("{scorecard: jd.leaveword}", "robots, transfers or words left", "机器人、转人工或留言"),
    ("{scorecard: pdd.1h, at_least: 80 %}", "counts each customer", "以 customer 为单位"),
    ("{scorecard: tmall.3min}", "no bound", "没有界限"),
    ("{scorecard: douyin.avgResponse, at_least: 80 %}", "is a mean", "平均时长"),
    ("{scorecard: tmall.4min, at_least: 80 %}", "a rule of taobao.3min", "taobao.3min"),
  ])
  func `a rule that intervals do not book is refused with the reason`(
    _ target: String, _ english: String, _ chinese: String
  ) throws {
    let replacing = ["{scorecard: tmall.3min, at_least: 80 %}": target]
    try Self.expect(replacing, english, chinese)
  }

  @Test func `what the scenario lacks for a rule is said in one sentence`() throws {
    try Self.expect(
      ["closed_hours: lost": "closed_hours: wait_until_open"],
      "messages that wait until opening", "等到开门")
    let whole = Self.text.components(separatedBy: "    messages:")
    let rest = whole[1].components(separatedBy: "    patience:")
    try Self.expect(
      ["messages:" + rest[0]: "handling: 480 s\n"], "counts rounds", "按轮次统计")
    try Self.expect(
      [
        "plans:": "platform_costs: [{scorecard: tmall.3min, grades: [{below: 50 %, cost: 9}, "
          + "{below: 60 %, cost: 10}]}]\nplans:"
      ], "grades out of order", "顺序不对")
  }

  private static func expect(
    _ replacing: [String: String], _ english: String, _ chinese: String
  ) throws {
    do throws(ApplicationError) {
      _ = try SimulateUseCase(SimulateUseCase.Request(request(replacing: replacing)))
      Issue.record("accepted")
    } catch {
      #expect(error.sentence().en.contains(english), "\(error.sentence().en)")
      #expect(error.sentence().zh.contains(chinese), "\(error.sentence().zh)")
    }
  }
}
