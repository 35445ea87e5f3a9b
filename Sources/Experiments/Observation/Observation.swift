// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Scenarios
import SimulationEngine
import Workforce

/// What only the chats one by one can tell of a replication, in sums that are small.
package struct Observation: Sendable {
  /// The replication in the sums of every run.
  package let summary: ReplicationSummary
  /// Seconds of the open hours with 0, 1, 2 … customers waiting: by inquiry type, then of all.
  package let queues: [[Double]]
  /// Agent-seconds on duty, breaks not included, with 0, 1, 2 … chats in hand: by group.
  package let groups: [[Double]]
  /// The same of each agent of the roster.
  package let agents: [[Double]]
  /// `agentDays[agent][day]`.
  package let agentDays: [[AgentDay]]
  /// Waits of the shop's own arrivals, ascending: `waits[slot][type]` by interval of the day.
  let waits: [[[Double]]]

  init(
    _ log: ChatLog, _ summary: ReplicationSummary,
    presence: (open: [Range<Double>], agents: [[Range<Double>]]), in scenario: Scenario,
    _ timeline: StaffingTimeline
  ) {
    self.summary = summary
    let days = scenario.horizon.count
    let end = Double(days) * 86_400
    let typeCount = scenario.inquiryTypes.count
    var waiting = [LevelSteps](repeating: LevelSteps(), count: typeCount + 1)
    var inHand = [LevelSteps](repeating: LevelSteps(), count: timeline.agents.count)
    var agentDays = [[AgentDay]](
      repeating: Array(repeating: AgentDay(), count: days), count: timeline.agents.count)
    let length = Double(scenario.interval.seconds)
    var waits = [[[Double]]](
      repeating: Array(repeating: [], count: typeCount), count: scenario.interval.perDay)
    for chat in log.chats {
      if let arrived = chat.arrived, chat.outcome != .blocked {
        let until = chat.left ?? chat.assigned ?? .infinity
        for line in [chat.type, typeCount] { waiting[line].add(from: arrived, to: until) }
      }
      for stay in chat.stays { inHand[stay.agent].add(from: stay.start, to: stay.end) }
      if let taken = chat.assigned, let agent = chat.agent, taken >= 0, taken < end {
        let day = Int(taken / 86_400)
        agentDays[agent][day].take(chat, of: scenario.inquiryTypes[chat.type])
      }
      if let arrived = chat.arrived, arrived >= 0, !chat.isBackground, let wait = chat.wait {
        let slot = Int(arrived.truncatingRemainder(dividingBy: 86_400) / length)
        waits[slot][chat.type].append(wait)
      }
    }
    queues = waiting.map { $0.seconds(within: presence.open) }
    agents = zip(inHand, presence.agents).map { $0.seconds(within: $1) }
    var groups = [[Double]](repeating: [], count: scenario.agentGroups.count)
    for (agent, seconds) in zip(timeline.agents, agents) {
      while groups[agent.group].count < seconds.count { groups[agent.group].append(0) }
      for (level, value) in seconds.enumerated() { groups[agent.group][level] += value }
    }
    self.groups = groups
    for agent in agentDays.indices {
      var onDuty = [Double](repeating: 0, count: days)
      for span in presence.agents[agent] { onDuty.add(from: span.lowerBound, to: span.upperBound) }
      let busy = inHand[agent].busySeconds(days: days)
      for day in 0..<days {
        agentDays[agent][day].onDuty = onDuty[day]
        agentDays[agent][day].busy = busy[day]
      }
    }
    self.agentDays = agentDays
    self.waits = waits.map { $0.map { $0.sorted() } }
  }
}

extension Experiment {
  /// Simulates replications under observation and hands their sums on in order, the same for any
  /// number of threads.
  package func observe(
    _ replications: Range<Int>, threads: Int, each: (Observation) throws -> Void
  ) async throws {
    let experiment = self
    try await OrderedReplications.run(replications, threads: threads) { replication in
      experiment.observation(replication)
    } consume: { _, observation in
      try each(observation)
    }
  }
}
