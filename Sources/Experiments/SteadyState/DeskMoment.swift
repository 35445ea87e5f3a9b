// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Demand
package import Scenarios
import Workforce

/// One interval of a plan: who comes at what rate, and who is there.
package struct DeskMoment: Equatable, Sendable {
  /// Interval of the horizon.
  package let interval: Int
  /// Expected arrivals a second by inquiry type, of all streams.
  package let rates: [Double]
  /// The same of each stream that has any.
  package let streams: [Stream]
  /// Agents who take chats by group, in the middle of the interval.
  package let agents: [Int]

  package struct Stream: Equatable, Sendable {
    package let name: String
    package let isBackground: Bool
    package let rates: [Double]
  }

  package var arrivalRate: Double { rates.reduce(0, +) }
  package var team: Int { agents.reduce(0, +) }

  /// Takes the interval as given, or the one with the most work for each agent on duty.
  ///
  /// - Parameters:
  ///   - staffing: With its head counts resolved.
  ///   - interval: Inside the horizon.
  package init(scenario: Scenario, staffing: StaffingPlan, interval: Int? = nil) throws {
    let plan = try ArrivalPlan(scenario: scenario, background: staffing.background)
    let timeline = try StaffingTimeline(scenario: scenario, lines: staffing.lines)
    let typeCount = scenario.inquiryTypes.count
    let length = Double(scenario.interval.seconds)
    let volumes = plan.streams.map {
      $0.expectedByInterval(in: plan, length: scenario.interval)
    }
    let place =
      interval
      ?? Self.busiest(volumes, works: scenario.meanWork, staffed: timeline.staffedAgents())
    self.interval = place
    let streams: [Stream] = zip(plan.streams, volumes).compactMap { stream, volume in
      let rates = volume[place * typeCount..<(place + 1) * typeCount].map { $0 / length }
      guard rates.contains(where: { $0 > 0 }) else { return nil }
      return Stream(name: stream.name, isBackground: stream.isBackground, rates: rates)
    }
    self.streams = streams
    rates = (0..<typeCount).map { type in streams.reduce(0) { $0 + $1.rates[type] } }
    let middle = (Double(place) + 0.5) * length
    var agents = [Int](repeating: 0, count: scenario.agentGroups.count)
    for duty in timeline.dutyPeriods where duty.span.holds(middle) {
      let away = timeline.breaks[duty.breaks] + timeline.holds[duty.holds]
      if away.contains(where: { $0.holds(middle) }) { continue }
      agents[timeline.agents[duty.agent].group] += 1
    }
    self.agents = agents
  }

  private static func busiest(
    _ volumes: [[Double]], works: [Double], staffed: [Double]
  ) -> Int {
    let works = works.map { max(1e-9, $0) }
    var best = (interval: 0, load: -1.0)
    for interval in staffed.indices where staffed[interval] >= 0.5 {
      var work = 0.0
      for volume in volumes {
        for (type, each) in works.enumerated() {
          work += volume[interval * works.count + type] * each
        }
      }
      let load = work / staffed[interval]
      if load > best.load { best = (interval, load) }
    }
    return best.interval
  }
}

extension TimeSpan {
  fileprivate func holds(_ time: Double) -> Bool {
    start.secondsSinceStart <= time && time < end.secondsSinceStart
  }
}
