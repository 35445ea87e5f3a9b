// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Scenarios
import SimulationEngine
import Statistics
import TestSupport
import Testing

/// Days small enough to be worked by hand, every total asserted.
@Suite struct WorkedExampleTests {
  @Test func `remaining work goes on at the speed of the new load`() throws {
    let scenario = ToyDesk.scenario(
      types: [ToyDesk.chat(.deterministic(600))],
      groups: [ToyDesk.group(limit: 2, curve: .speeds([1, 0.6]))],
      demand: [ToyDesk.recorded([0, 300])])
    let (record, diary) = try watch(scenario, [ToyDesk.line(1)])
    #expect(close(diary.closings, [800, 1100]))
    let total = record.groupTotal()
    #expect(abs(total.busy - 1100) < 1e-6)
    #expect(abs(total.chats - 1600) < 1e-6)
    #expect(abs(total.work - 1200) < 1e-6)
    #expect(abs(total.staffed - 86_400) < 1e-6)
    #expect(record.agents[0].chats == 2)
    #expect(abs(record.agents[0].busy - 1100) < 1e-6)
    #expect(record.agents[0].composing == 1200)
  }

  @Test func `a frozen speed is the one that the chat started with`() throws {
    let scenario = ToyDesk.scenario(
      types: [ToyDesk.chat(.deterministic(600))],
      groups: [ToyDesk.group(limit: 2, curve: .frozenAtStart([1, 0.6]))],
      demand: [ToyDesk.recorded([0, 300])])
    let (record, diary) = try watch(scenario, [ToyDesk.line(1)])
    #expect(close(diary.closings, [600, 1300]))
    #expect(abs(record.groupTotal().work - 1200) < 1e-6)
  }

  @Test func `a morning with a queue, a leaver and a full room adds up`() throws {
    // One agent, 100 s each, patience 150 s, room for two.
    let scenario = ToyDesk.scenario(
      types: [ToyDesk.chat(.deterministic(100), patience: .deterministic(150))],
      groups: [ToyDesk.group()], demand: [ToyDesk.recorded([0, 10, 20, 30, 165, 2000])],
      routing: RoutingRules(waitingRoom: 2), acceptableWait: 60)
    let (record, diary) = try watch(scenario, [ToyDesk.line(1)])
    // 0: served 0–100. 10: served 100–200. 20: leaves at 170. 30: blocked. 165: room has 20 only,
    // served 200–300. 2000: served at once.
    let total = record.total()
    #expect(total.arrived == 6)
    #expect(total.answered == 4)
    #expect(total.abandoned == 1)
    #expect(total.blocked == 1)
    #expect(total.count(.answeredWithin) == 3)
    #expect(total.count(.repliedWithin, threshold: 180) == 4)
    #expect(abs(total.answeredWait - 125) < 1e-6)
    #expect(abs(total.abandonedWait - 150) < 1e-6)
    #expect(total.unserved == 0)
    #expect(close(diary.closings, [100, 200, 300, 2100]))
    #expect(record.contacts(interval: 0, type: 0).arrived == 5)
    #expect(record.contacts(interval: 1, type: 0).arrived == 1)
    #expect(abs(record.group(0, interval: 0).busy - 300) < 1e-6)
    #expect(record.times.count(.answeredWait, type: 0) == 4)
    #expect(record.times.zeros(.answeredWait, type: 0) == 2)
    #expect(record.times.count(.abandonedWait, type: 0) == 1)
    #expect(record.chatCount == 6)
  }

  @Test func `room counts the living: a leaver makes place for an arrival`() throws {
    let scenario = ToyDesk.scenario(
      types: [ToyDesk.chat(.deterministic(1000), patience: .deterministic(50))],
      groups: [ToyDesk.group()], demand: [ToyDesk.recorded([0, 10, 40, 60, 61])],
      routing: RoutingRules(waitingRoom: 1))
    let (record, diary) = try watch(scenario, [ToyDesk.line(1)])
    // 10 waits till 60; 40 is blocked; at 60 the leaver goes before the arrival; 61 is blocked.
    #expect(record.total().blocked == 2)
    #expect(close(diary.times { $0 == .blocked }, [40, 61]))
    #expect(record.total().abandoned == 2)
    #expect(record.total().answered == 1)
  }

  @Test func `a customer whose patience ends as a slot becomes free is served`() throws {
    let scenario = ToyDesk.scenario(
      types: [ToyDesk.chat(.deterministic(100), patience: .deterministic(100))],
      groups: [ToyDesk.group()], demand: [ToyDesk.recorded([0, 0])])
    let (record, _) = try watch(scenario, [ToyDesk.line(1)])
    #expect(record.total().answered == 2)
    #expect(record.total().answeredWait == 100)
  }

