// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Measures
import Scenarios
import SimulationEngine
import TestSupport
import Testing

/// What is counted, up to which bound, and from when to when.
@Suite struct CountingTests {
  @Test func `a wait of exactly the limit is within it`() throws {
    let scenario = ToyDesk.scenario(
      types: [ToyDesk.chat(.deterministic(180))], groups: [ToyDesk.group()],
      demand: [ToyDesk.recorded([0, 0])], acceptableWait: 180)
    let total = try watch(scenario, [ToyDesk.line(1)]).record.total()
    #expect(total.count(.answeredWithin) == 2)
    #expect(total.count(.repliedWithin, threshold: 180) == 2)
  }

  @Test func `a reply after exactly three minutes, wait and delay together, is in time`() throws {
    var type = ToyDesk.chat(.deterministic(120))
    type.firstReplyDelay = .deterministic(60)
    let scenario = ToyDesk.scenario(
      types: [type], groups: [ToyDesk.group()], demand: [ToyDesk.recorded([0, 0, 1])])
    let total = try watch(scenario, [ToyDesk.line(1)]).record.total()
    // After 60, 180 and 299 s.
    #expect(total.count(.repliedWithin, threshold: 180) == 2)
    #expect(abs(total.firstReplyTime - 539) < 1e-6)
  }

  @Test func `where agents reply at once, replies are the waits of the answered`() throws {
    let scenario = ToyDesk.scenario(
      types: [ToyDesk.chat(.deterministic(100), patience: .deterministic(150))],
      groups: [ToyDesk.group()], demand: [ToyDesk.recorded([0, 10, 20])])
    let record = try watch(scenario, [ToyDesk.line(1)]).record
    // 10 waits 90, 20 leaves after 150.
    #expect(abs(record.replyTimeSums[0] - 90) < 1e-6)
    #expect(abs(record.total().firstReplyTime - 90) < 1e-6)
    #expect(record.times.count(.reply, type: 0) == 2)
    #expect(
      record.times.histogram(.reply, type: 0) == record.times.histogram(.answeredWait, type: 0))
    #expect(abs(record.total().totalWait - 240) < 1e-6)
  }

  @Test func `those who came before the horizon are served and not measured`() throws {
    let scenario = ToyDesk.scenario(
      types: [ToyDesk.chat(.deterministic(50))], groups: [ToyDesk.group()],
      demand: [ToyDesk.recorded([-100, -90, 10])], warmUpDays: 1)
    let (record, diary) = try watch(scenario, [ToyDesk.line(1)])
    #expect(close(diary.assignments, [-100, -50, 10]))
    #expect(record.total().arrived == 1)
    #expect(record.times.count(.answeredWait, type: 0) == 1)
    #expect(record.times.zeros(.answeredWait, type: 0) == 1)
    #expect(abs(record.groupTotal().busy - 50) < 1e-6)
    #expect(abs(record.groupTotal().work - 50) < 1e-6)
    #expect(abs(record.groupTotal().staffed - 86_400) < 1e-6)
    #expect(record.chatCount == 3)
  }

  @Test func `those who come after the horizon's end are served and not measured`() throws {
    // Pushes of the last day's last hour bring their customers two hours later, in open hours.
    let night = ClockSpan(start: ToyDesk.clock(12), end: ToyDesk.clock(6))
    var demand = SeasonalDemand(dailyMean: 0)
    demand.bursts = BurstProcess(
      pushesPerDay: 20, hours: ToyDesk.hours(23, 24), customersPerPush: 5,
      delay: .deterministic(7200))
    let scenario = ToyDesk.scenario(
      types: [ToyDesk.chat(.deterministic(30), patience: .deterministic(40))],
      groups: [ToyDesk.group()],
      demand: [
        DemandStream(
          name: "shop", source: .seasonal(demand),
          mix: [TypeShare(inquiryType: "chat", share: 1)])
      ], window: night)
    let (record, diary) = try watch(scenario, [ToyDesk.line(1, hours: night)])
    #expect(diary.assignments.count > 20 && diary.assignments.allSatisfy { $0 > 90_000 })
    #expect(record.chatCount > 20)
    #expect(record.total().isEmpty)
    #expect(record.times.count(.answeredWait, type: 0) == 0)
    #expect(record.times.count(.abandonedWait, type: 0) == 0)
  }
}
