// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Scenarios

/// One person of a staffing line.
package struct Agent: Hashable, Sendable {
  /// Index of the group in the scenario.
  package let group: Int
  /// Index of the staffing line in the plan.
  package let line: Int
  /// Place in the line, from zero.
  package let position: Int
  package let engagement: Engagement
  /// Share in [0, 1) of the duties to which the agent does not come.
  package var absence = 0.0
}

/// A stretch of time, end not included.
package struct TimeSpan: Hashable, Sendable {
  package let start: SimulationTime
  package let end: SimulationTime
}

/// An unbroken stretch of duty of one agent.
package struct DutyPeriod: Hashable, Sendable {
  /// Index into the timeline's agents.
  package let agent: Int
  package let span: TimeSpan
  /// The period's breaks, as a range of the timeline's `breaks`.
  package let breaks: Range<Int>
  /// The period's stretches on hold, as a range of the timeline's `holds`.
  package let holds: Range<Int>
}

/// Who is on duty when: staffing lines compiled over the simulated days.
package struct StaffingTimeline: Equatable, Sendable {
  package static let agentsAllowed = 1_000_000
  package static let dutyPeriodsAllowed = 40_000_000

  /// Line by line, so that the agents of a line are neighbours.
  package let agents: [Agent]
  /// In order of start, then of agent. Shifts that follow without a gap are one period.
  package let dutyPeriods: [DutyPeriod]
  package let breaks: [TimeSpan]
  /// On duty, but given no new chat.
  package let holds: [TimeSpan]
  /// Names of the groups, in the scenario's order.
  package let groups: [String]
  /// Days of the horizon, without warm-up.
  package let horizon: DateSpan
  /// Intervals in which the staff is counted.
  package let interval: IntervalLength

  /// Compiles a plan's lines over the scenario's horizon and the warm-up days before it.
  ///
  /// A shift over midnight that began on the day before is cut to the first simulated instant; one
  /// that begins on the last day keeps its end. Agents who work around the clock stay for one more
  /// shift, so that no customer is left in the queue because the simulated days are over.
  package init(scenario: Scenario, lines: [StaffingLine]) throws(WorkforceError) {
    let groups = scenario.agentGroups.map(\.name)
    let warmUp = max(0, scenario.experiment.warmUpDays)
    var agents: [Agent] = []
    var rows: [LineDuty] = []
    var periods = 0
    for (index, line) in lines.enumerated() {
      guard let group = groups.firstIndex(of: line.group) else {
        throw .unknownGroup(line: index, name: line.group)
      }
      guard line.agents >= 0 else { throw .negativeAgents(line: index, found: line.agents) }
      guard line.agents <= Self.agentsAllowed - agents.count else {
        throw .tooManyAgents(found: agents.count + line.agents, allowed: Self.agentsAllowed)
      }
      let duty = try LineDuty(line, index: index, horizon: scenario.horizon, warmUpDays: warmUp)
      periods += line.agents * duty.spans.count
      guard periods <= Self.dutyPeriodsAllowed else {
        throw .tooManyDutyPeriods(found: periods, allowed: Self.dutyPeriodsAllowed)
      }
      for position in 0..<line.agents {
        agents.append(
          Agent(
            group: group, line: index, position: position, engagement: line.engagement,
            absence: line.absence))
        rows.append(duty)
      }
    }
    var breaks: [TimeSpan] = []
    var holds: [TimeSpan] = []
    var duties: [DutyPeriod] = []
    duties.reserveCapacity(periods)
    for (agent, row) in rows.enumerated() {
      for period in row.spans {
        let first = breaks.count
        breaks.append(contentsOf: period.breaks)
        let firstHold = holds.count
        holds.append(contentsOf: period.holds)
        duties.append(
          DutyPeriod(
            agent: agent, span: period.span, breaks: first..<breaks.count,
            holds: firstHold..<holds.count))
      }
    }
    duties.sort { ($0.span.start, $0.agent) < ($1.span.start, $1.agent) }
    self.agents = agents
    self.breaks = breaks
    self.holds = holds
    self.groups = groups
    dutyPeriods = duties
    horizon = scenario.horizon
    interval = scenario.interval
  }

  /// Intervals of the horizon.
  package var intervalCount: Int { horizon.count * interval.perDay }
}
