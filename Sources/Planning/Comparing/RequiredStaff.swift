// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Demand
import Plans
import Scenarios

/// How many agents a queueing formula asks for, interval by interval of one day.
///
/// Each interval is taken as a steady desk under its expected load, other shops' in a shared pool
/// included, staffed by the plan's group with the largest chat limit at the speed that it has then;
/// what is asked for is what the scenario's targets take, or a stable queue where there is none. It
/// knows nothing of the queue that an interval leaves to the next.
enum RequiredStaff {
  /// Agents by interval, 0 where nobody comes.
  static func byInterval(of plan: Plan, on date: CivilDate, scenario: Scenario) throws -> [Double] {
    let perDay = scenario.interval.perDay
    let day = scenario.horizon.first.days(to: date)
    let arrivals = try ArrivalPlan(
      scenario: scenario, background: plan.staffing.background, scale: 1)
    let load = FirstGuess.intervalLoad(arrivals, scenario: scenario)
    let groups = Set(plan.staffing.lines.map(\.group))
    var desk = scenario
    desk.agentGroups = scenario.agentGroups.filter { groups.contains($0.name) }
    return load[day * perDay..<(day + 1) * perDay].map { work in
      work > 0 ? Double(FirstGuess.agents(forLoad: work, scenario: desk)) : 0
    }
  }
}
