// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Scenarios
import SimulationEngine
import TestSupport
import Testing

/// What a shift's end does to chats, lines, colleagues and holds.
@Suite struct ShiftEndTests {
  private let hour = 3600.0

  private func scenario(
    days: Int = 1, _ handling: Double = 300, at times: [Double], _ rule: ShiftEndRule
  ) -> Scenario {
    ToyDesk.scenario(
      days: days, types: [ToyDesk.chat(.deterministic(handling))], groups: [ToyDesk.group()],
      demand: [ToyDesk.recorded(times)],
      routing: RoutingRules(agentSelection: .longestIdle, shiftEnd: rule))
  }

  @Test func `whose shift begins as another ends takes from the line at once`() throws {
    let (_, diary) = try watch(
      scenario(at: [3500, 3550], .finishThenLeave),
      [
        ToyDesk.line(1, hours: ToyDesk.hours(0, 1)), ToyDesk.line(1, hours: ToyDesk.hours(1, 2)),
      ])
    #expect(close(diary.assignments, [3500, hour]))
    #expect(diary.agents == [0, 1])
  }

  @Test func `who comes, pauses or goes within a half hour is staffed for the rest of it`() throws {
    func clock(_ minutes: Int) -> ClockTime { ToyDesk.clock(minutes / 60, minutes % 60) }
    func span(_ from: Int, _ to: Int) -> ClockSpan { ClockSpan(start: clock(from), end: clock(to)) }
    let (record, _) = try watch(
      scenario(at: [10], .finishThenLeave),
      [
        ToyDesk.line(
          1, hours: span(10, 105), breaks: [span(35, 50)], holds: [span(65, 80)])
      ])
    let staffed = (0..<5).map { record.group(0, interval: $0).staffed / 60 }
    #expect(close(staffed, [20, 15, 30, 15, 0]))
    #expect(abs(record.agents[0].staffed / 60 - 80) < 1e-6)
  }

  @Test func `who ends a chat as the shift ends takes no other`() throws {
    let (record, diary) = try watch(
      scenario(at: [3300, 3400], .finishThenLeave), [ToyDesk.line(1, hours: ToyDesk.hours(0, 1))])
    #expect(close(diary.closings, [hour]))
    #expect(record.total().answered == 1 && record.total().unserved == 1)
  }

  @Test func `whose shift begins takes from the line before a chat is handed over`() throws {
    // At 1 h the newcomer takes the customer of 3550; the leaver's chat, with 200 s left, is next.
    let (_, diary) = try watch(
      scenario(at: [3500, 3550], .handOver),
      [
        ToyDesk.line(1, hours: ToyDesk.hours(0, 1)), ToyDesk.line(1, hours: ToyDesk.hours(1, 2)),
      ])
    let handed = diary.times { if case .handedOver = $0 { true } else { false } }
    #expect(close(diary.assignments, [3500, hour]))
    #expect(close(handed, [hour + 300]))
  }

  @Test func `a break that ends with the shift brings nobody back`() throws {
    let (record, _) = try watch(
      scenario(at: [1.5 * hour], .finishThenLeave),
      [ToyDesk.line(1, hours: ToyDesk.hours(0, 2), breaks: [ToyDesk.hours(1, 2)])])
    #expect(record.total().unserved == 1)
    #expect(abs(record.groupTotal().staffed - hour) < 1e-6)
  }

  @Test func `a hold that ends with the shift is over the next day`() throws {
    let (_, diary) = try watch(
      scenario(days: 2, at: [86_400 + 10], .finishThenLeave),
      [ToyDesk.line(1, hours: ToyDesk.hours(0, 2), holds: [ToyDesk.hours(1, 2)])])
    #expect(close(diary.assignments, [86_410]))
  }

  @Test func `time on duty is counted up to the horizon's end`() throws {
    let night = ClockSpan(start: ToyDesk.clock(22), end: ToyDesk.clock(4))
    let (record, _) = try watch(
      scenario(at: [100], .finishThenLeave), [ToyDesk.line(1, hours: night)])
    // The last shift goes on till four of the day after, which no half hour of the horizon counts.
    #expect(record.agents[0].staffed > 0)
    #expect(abs(record.agents[0].staffed - record.groupTotal().staffed) < 1e-6)
  }

