// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Demand
import Experiments
import Measures
import QueueingTheory
import Scenarios
import Workforce

/// A plan shrunk to the averages that a queueing formula takes.
package struct AverageDesk: Equatable, Sendable {
  /// Customers of all shops a second of open time.
  package let arrivalRate: Double
  /// Mean seconds of an agent's time for a chat when she holds as many as she may.
  package let handling: Double
  /// Mean patience in seconds by the mean rate of leaving; nil if nobody ever leaves.
  package let patience: Double?
  /// Mean agents on duty in open time by group, rounded; at least one in all.
  package let agents: [Int]
  /// Share of each inquiry type among the customers.
  let shares: [Double]
  /// Horizon's expected customers of each own stream, then of each background stream.
  let volumes: [Double]

  /// - Parameter report: What the plan's simulation gave: how many customers come in open hours.
  init(scenario: Scenario, staffing: StaffingPlan, report: PerformanceReport) throws {
    let plan = try ArrivalPlan(scenario: scenario, background: staffing.background)
    volumes = plan.streams.map {
      $0.expectedByDay(in: plan).dropFirst(plan.warmUpDays).reduce(0, +)
    }
    let open = Double(scenario.serviceWindow.openSeconds(on: scenario.horizon))
    let own = plan.expectedVolume()
    let inOpenHours = own > 0 ? report.year[.arrivals] / own : 1
    arrivalRate = volumes.reduce(0, +) * inOpenHours / max(1, open)
    shares = Self.shares(scenario, scenario.demand + staffing.background, volumes)
    let timeline = try StaffingTimeline(scenario: scenario, lines: staffing.lines)
    var heads = scenario.agentGroups.indices.map { group in
      let hours = timeline.staffedAgents(group: group).reduce(0, +)
      return Int(bounded: (hours * Double(scenario.interval.seconds) / max(1, open)).rounded())
    }
    if heads.allSatisfy({ $0 == 0 }), !heads.isEmpty {
      let staffed = Set(staffing.lines.filter { $0.agents > 0 }.map(\.group))
      heads[scenario.agentGroups.firstIndex { staffed.contains($0.name) } ?? 0] = 1
    }
    agents = heads
    let team = Double(heads.reduce(0, +))
    var seconds = 0.0
    for (group, count) in zip(scenario.agentGroups, heads) where count > 0 {
      for (type, share) in zip(scenario.inquiryTypes, shares) where share > 0 {
        seconds += try Double(count) / team * share * Self.secondsPerChat(type, group)
      }
    }
    handling = max(seconds, 1e-6)
    let leaving = zip(scenario.inquiryTypes, shares).reduce(0) { $0 + $1.1 / $1.0.patience.mean }
    patience = leaving > 0 && leaving.isFinite ? 1 / leaving : nil
  }

  package var team: Int { agents.reduce(0, +) }

  /// Mean time of a full agent that one chat takes: the inverse of her greatest throughput.
  private static func secondsPerChat(_ type: InquiryType, _ group: AgentGroup) throws -> Double {
    switch type.service {
    case .conversation:
      return group.meanWork(for: type, open: group.chatLimit) / group.greatestOutput
    case .messages(let exchange):
      let desk = try TurnTakingDesk(
        composeTime: max(1e-6, exchange.composing.mean / group.speed),
        thinkTime: exchange.meanPause, messages: exchange.agentMessages.mean,
        switchingTime: exchange.switchingCost.value / group.speed, writesAtOnce: true)
      let rate = try desk.measures(chats: group.chatLimit).chatRate
      return 1 / rate + (exchange.closing.mean + type.wrapUp.mean) / Double(group.chatLimit)
    }
  }

  private static func shares(
    _ scenario: Scenario, _ streams: [DemandStream], _ volumes: [Double]
  ) -> [Double] {
    let total = volumes.reduce(0, +)
    guard total > 0 else {
      return scenario.inquiryTypes.map { _ in 1 / Double(scenario.inquiryTypes.count) }
    }
    return scenario.inquiryTypes.map { type in
      zip(streams, volumes).reduce(0) { sum, pair in
        let share = pair.0.mix.first { $0.inquiryType == type.name }?.share ?? 0
        return sum + share * pair.1 / total
      }
    }
  }
}
