// SPDX-License-Identifier: GPL-3.0-or-later

import Scenarios
import SimulationEngine
import TestSupport
import Testing

/// Each routing rule on a morning small enough to be worked by hand.
@Suite struct RoutingTests {
  /// One agent is busy with a `first` chat until 1000; a `first` and a `second` customer wait.
  private func order(
    _ selection: ContactSelection, first: Double = 100, second: Double = 200,
    _ change: (inout InquiryType, inout InquiryType) -> Void
  ) throws -> [Int] {
    var one = ToyDesk.chat(.deterministic(1000), name: "first")
    var two = ToyDesk.chat(.deterministic(1000), name: "second")
    change(&one, &two)
    let scenario = ToyDesk.scenario(
      types: [one, two], groups: [ToyDesk.group(types: ["first", "second"])],
      demand: [
        ToyDesk.recorded(
          [0, min(first, second), max(first, second)], types: ["first", "second"],
          indices: [0, first < second ? 0 : 1, first < second ? 1 : 0])
      ],
      routing: RoutingRules(contactSelection: selection))
    let (_, diary) = try watch(scenario, [ToyDesk.line(1)])
    return diary.moments.compactMap {
      if case .assigned = $0.kind { $0.type } else { nil }
    }
  }

  @Test func `first come is taken first, of whatever type`() throws {
    #expect(try order(.fifo) { _, _ in } == [0, 0, 1])
    #expect(try order(.fifo, first: 300) { _, _ in } == [0, 1, 0])
  }

