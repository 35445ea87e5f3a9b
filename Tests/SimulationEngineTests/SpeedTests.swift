// SPDX-License-Identifier: GPL-3.0-or-later

import Scenarios
import SimulationEngine
import TestSupport
import Testing

/// How fast parallel chats go on, worked by hand.
@Suite struct SpeedTests {
  @Test func `every change of the load carries the remaining work on`() throws {
    let scenario = ToyDesk.scenario(
      types: [ToyDesk.chat(.deterministic(600))],
      groups: [ToyDesk.group(limit: 3, curve: .speeds([1, 0.6, 0.4]))],
      demand: [ToyDesk.recorded([0, 300, 400, 1100])])
    let (record, diary) = try watch(scenario, [ToyDesk.line(1)])
    // What is left at 400: 240, 540, 600; at 1000, when the first is over: 300 and 360; at 1100:
    // 240, 300 and 600; at 1700: 60 and 360; at 1800: 300.
    #expect(close(diary.closings, [1000, 1700, 1800, 2100]))
    #expect(abs(record.groupTotal().work - 2400) < 1e-6)
    #expect(abs(record.group(0, interval: 0).work - 2100) < 1e-6)
    #expect(abs(record.group(0, interval: 1).work - 300) < 1e-6)
  }

  @Test func `chats that share one agent equally end in order of their work`() throws {
    // Ten begin together with 100 … 1000 s of work at speed 1/k each: the i-th smallest ends after
    // the work of the smaller ones and as much of every larger one as its own.
    let works = [7, 2, 9, 4, 1, 10, 5, 8, 3, 6].map { Double($0) * 100 }
    let names = works.indices.map { "type \($0)" }
    let scenario = ToyDesk.scenario(
      types: zip(names, works).map { ToyDesk.chat(.deterministic($1), name: $0) },
      groups: [
        ToyDesk.group(types: names, limit: 10, curve: .speeds((1...10).map { 1 / Double($0) }))
      ],
      demand: [
        ToyDesk.recorded(
          works.map { _ in 0 }, types: names, indices: works.indices.map { UInt16($0) })
      ])
    let (record, diary) = try watch(scenario, [ToyDesk.line(1)])
    let exact = (1...10).map { i in
      (1...10).reduce(0.0) { $0 + Double(min(i, $1)) * 100 }
    }
    #expect(close(diary.closings, exact))
    #expect(abs(record.groupTotal().work - 5500) < 1e-6)
  }

  @Test func `a frozen speed goes with its chat, and times the group's own`() throws {
    var group = ToyDesk.group(limit: 3, curve: .frozenAtStart([1, 0.5, 0.25]))
    group.speed = 2
    let scenario = ToyDesk.scenario(
      types: [ToyDesk.chat(.deterministic(800))], groups: [group],
      demand: [ToyDesk.recorded([0, 100, 200])])
    let (record, diary) = try watch(scenario, [ToyDesk.line(1)])
    // Speeds 2, 1 and a half: 0–400, 100–900, 200–1800, the last in the first one's slot from 400.
    #expect(close(diary.closings, [400, 900, 1800]))
    #expect(abs(record.groupTotal().work - 2400) < 1e-6)
    #expect(abs(record.agents[0].composing - 2400) < 1e-6)
  }

  @Test func `conversations and message chats share an agent: open chats slow, whatever they do`()
    throws
  {
    // The written chat is open from 10 to 70: answered at 30, then in its closing phase. Until 10
    // the conversation has done 10 s of work, at half the speed 30 more until 70, then the rest.
    let written = InquiryType(
      name: "written",
      service: .messages(
        MessageExchange(
          agentMessages: .fixed(1), composing: .deterministic(20), thinking: .deterministic(40),
          closing: .deterministic(40))))
    let scenario = ToyDesk.scenario(
      types: [ToyDesk.chat(.deterministic(100), name: "spoken"), written],
      groups: [ToyDesk.group(types: ["spoken", "written"], limit: 2, curve: .speeds([1, 0.5]))],
      demand: [ToyDesk.recorded([0, 10], types: ["spoken", "written"], indices: [0, 1])])
    let (record, diary) = try watch(scenario, [ToyDesk.line(1)])
    #expect(close(diary.replies, [30]))
    #expect(close(diary.closings, [70, 130]))
    #expect(abs(record.groupTotal().work - 120) < 1e-6)
    #expect(abs(record.groupTotal().busy - 130) < 1e-6)
  }

  @Test func `a message chat that ends leaves the conversation its own end`() throws {
    let written = InquiryType(
      name: "written",
      service: .messages(
        MessageExchange(
          agentMessages: .fixed(2), composing: .deterministic(20), thinking: .deterministic(40))))
    let scenario = ToyDesk.scenario(
      types: [ToyDesk.chat(.deterministic(200), name: "spoken"), written],
      groups: [ToyDesk.group(types: ["spoken", "written"], limit: 2)],
      demand: [ToyDesk.recorded([0, 10], types: ["spoken", "written"], indices: [1, 0])])
    let (_, diary) = try watch(scenario, [ToyDesk.line(1)])
    #expect(close(diary.closings, [80, 210]))
  }
}
