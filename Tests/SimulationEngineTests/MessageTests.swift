// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Scenarios
import SimulationEngine
import TestSupport
import Testing

/// Chats message by message, worked by hand.
@Suite struct MessageTests {
  private func type(
    _ name: String = "chat", messages: Int = 1, composing: Double, thinking: Double = 40,
    switching: Seconds = 0, closing: Double = 0, wrapUp: Double = 0, pickUp: Double = 0
  ) -> InquiryType {
    InquiryType(
      name: name,
      service: .messages(
        MessageExchange(
          agentMessages: .fixed(messages), composing: .deterministic(composing),
          thinking: .deterministic(thinking), switchingCost: switching,
          closing: .deterministic(closing))),
      firstReplyDelay: .deterministic(pickUp), wrapUp: .deterministic(wrapUp))
  }

  /// One agent with so many slots; `indices` tell the types of the arrivals.
  private func day(
    _ types: [InquiryType], at times: [Double], of indices: [UInt16] = [], limit: Int = 2,
    speed: Double = 1, order: MessageOrder = .arrival
  ) throws -> (record: ReplicationRecord, diary: Diary) {
    let names = types.map(\.name)
    var group = ToyDesk.group(types: names, limit: limit)
    group.speed = speed
    return try watch(
      ToyDesk.scenario(
        types: types, groups: [group],
        demand: [
          ToyDesk.recorded(
            times, types: names,
            indices: indices.isEmpty
              ? [UInt16](repeating: 0, count: times.count) : indices)
        ],
        routing: RoutingRules(messageOrder: order)), [ToyDesk.line(1)])
  }

  @Test func `the first reply counts from arrival, through the line and the pick-up`() throws {
    // 0: read at 5, answered at 25. 10: taken at 25, read at 30, answered at 50.
    let (record, diary) = try day([type(composing: 20, pickUp: 5)], at: [0, 10], limit: 1)
    #expect(close(diary.replies, [25, 50]))
    #expect(close(diary.assignments, [0, 25]))
    #expect(abs(record.total().answeredWait - 15) < 1e-6)
    #expect(abs(record.total().firstReplyTime - 65) < 1e-6)
    #expect(abs(record.replyTimeSums[0] - 65) < 1e-6)
    #expect(abs(record.agents[0].composing - 40) < 1e-6)
  }

  @Test func `a round is answered when it is written and looked at, by its first message`()
    throws
  {
    // 0: looked at from 60 on, answered at 80; asked at 120, looked at from 180 on.
    let type = InquiryType(
      name: "chat",
      service: .messages(
        MessageExchange(
          agentMessages: .fixed(2), composing: .deterministic(20), thinking: .deterministic(40),
          attentionDelay: .deterministic(60))))
    let (record, diary) = try day([type], at: [0])
    #expect(close(diary.replies, [80, 200]))
    #expect(abs(record.total().firstReplyTime - 80) < 1e-6)
    #expect(abs(record.replyTimeSums[0] - 160) < 1e-6)
    // The agent is free meanwhile: composing is all of his work.
    #expect(abs(record.agents[0].composing - 40) < 1e-6)
  }

  @Test func `a reply after exactly three minutes is in time`() throws {
    let (record, _) = try day([type(composing: 180)], at: [0])
    #expect(record.total().count(.repliedWithin, threshold: 180) == 1)
  }

  @Test func `wrap-up follows the closing phase and holds the slot`() throws {
    let (record, diary) = try day(
      [type(composing: 20, closing: 5, wrapUp: 7)], at: [0, 1], limit: 1)
    #expect(close(diary.closings, [32, 64]))
    #expect(abs(record.groupTotal().busy - 64) < 1e-6)
    #expect(abs(record.groupTotal().work - 40) < 1e-6)
  }

  @Test func `each closing phase ends at its own time, whatever began later`() throws {
    // Answered at 20, 40 and 60; closing phases of 60, 100 and 60.
    let types = [
      type("short", composing: 20, closing: 60), type("long", composing: 20, closing: 100),
    ]
    let (_, diary) = try day(types, at: [0, 1, 2], of: [0, 1, 0], limit: 3)
    #expect(close(diary.replies, [20, 40, 60]))
    #expect(close(diary.closings, [80, 120, 140]))
  }

  @Test func `an answer that has not begun is planned anew when another chat is taken`() throws {
    // Both at one instant: the first answer is written with two chats open, the second with one.
    let (_, diary) = try day([type(composing: 20, switching: 3)], at: [0, 0])
    #expect(close(diary.replies, [23, 43]))
  }

  @Test func `of two messages of one instant the chat taken first is answered first`() throws {
    let types = [type("slow", composing: 20, pickUp: 10), type("fast", composing: 30)]
    let (_, diary) = try day(types, at: [0, 10], of: [0, 1])
    #expect(close(diary.replies, [30, 60]))
  }