  @Test func `the smaller priority number is taken first, the longer wait among equals`() throws {
    #expect(
      try order(.priority) {
        $0.priority = 2; $1.priority = 1
      } == [0, 1, 0])
    #expect(
      try order(.priority, first: 300) {
        $0.priority = 1; $1.priority = 2
      } == [0, 0, 1])
    #expect(
      try order(.priority) {
        $0.priority = 1; $1.priority = 1
      } == [0, 0, 1])
  }

  @Test func `the larger wait times weight is taken first`() throws {
    // At 1000: waits 900 and 800; weights 1 and 1.2 turn the order, 1 and 1.1 do not.
    #expect(try order(.longestWeightedWait) { $1.waitWeight = 1.2 } == [0, 1, 0])
    #expect(try order(.longestWeightedWait) { $1.waitWeight = 1.1 } == [0, 0, 1])
  }

  @Test func `the least time left to the reply target is taken first`() throws {
    // At 1000: 180 − 900 against 60 − 800, and against 100 − 800.
    #expect(try order(.dueDate) { $1.replyTarget = 60 } == [0, 1, 0])
    #expect(try order(.dueDate) { $1.replyTarget = 100 } == [0, 0, 1])
  }

  @Test func `the last free slots are kept for one type`() throws {
    // Three slots, two kept for "second": one "first" chat is taken, the next ones wait until more
    // than two slots are free again; a "second" is taken at once.
    let one = ToyDesk.chat(.deterministic(500), name: "first")
    let two = ToyDesk.chat(.deterministic(500), name: "second")
    let scenario = ToyDesk.scenario(
      types: [one, two], groups: [ToyDesk.group(types: ["first", "second"], limit: 3)],
      demand: [
        ToyDesk.recorded(
          [0, 10, 20, 30], types: ["first", "second"], indices: [0, 0, 1, 1])
      ],
      routing: RoutingRules(contactSelection: .reserved(inquiryType: "second", slots: 2)))
    let (record, diary) = try watch(scenario, [ToyDesk.line(1)])
    #expect(close(diary.assignments, [0, 20, 30, 530]))
    #expect(record.total(type: 1).answeredWait == 0)
    #expect(abs(record.total(type: 0).answeredWait - 520) < 1e-6)
  }

  @Test func `a group with an overflow delay is open to those who have waited so long`() throws {
    let type = ToyDesk.chat(.deterministic(1000), name: "chat")
    var second = ToyDesk.group("second")
    second.skills[0].preference = 2
    second.skills[0].overflowDelay = 120
    let scenario = ToyDesk.scenario(
      types: [type], groups: [ToyDesk.group("first"), second],
      demand: [ToyDesk.recorded([0, 100, 150])])
    let (record, diary) = try watch(
      scenario, [ToyDesk.line(1, group: "first"), ToyDesk.line(1, group: "second")])
    // 0: first. 100: second at 220. 150 waits for first at 1000, though second is shut till 270
    // and busy then.
    #expect(close(diary.assignments, [0, 220, 1000]))
    #expect(diary.agents == [0, 1, 0])
    #expect(abs(record.total().answeredWait - 970) < 1e-6)
  }

  @Test func `specialists are asked first only while the rule says so`() throws {
    var generalists = ToyDesk.group("generalists", types: ["a", "b"])
    generalists.skills[0].preference = 2
    let types = ["a", "b"].map { ToyDesk.chat(.deterministic(100), name: $0) }
    for isFirst in [true, false] {
      // The generalists come first in the file and win among equals.
      let scenario = ToyDesk.scenario(
        types: types, groups: [generalists, ToyDesk.group("specialists", types: ["a"])],
        demand: [ToyDesk.recorded([0, 10], types: ["a", "b"], indices: [0, 1])],
        routing: RoutingRules(specialistsFirst: isFirst))
      let (record, diary) = try watch(
        scenario,
        [ToyDesk.line(1, group: "generalists"), ToyDesk.line(1, group: "specialists")])
      #expect(diary.agents == (isFirst ? [1, 0] : [0, 0]))
      #expect(abs(record.total().answeredWait - (isFirst ? 0 : 90)) < 1e-6)
    }
  }

  @Test func `the shortest message is answered first where the rule says so`() throws {
    // Composing times are drawn; the order of arrival and of length are told apart by the replies.
    let exchange = MessageExchange(
      agentMessages: .fixed(1), composing: .empirical(values: [10, 100], weights: [1, 1]),
      thinking: .deterministic(10))
    func ends(_ order: MessageOrder) throws -> [Double] {
      let scenario = ToyDesk.scenario(
        types: [InquiryType(name: "chat", service: .messages(exchange))],
        groups: [ToyDesk.group(limit: 12)],
        demand: [ToyDesk.recorded((0..<12).map { Double($0) / 10 })],
        routing: RoutingRules(messageOrder: order))
      return try watch(scenario, [ToyDesk.line(1)]).diary.replies
    }
    let (arrival, shortest) = (try ends(.arrival), try ends(.shortestFirst))
    let gaps = zip(shortest.dropFirst(), shortest).map { $0 - $1 }
    #expect(arrival.count == 12 && abs(arrival[11] - shortest[11]) < 1e-6)
    // After the message under way all short ones come before all long ones.
    #expect(gaps == gaps.sorted())
    #expect(gaps.contains { $0 < 20 } && gaps.contains { $0 > 90 })
    #expect(shortest.reduce(0, +) < arrival.reduce(0, +))
  }

  @Test func `orders follow the conversion of the type times that of the group (F27)`() throws {
    var type = ToyDesk.chat(.deterministic(1))
    type.conversion = 0.3
    var group = ToyDesk.group()
    group.conversionFactor = 0.5
    let scenario = ToyDesk.scenario(
      types: [type], groups: [group], demand: [ToyDesk.poisson(perSecond: 0.4)])
    let (record, _) = try watch(scenario, [ToyDesk.line(10)])
    let answered = Double(record.total().answered)
    let share = Double(record.total().orders) / answered
    #expect(abs(share - 0.15) < 4 * (0.15 * 0.85 / answered).squareRoot())
  }

  @Test func `a chat handed over while frozen keeps what is left of its work`() throws {
    // Two chats at speed .5 from 0; at 3600 A leaves with work 4000 − 1800 each. B, alone and with
    // two chats as well, works 2200 at speed .5.
    let scenario = ToyDesk.scenario(
      types: [ToyDesk.chat(.deterministic(4000))],
      groups: [ToyDesk.group(limit: 2, curve: .frozenAtStart([0.5, 0.5]))],
      demand: [ToyDesk.recorded([0, 0])], routing: RoutingRules(shiftEnd: .handOver))
    let (record, diary) = try watch(
      scenario,
      [
        ToyDesk.line(1, hours: ToyDesk.hours(0, 1)), ToyDesk.line(1, hours: ToyDesk.hours(1, 5)),
      ])
    #expect(close(Array(diary.closings.suffix(2)), [8000, 8000]))
    #expect(abs(record.groupTotal().work - 8000) < 1e-6)
    #expect(abs(record.agents[0].composing - 3600) < 1e-6)
  }

  @Test func `a faster group works faster, in conversations and in messages`() throws {
    var group = ToyDesk.group(limit: 2, curve: .speeds([1, 0.8]))
    group.speed = 2
    let scenario = ToyDesk.scenario(
      types: [ToyDesk.chat(.deterministic(600))], groups: [group],
      demand: [ToyDesk.recorded([0, 0])])
    let (_, diary) = try watch(scenario, [ToyDesk.line(1)])
    #expect(close(diary.closings, [375, 375]))
    let exchange = MessageExchange(
      agentMessages: .fixed(2), composing: .deterministic(20), thinking: .deterministic(40))
    let written = ToyDesk.scenario(
      types: [InquiryType(name: "chat", service: .messages(exchange))], groups: [group],
      demand: [ToyDesk.recorded([0])])
    let (_, replies) = try watch(written, [ToyDesk.line(1)])
    #expect(close(replies.replies, [10, 60]))
  }
}
