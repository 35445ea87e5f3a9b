// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Capacity
import Demand
import Scenarios
import Workforce

/// Where a search for seats begins: queueing theory on a busy interval.
enum FirstGuess {
  /// A size that should come near the targets; only the length of the search depends on it.
  ///
  /// Takes the interval whose load ÷ staff is exceeded in one staffed interval of twenty (or the
  /// worst one, where every month has to keep the target), treats an agent with n chats as n
  /// servers at the speed they have then, and asks for the least staff that keeps the targets.
  static func size(_ staffing: StaffingPlan, scenario: Scenario, scale: Double) throws -> Int {
    guard let sizing = staffing.sizing else { return 1 }
    let unit = staffing.sized(sizing.subject == .rosterScale ? 100 : 1)
    let arrivals = try ArrivalPlan(
      scenario: scenario, background: staffing.background, scale: scale)
    let load = intervalLoad(arrivals, scenario: scenario)
    let staff = try StaffingTimeline(scenario: scenario, lines: unit.lines).staffedAgents()
    let factors = zip(load, staff).filter { $0.1 > 0 && $0.0 > 0 }
    let byNeed = factors.sorted { $0.0 / $0.1 < $1.0 / $1.1 }
    guard !byNeed.isEmpty else { return sizing.range.lowerBound }
    let isStrict = scenario.serviceTargets.contains { $0.scope == .everyMonth }
    let place = isStrict ? byNeed.count - 1 : Int(Double(byNeed.count - 1) * 0.95)
    let (work, people) = byNeed[place]
    let needed = agents(forLoad: work, scenario: scenario)
    let size = Double(needed) / people * (sizing.subject == .rosterScale ? 100 : 1)
    let bounded = min(Double(sizing.range.upperBound), max(Double(sizing.range.lowerBound), size))
    return Int(bounded: bounded.rounded(.up))
  }

  /// Expected seconds of work that arrive in each second of each interval of the horizon.
  static func intervalLoad(_ plan: ArrivalPlan, scenario: Scenario) -> [Double] {
    let means = scenario.meanWork
    var load = [Double](repeating: 0, count: scenario.horizon.count * scenario.interval.perDay)
    let length = Double(scenario.interval.seconds)
    for stream in plan.streams {
      let volume = stream.expectedByInterval(in: plan, length: scenario.interval)
      for (index, count) in volume.enumerated() where count > 0 {
        load[index / means.count] += count * means[index % means.count] / length
      }
    }
    return load
  }

  /// Agents for a load in erlangs of chats handled alone.
  static func agents(forLoad load: Double, scenario: Scenario) -> Int {
    let (chats, speed) = scenario.fullAgent
    return OfferedStaff.agents(forLoad: load, chats: chats, speed: speed, scenario: scenario)
  }
}
