// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Scenarios
import TestSupport
import Testing
import Workforce

struct StaffingTimelineTests {
  private func timeline(
    _ lines: [StaffingLine], days: Int = 2, warmUpDays: Int = 0
  ) throws -> StaffingTimeline {
    try StaffingTimeline(
      scenario: ToyDesk.scenario(
        days: days, types: [ToyDesk.chat(.deterministic(60))], groups: [ToyDesk.group()],
        demand: [ToyDesk.poisson(perSecond: 0.01)], warmUpDays: warmUpDays), lines: lines)
  }

  private func hours(_ period: DutyPeriod) -> [Double] {
    [period.span.start, period.span.end].map { $0.secondsSinceStart / 3600 }
  }

  @Test func `a day shift is one period a day for each agent`() throws {
    let duties = try timeline([ToyDesk.line(2, hours: ToyDesk.hours(9, 17))]).dutyPeriods
    #expect(duties.map(\.agent) == [0, 1, 0, 1])
    #expect(duties.map(hours) == [[9, 17], [9, 17], [33, 41], [33, 41]])
  }

  @Test func `a night shift keeps its end, and the night before the horizon is cut to its start`()
    throws
  {
    let duties = try timeline([ToyDesk.line(1, hours: ToyDesk.hours(22, 6))]).dutyPeriods
    #expect(duties.map(hours) == [[0, 6], [22, 30], [46, 54]])
  }

  @Test func `shifts without a gap are one stretch of duty, a shift longer than the days`() throws {
    let duties = try timeline([ToyDesk.line(1, hours: ToyDesk.hours(0, 24))], days: 3).dutyPeriods
    #expect(duties.map(hours) == [[0, 96]])
  }

  @Test func `weekdays and dates say when a line works`() throws {
    var monday = ToyDesk.line(1, hours: ToyDesk.hours(9, 17))
    monday.weekdays = [.monday]
    var second = ToyDesk.line(1, hours: ToyDesk.hours(10, 12))
    let day = ToyDesk.firstDay.advanced(by: 1)
    second.dates = [try #require(DateSpan(first: day, last: day))]
    let duties = try timeline([monday, second], days: 7).dutyPeriods
    #expect(duties.map(hours) == [[9, 17], [34, 36]])
  }

  @Test func `warm-up days come before the horizon's start`() throws {
    let line = ToyDesk.line(1, hours: ToyDesk.hours(9, 17))
    let duties = try timeline([line], days: 1, warmUpDays: 1).dutyPeriods
    #expect(duties.map(hours) == [[-15, -7], [9, 17]])
  }

  @Test func `agents on duty are counted by half hour, breaks left out`() throws {
    let pause = ClockSpan(start: ToyDesk.clock(12), end: ToyDesk.clock(12, 45))
    let staffed = try timeline(
      [ToyDesk.line(4, hours: ToyDesk.hours(9, 17), breaks: [pause])], days: 1
    ).staffedAgents()
    #expect(staffed.count == 48)
    #expect([17, 18, 33, 34].map { staffed[$0] } == [0, 4, 4, 0])
    #expect([24, 25, 26].map { staffed[$0] } == [0, 2, 4])
    let hours = staffed.reduce(0, +) / 2
    #expect(hours == 29, "four agents, 8 h less 45 min")
  }

  @Test func `a roster that makes no sense is refused with its line`() {
    let good = ToyDesk.line(1)
    #expect(throws: WorkforceError.unknownGroup(line: 1, name: "nobody")) {
      try timeline([good, ToyDesk.line(1, group: "nobody")])
    }
    #expect(throws: WorkforceError.negativeAgents(line: 0, found: -1)) {
      try timeline([ToyDesk.line(-1)])
    }
    #expect(throws: WorkforceError.tooManyAgents(found: 1_000_001, allowed: 1_000_000)) {
      try timeline([good, ToyDesk.line(1_000_000)])
    }
    let late = ClockSpan(start: ToyDesk.clock(18), end: ToyDesk.clock(19))
    #expect(throws: WorkforceError.misplacedBreak(line: 0, shift: "shift")) {
      try timeline([ToyDesk.line(1, hours: ToyDesk.hours(9, 17), breaks: [late])])
    }
  }
}
