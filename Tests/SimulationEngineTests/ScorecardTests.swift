// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Measures
import Scenarios
import SimulationEngine
import TestSupport
import Testing

/// Platforms' rules counted by interval, on toy days that start at midnight.
@Suite struct ScorecardTests {
  private static let hour = 3600.0

  private func version(
    _ window: Range<Int> = 0..<86_400, unit: ScoreCounting.Unit = .session,
    threshold: Double? = 180, countsUnanswered: Bool = true, days: ClosedRange<Int>? = nil,
    exempt: [ClosedRange<Int>] = []
  ) -> ScoreCounting.Version {
    let first = ToyDesk.firstDay.dayNumber
    return ScoreCounting.Version(
      days: days ?? first...first + 9, exempt: exempt, window: window, unit: unit,
      threshold: threshold, countsUnanswered: countsUnanswered)
  }

  private func rule(_ versions: [ScoreCounting.Version], isMean: Bool = false) -> Measure {
    .scorecard(
      ScoreCounting(
        key: "toy.rule", name: Words("toy", "玩具"), isMean: isMean, versions: versions))
  }

  /// Chats of given times, each answered after a fixed time unless it is impatient.
  private func record(
    _ measure: Measure, at times: [Double], replyAfter delay: Double = 60, days: Int = 1
  ) throws -> ReplicationRecord {
    var type = ToyDesk.chat(.deterministic(1))
    type.firstReplyDelay = .deterministic(delay)
    var scenario = ToyDesk.scenario(
      days: days, types: [type], groups: [ToyDesk.group(limit: 5)],
      demand: [ToyDesk.recorded(times, types: ["chat"])])
    scenario.measures = [measure]
    return try watch(scenario, [ToyDesk.line(5)]).record
  }

  @Test func `a rule counts the first questions of its hours and no others`() throws {
    let measure = rule([version(8 * 3600..<23 * 3600)])
    let hours: [Double] = [7.9, 8, 12, 22.9, 23, 23.5]
    let times = hours.map { $0 * Self.hour }
    let parts = try record(measure, at: times).total().parts(of: measure)
    #expect(parts.top == 3 && parts.bottom == 3)
    let late = try record(measure, at: times, replyAfter: 200).total().parts(of: measure)
    #expect(late.top == 0 && late.bottom == 3)
  }

  @Test func `each day is counted by its own version, and exempt days are not`() throws {
    let first = ToyDesk.firstDay.dayNumber
    let measure = rule([
      version(threshold: 30, days: first...first),
      version(threshold: 90, days: first + 1...first + 2, exempt: [first + 2...first + 2]),
    ])
    let times = [0, 1, 2].map { Double($0) * 86_400 + 10 * Self.hour }
    let record = try record(measure, at: times, days: 3)
    #expect(record.total()[measure] == 0.5)
    #expect(record.total(intervals: 96..<144).isEmpty(for: measure))
  }

  @Test func `shops of 10 and of 1,000 inquiries are pooled and never averaged`() throws {
    var small = ToyDesk.chat(.deterministic(1), name: "small")
    var large = ToyDesk.chat(.deterministic(1), name: "large")
    small.firstReplyDelay = .deterministic(400)
    large.firstReplyDelay = .deterministic(5)
    let measure = rule([version()])
    let times = (0..<1010).map { 9 * Self.hour + Double($0) * 20 }
    var scenario = ToyDesk.scenario(
      types: [small, large], groups: [ToyDesk.group(types: ["small", "large"], limit: 5)],
      demand: [
        ToyDesk.recorded(
          times, types: ["small", "large"], indices: (0..<1010).map { $0 % 101 == 0 ? 0 : 1 })
      ])
    scenario.measures = [measure]
    let record = try watch(scenario, [ToyDesk.line(5)]).record
    #expect(record.total(type: 0)[measure] == 0 && record.total(type: 1)[measure] == 1)
    #expect(record.total()[measure] == 1000.0 / 1010)
  }

