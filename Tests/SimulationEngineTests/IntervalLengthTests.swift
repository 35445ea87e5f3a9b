// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Scenarios
import SimulationEngine
import TestSupport
import Testing
import Workforce

struct IntervalLengthTests {
  /// A busy day of two agents on quarter hours, customers who leave, and a waiting room.
  private func scenario(_ interval: IntervalLength) -> Scenario {
    var scenario = ToyDesk.scenario(
      days: 2, types: [ToyDesk.chat(.exponential(mean: 240), patience: .exponential(mean: 180))],
      groups: [ToyDesk.group(limit: 2, curve: .speeds([1, 0.8]))],
      demand: [ToyDesk.poisson(perSecond: 0.012)], seed: 5)
    scenario.routing.waitingRoom = 4
    scenario.interval = interval
    return scenario
  }

  private var lines: [StaffingLine] {
    [
      ToyDesk.line(
        1, breaks: [ClockSpan(start: ToyDesk.clock(12, 15), end: ToyDesk.clock(12, 45))]),
      StaffingLine(
        group: "agents",
        shift: ShiftPattern(
          name: "quarter",
          hours: ClockSpan(start: ToyDesk.clock(9, 15), end: ToyDesk.clock(17, 45))), agents: 2),
    ]
  }

  private func record(_ interval: IntervalLength) throws -> ReplicationRecord {
    try watch(scenario(interval), lines).record
  }

  @Test func `a day is the same however it is cut`() throws {
    let records = try IntervalLength.allCases.map(record)
    #expect(records.map(\.intervalCount) == [192, 96, 48])
    for other in records.dropFirst() {
      #expect(other.chatCount == records[0].chatCount)
      #expect(other.agents.map(\.chats) == records[0].agents.map(\.chats))
      #expect(other.times == records[0].times)
    }
  }

  @Test func `quarter hours add up to half hours and to hours`() throws {
    let quarters = try record(.quarterHour)
    for interval in [IntervalLength.halfHour, .hour] {
      let whole = try record(interval)
      let parts = interval.seconds / IntervalLength.quarterHour.seconds
      for index in 0..<whole.intervalCount {
        let range = index * parts..<(index + 1) * parts
        let (sum, cell) = (
          quarters.total(intervals: range), whole.total(intervals: index..<index + 1)
        )
        #expect(sum.arrived == cell.arrived && sum.answered == cell.answered)
        #expect(sum.abandoned == cell.abandoned && sum.blocked == cell.blocked)
        #expect(sum.count(.answeredWithin) == cell.count(.answeredWithin))
        #expect(abs(sum.totalWait - cell.totalWait) < 1e-6)
        let (left, right) = (
          quarters.groupTotal(intervals: range), whole.group(0, interval: index)
        )
        #expect(
          close(
            [left.staffed, left.busy, left.chats, left.work],
            [right.staffed, right.busy, right.chats, right.work]))
      }
    }
  }

  @Test func `staffed seconds of shifts on quarter hours are whole quarters`() throws {
    let quarters = try record(.quarterHour)
    // 09:00–09:15 one agent, from 09:15 three, 12:15–12:45 two, from 17:45 one again.
    for (quarter, agents) in [(36, 1.0), (37, 3), (49, 2), (50, 2), (51, 3), (70, 3), (71, 1)] {
      #expect(abs(quarters.group(0, interval: quarter).staffed - 900 * agents) < 1e-6)
    }
    let timeline = try StaffingTimeline(scenario: scenario(.hour), lines: lines)
    let hours = timeline.staffedAgents()
    #expect(hours.count == 48 && hours[8] == 1 && hours[9] == 2.5 && hours[12] == 2.5)
    #expect(hours[17] == 2.5 && hours[18] == 1)
  }
}
