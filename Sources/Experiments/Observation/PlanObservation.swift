// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Inference
import Measures
import Scenarios
import Workforce

/// Shares of time, days of agents, and figures with their errors of one plan, over observed
/// replications.
package struct PlanObservation: Sendable {
  /// Share of time at a level.
  package struct StateRow: Equatable, Sendable {
    package enum Subject: String, Sendable {
      /// Customers waiting, over the open hours.
      case queue
      /// Chats in hand of an agent of the group, over the time on duty.
      case group
      /// The same of one agent.
      case agent
    }

    package let subject: Subject
    /// Inquiry type or `all`, group, or number of the agent.
    package let name: String
    /// Customers or chats.
    package let level: Int
    /// Seconds at the level, mean over replications.
    package let seconds: Double
    /// Share of time in [0, 1], as a ratio of expectations.
    package let share: ConfidenceInterval
  }

  /// One agent on one day, as means over replications.
  package struct AgentDayRow: Equatable, Sendable {
    package let agent: Int
    package let group: String
    package let date: CivilDate
    package let mean: Observation.AgentDay
  }

  package private(set) var states: [StateRow] = []
  package private(set) var agentDays: [AgentDayRow] = []
  package private(set) var figures: [FigureRow] = []

  /// Simulates the replications under observation; the same for any number of threads.
  package init(
    of experiment: Experiment, replications: Range<Int>, threads: Int
  ) async throws {
    var tally = FigureTally(experiment.scenario)
    var times: [(queues: [[Double]], groups: [[Double]], agents: [[Double]])] = []
    var days: [[Observation.AgentDay]] = []
    try await experiment.observe(replications, threads: threads) { observation in
      tally.add(observation)
      times.append((observation.queues, observation.groups, observation.agents))
      if days.isEmpty {
        days = observation.agentDays
      } else {
        for agent in days.indices {
          for day in days[agent].indices { days[agent][day] += observation.agentDays[agent][day] }
        }
      }
    }
    let (scenario, timeline) = (experiment.scenario, experiment.timeline)
    figures = tally.rows
    let queues = scenario.inquiryTypes.map(\.name) + ["all"]
    for (index, name) in queues.enumerated() {
      states += Self.rows(.queue, name, times.map { $0.queues[index] })
    }
    for (index, group) in scenario.agentGroups.enumerated() {
      states += Self.rows(.group, group.name, times.map { $0.groups[index] })
    }
    for index in timeline.agents.indices {
      states += Self.rows(.agent, String(index), times.map { $0.agents[index] })
    }
    let count = Double(max(1, replications.count))
    for (agent, sums) in days.enumerated() {
      let group = scenario.agentGroups[timeline.agents[agent].group].name
      for (date, sum) in zip(scenario.horizon, sums) where sum.onDuty > 0 || sum.chats > 0 {
        agentDays.append(
          AgentDayRow(agent: agent, group: group, date: date, mean: sum.divided(by: count)))
      }
    }
  }

  private static func rows(
    _ subject: StateRow.Subject, _ name: String, _ times: [[Double]]
  ) -> [StateRow] {
    let totals = times.map { $0.reduce(0, +) }
    return (0..<(times.map(\.count).max() ?? 0)).compactMap { level in
      var sums = RatioSums()
      for (time, total) in zip(times, totals) {
        sums.add(time.indices.contains(level) ? time[level] : 0, over: total)
      }
      // Without an open hour or a shift there is no share.
      guard let share = sums.ratio(of: times.count) else { return nil }
      let seconds = times.reduce(0) { $0 + ($1.indices.contains(level) ? $1[level] : 0) }
      return StateRow(
        subject: subject, name: name, level: level, seconds: seconds / Double(times.count),
        share: share)
    }
  }
}