  @Test func `those whom nobody answers are missed, or left out where the rule says so`() throws {
    var type = ToyDesk.chat(.deterministic(7200))
    type.patience = .deterministic(30)
    let missed = rule([version()])
    let leftOut = rule([version(countsUnanswered: false)])
    for (measure, value) in [(missed, 0.25), (leftOut, 1.0)] {
      var scenario = ToyDesk.scenario(
        types: [type], groups: [ToyDesk.group()],
        demand: [ToyDesk.recorded([36_000, 36_010, 36_020, 36_030], types: ["chat"])])
      scenario.measures = [measure]
      #expect(try watch(scenario, [ToyDesk.line(1)]).record.total()[measure] == value)
    }
  }

  @Test func `whoever gets no answer waits until the rule's hours end`() throws {
    var type = ToyDesk.chat(.deterministic(7200))
    type.patience = .deterministic(30)
    let first = ToyDesk.firstDay.dayNumber
    let measure = rule(
      [
        ScoreCounting.Version(
          days: first...first, exempt: [], window: 9 * 3600..<23 * 3600, unit: .session,
          threshold: nil, countsUnanswered: true, waitsUntilEnd: true)
      ], isMean: true)
    var scenario = ToyDesk.scenario(
      types: [type], groups: [ToyDesk.group()],
      demand: [ToyDesk.recorded([36_000, 36_010, 36_020, 84_000], types: ["chat"])])
    scenario.measures = [measure]
    let parts = try watch(scenario, [ToyDesk.line(1)]).record.total().parts(of: measure)
    // One is answered at once, two leave and count until 23:00, one comes after the hours.
    #expect(parts.top == Double(82_800 - 36_010 + 82_800 - 36_020) && parts.bottom == 3)
  }

  @Test func `a question of closed hours is missed where the rule's hours go on`() throws {
    let measure = rule([version(8 * 3600..<23 * 3600)])
    var scenario = ToyDesk.scenario(
      types: [ToyDesk.chat(.deterministic(1))], groups: [ToyDesk.group()],
      demand: [ToyDesk.recorded([36_000, 72_000, 79_200, 84_600], types: ["chat"])],
      window: ToyDesk.hours(9, 21))
    scenario.measures = [measure]
    let parts = try watch(scenario, [ToyDesk.line(1)]).record.total().parts(of: measure)
    #expect(parts.top == 2 && parts.bottom == 3)
  }

  @Test(arguments: [false, true])
  func `further rounds are counted when they are asked`(isMean: Bool) throws {
    // Asked at 10:29:00 and 10:30:10, each answered after 30 s; asked at 10:31:20 and answered after
    // 200 s, as the agent writes to another from 10:30:50 on.
    let value: Double = isMean ? 260 / 3 : 2 / 3
    let type = InquiryType(
      name: "chat",
      service: .messages(
        MessageExchange(
          agentMessages: .fixed(3), composing: .deterministic(30), thinking: .deterministic(40))))
    let other = InquiryType(
      name: "long",
      service: .messages(
        MessageExchange(
          agentMessages: .fixed(1), composing: .deterministic(200), thinking: .deterministic(0))))
    let measure = rule(
      [version(unit: .round, countsUnanswered: !isMean)], isMean: isMean)
    let start = 10.5 * Self.hour - 60
    var scenario = ToyDesk.scenario(
      types: [type, other], groups: [ToyDesk.group(types: ["chat", "long"], limit: 2)],
      demand: [
        ToyDesk.recorded([start, start + 110], types: ["chat", "long"], indices: [0, 1])
      ])
    scenario.measures = [measure]
    let record = try watch(scenario, [ToyDesk.line(1)]).record
    let rounds = record.total(type: 0)
    #expect(abs(rounds[measure] - value) < 1e-9)
    #expect(record.total(type: 0, intervals: 20..<21).parts(of: measure).bottom == 1)
    #expect(record.total(type: 0, intervals: 21..<22).parts(of: measure).bottom == 2)
  }
}