  @Test func `the shortest answer may be to who has written at this instant`() throws {
    // At 20 the first chat ends, "long" waits since 5 and "short" writes.
    let types = [
      type("first", composing: 20), type("long", composing: 30), type("short", composing: 10),
    ]
    let (_, diary) = try day(
      types, at: [0, 5, 20], of: [0, 1, 2], limit: 3, order: .shortestFirst)
    #expect(close(diary.replies, [20, 30, 60]))
  }

  @Test func `a faster group switches faster too`() throws {
    let (_, diary) = try day([type(composing: 20, switching: 4)], at: [0, 0], speed: 2)
    #expect(close(diary.replies, [12, 22]))
  }

  @Test func `every message has a composing and a thinking time of its own`() throws {
    let exchange = MessageExchange(
      agentMessages: .fixed(40), composing: .empirical(values: [10, 30], weights: [1, 1]),
      thinking: .empirical(values: [5, 50], weights: [1, 1]))
    let (_, diary) = try day(
      [InquiryType(name: "chat", service: .messages(exchange))], at: [0], limit: 1)
    let gaps = zip(diary.replies.dropFirst(), diary.replies).map { ($0 - $1).rounded() }
    #expect(gaps.count == 39 && Set(gaps) == [15, 35, 60, 80])
  }

  @Test func `replies to other shops' customers are not the shop's`() throws {
    let chat = type(messages: 2, composing: 20)
    var other = ToyDesk.recorded([0], name: "others")
    other.isBackground = true
    let (record, diary) = try watch(
      ToyDesk.scenario(
        types: [chat], groups: [ToyDesk.group()], demand: [ToyDesk.recorded([10]), other]),
      [ToyDesk.line(1)])
    // The other shop's 0–20 and 60–80; the own one is taken at 80: 100 and 160.
    #expect(close(diary.replies, [20, 80, 100, 160]))
    #expect(record.times.count(.reply, type: 0) == 2)
    #expect(abs(record.replyTimeSums[0] - (90 + 20)) < 1e-6)
    #expect(abs(record.total().firstReplyTime - 90) < 1e-6)
  }

  @Test func `a chat handed over goes on with the messages that remain`() throws {
    // Answered at 3590; the colleague who takes over at 3600 has the customer's message at 3630, and
    // answers it at 3650 and, after 40 s more of thinking, the last one at 3710.
    let (record, diary) = try watch(
      ToyDesk.scenario(
        types: [type(messages: 3, composing: 20)], groups: [ToyDesk.group()],
        demand: [ToyDesk.recorded([3570])], routing: RoutingRules(shiftEnd: .handOver)),
      [
        ToyDesk.line(1, hours: ToyDesk.hours(0, 1)), ToyDesk.line(1, hours: ToyDesk.hours(1, 2)),
      ])
    #expect(close(diary.replies, [3590, 3650, 3710]))
    #expect(abs(record.total().firstReplyTime - 20) < 1e-6)
    #expect(record.agents.map(\.chats) == [1, 0])
    #expect(abs(record.agents[1].composing - 40) < 1e-6)
  }

  @Test func `the message that a colleague answers takes as long as it would have taken`() throws {
    let exchange = MessageExchange(
      agentMessages: .fixed(3), composing: .lognormal(mean: 20, cv: 0.5),
      thinking: .deterministic(40))
    func replies(_ rule: ShiftEndRule) throws -> [Double] {
      try watch(
        ToyDesk.scenario(
          types: [InquiryType(name: "chat", service: .messages(exchange))],
          groups: [ToyDesk.group()], demand: [ToyDesk.recorded([3560])],
          routing: RoutingRules(shiftEnd: rule)),
        [
          ToyDesk.line(1, hours: ToyDesk.hours(0, 1)),
          ToyDesk.line(1, hours: ToyDesk.hours(1, 2)),
        ]
      ).diary.replies
    }
    let (own, handed) = (try replies(.finishThenLeave), try replies(.handOver))
    try #require(own.count == 3 && handed.count == 3 && own[0] < 3600 && own[0] + 40 > 3600)
    #expect(handed[0] == own[0])
    #expect(close(handed, own))
  }

  @Test func `the mean number of messages is that of the law, the first included`() throws {
    // Beyond the first: mean 4, variance 4 + 4²/2 = 12.
    let exchange = MessageExchange(
      agentMessages: .negativeBinomial(mean: 5, shape: 2), composing: .deterministic(1),
      thinking: .deterministic(1))
    let (record, _) = try watch(
      ToyDesk.scenario(
        types: [InquiryType(name: "chat", service: .messages(exchange))],
        groups: [ToyDesk.group(limit: 10)], demand: [ToyDesk.poisson(perSecond: 0.5)]),
      [ToyDesk.line(10)])
    let chats = Double(record.total().answered)
    let found = Double(record.times.count(.reply, type: 0)) / chats
    let error = (12 / chats).squareRoot()
    #expect(abs(found - 5) < 4 * error && error < 0.05)
  }
}