  @Test func `work handed over is the customer's, whatever the speed of who had it`() throws {
    var group = ToyDesk.group()
    group.speed = 2
    var slow = ToyDesk.group("slow")
    slow.speed = 0.5
    let scenario = ToyDesk.scenario(
      types: [ToyDesk.chat(.deterministic(400))], groups: [group, slow],
      demand: [ToyDesk.recorded([3500])], routing: RoutingRules(shiftEnd: .handOver))
    let (record, diary) = try watch(
      scenario,
      [
        ToyDesk.line(1, hours: ToyDesk.hours(0, 1)),
        ToyDesk.line(1, group: "slow", hours: ToyDesk.hours(1, 2)),
      ])
    // 200 of 400 done in 100 s; the rest takes 400 s at half the speed.
    #expect(close(Array(diary.closings.suffix(1)), [4000]))
    #expect(record.agents.map(\.composing) == [200, 200])
    #expect(record.agents.map(\.chats) == [1, 0])
    #expect(abs(record.groupTotal().work - 400) < 1e-6)
  }

  @Test func `a chat handed over goes before those in line, of its type and of others`() throws {
    // Both are busy at 1 h: the first one's chat has 100 s left and waits till 3750; the customer
    // of 3550 comes after it.
    for other in [UInt16(0), 1] {
      let types = ["a", "b"].map { ToyDesk.chat(.deterministic(300), name: $0) }
      let scenario = ToyDesk.scenario(
        types: types, groups: [ToyDesk.group(types: ["a", "b"])],
        demand: [
          ToyDesk.recorded([3400, 3450, 3550], types: ["a", "b"], indices: [1, 1, other])
        ], routing: RoutingRules(shiftEnd: .handOver))
      let (_, diary) = try watch(
        scenario,
        [
          ToyDesk.line(1, hours: ToyDesk.hours(0, 1)),
          ToyDesk.line(1, hours: ToyDesk.hours(0, 2)),
        ])
      let handed = diary.times { if case .handedOver = $0 { true } else { false } }
      #expect(close(handed, [3750]))
      #expect(close(diary.assignments, [3400, 3450, 3850]))
    }
  }

  @Test func `heads count within a group: a colleague of another group stays`() throws {
    let scenario = ToyDesk.scenario(
      types: [ToyDesk.chat(.deterministic(300))],
      groups: [ToyDesk.group("first"), ToyDesk.group("second")],
      demand: [ToyDesk.recorded([3500, 3700])],
      routing: RoutingRules(agentSelection: .longestIdle, shiftEnd: .poolExchangeable))
    let (record, diary) = try watch(
      scenario,
      [
        ToyDesk.line(1, group: "first", hours: ToyDesk.hours(0, 1)),
        ToyDesk.line(1, group: "second", hours: ToyDesk.hours(0, 2)),
        ToyDesk.line(1, group: "first", hours: ToyDesk.hours(0, 2)),
      ])
    #expect(diary.agents == [0, 1])
    #expect(close(record.agents.map(\.staffed), [2 * hour, 2 * hour, hour]))
  }

  @Test func `heads count of those at work: who is on a break is no substitute`() throws {
    let (record, diary) = try watch(
      scenario(at: [2 * hour - 100, 2 * hour + 100], .poolExchangeable),
      [
        ToyDesk.line(1, hours: ToyDesk.hours(0, 2)),
        ToyDesk.line(1, hours: ToyDesk.hours(0, 4), breaks: [ToyDesk.hours(1, 3)]),
        ToyDesk.line(1, hours: ToyDesk.hours(0, 4)),
      ])
    // The third goes in the first one's place, who serves the second customer at 7400.
    #expect(diary.agents == [0, 0])
    #expect(close(diary.assignments, [7100, 7400]))
    #expect(close(record.agents.map(\.staffed), [4 * hour, 2 * hour, 2 * hour]))
  }

  @Test func `who stays for a colleague's duty comes back from a break for it`() throws {
    // The first one's shift ends in a break, with a chat of 6000 s in hand.
    let (record, diary) = try watch(
      scenario(6000, at: [3500, 9600], .poolExchangeable),
      [
        ToyDesk.line(1, hours: ToyDesk.hours(0, 2), breaks: [ToyDesk.hours(1, 2)]),
        ToyDesk.line(1, hours: ToyDesk.hours(0, 4)),
      ])
    #expect(diary.agents == [0, 0])
    #expect(close(diary.assignments, [3500, 9600]))
    #expect(close(record.agents.map(\.staffed), [3 * hour, 2 * hour]))
  }
}