  @Test func `a silent leaver holds a slot until the idle close`() throws {
    var type = ToyDesk.chat(.deterministic(100), patience: .deterministic(50))
    type.silentAbandonment = SilentAbandonment(share: 1, idleClose: 30)
    let scenario = ToyDesk.scenario(
      types: [type], groups: [ToyDesk.group()], demand: [ToyDesk.recorded([0, 10, 90])])
    let (record, diary) = try watch(scenario, [ToyDesk.line(1)])
    // 10 leaves at 60; the agent takes the empty chat at 100 and closes it at 130.
    #expect(close(diary.closings, [100, 130, 230]))
    #expect(record.total().abandoned == 1)
    #expect(record.total().count(.count(.silentlyAbandoned)) == 1)
    #expect(abs(record.total().abandonedWait - 50) < 1e-6)
    #expect(record.total().answered == 2)
    #expect(abs(record.total().answeredWait - 40) < 1e-6)
    #expect(record.agents[0].chats == 3)
  }

  @Test func `messages in closed hours are lost or wait for opening, counted apart`() throws {
    for rule in ClosedHoursRule.allCases {
      let scenario = ToyDesk.scenario(
        types: [ToyDesk.chat(.deterministic(100))], groups: [ToyDesk.group()],
        demand: [ToyDesk.recorded([100, 32_401, 32_402])], window: ToyDesk.hours(9, 24),
        closedHours: rule)
      let (record, diary) = try watch(scenario, [ToyDesk.line(1)])
      let total = record.total()
      #expect(total.count(.count(.lostOutsideHours)) == (rule == .lost ? 1 : 0))
      #expect(total.count(.count(.carriedOver)) == (rule == .lost ? 0 : 1))
      #expect(total.arrived == (rule == .lost ? 2 : 3))
      let first = rule == .lost ? [32_501, 32_601.0] : [32_500, 32_600, 32_700]
      #expect(close(diary.closings, first))
      #expect(record.contacts(interval: 18, type: 0).arrived == total.arrived)
    }
  }

  @Test func `first reply is the wait and the delay, wrap-up holds the slot`() throws {
    var type = ToyDesk.chat(.deterministic(100))
    type.firstReplyDelay = .deterministic(70)
    type.wrapUp = .deterministic(20)
    type.conversion = 1
    let scenario = ToyDesk.scenario(
      types: [type], groups: [ToyDesk.group()], demand: [ToyDesk.recorded([0, 0, 5])])
    let (record, diary) = try watch(scenario, [ToyDesk.line(1)])
    #expect(close(diary.closings, [120, 240, 360]))
    // Waits 0, 120, 235: first replies after 70, 190 and 305 s.
    #expect(record.total().count(.repliedWithin, threshold: 180) == 1)
    #expect(abs(record.total().firstReplyTime - 565) < 1e-6)
    #expect(record.total().orders == 3)
  }

  @Test func `an agent writes one message at a time in order of arrival`() throws {
    let exchange = MessageExchange(
      agentMessages: .fixed(2), composing: .deterministic(20), thinking: .deterministic(40),
      switchingCost: 3, closing: .deterministic(5))
    let type = InquiryType(name: "chat", service: .messages(exchange))
    let scenario = ToyDesk.scenario(
      types: [type], groups: [ToyDesk.group(limit: 2)], demand: [ToyDesk.recorded([0, 10])])
    let (record, diary) = try watch(scenario, [ToyDesk.line(1)])
    // A: first reply composed alone 0–20. B: 20–43. A writes at 60, answered 60–83, closes 88.
    // B writes at 83, answered 83–106 (two chats open as it starts), closes 111.
    #expect(close(diary.replies, [20, 43, 83, 106]))
    #expect(close(diary.closings, [88, 111]))
    #expect(record.total().answered == 2)
    #expect(abs(record.total().firstReplyTime - 53) < 1e-6)
    #expect(record.total().count(.repliedWithin, threshold: 180) == 2)
    #expect(record.times.count(.reply, type: 0) == 4)
    let first = record.times.histogram(.firstMessage, type: 0)
    #expect(first.count == 2)
    #expect(abs(try #require(first.quantile(0.5)) / 20 - 1) < 0.008)
    #expect(abs(try #require(first.quantile(1)) / 33 - 1) < 0.008)
    #expect(abs(record.groupTotal().work - 89) < 1e-6)
    #expect(abs(record.groupTotal().busy - 111) < 1e-6)
  }

  @Test func `a background chat takes a slot and is counted apart`() throws {
    var other = ToyDesk.recorded([0], name: "others")
    other.isBackground = true
    let scenario = ToyDesk.scenario(
      types: [ToyDesk.chat(.deterministic(100))], groups: [ToyDesk.group()],
      demand: [ToyDesk.recorded([50]), other])
    let (record, _) = try watch(scenario, [ToyDesk.line(1)])
    #expect(record.total().arrived == 1)
    #expect(record.total().answeredWait == 50)
    #expect(record.total(shop: ContactLayout.background).answered == 1)
    #expect(record.times.count(.answeredWait, type: 0) == 1)
  }
}
