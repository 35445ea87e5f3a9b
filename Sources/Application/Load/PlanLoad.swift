// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Planning
import Plans
import Scenarios

/// What one plan's demand and roster come to.
struct PlanLoad {
  /// The shop's customers and those of a shared pool.
  private(set) var demand: DemandLoad
  private(set) var agentDays = 0.0
  /// Bytes of agents, their shifts and the calendar made of them.
  private(set) var rosterBytes = 0.0
  /// Bytes of the agents at work, in each thread.
  private(set) var deskBytes = 0.0
  /// Bytes of all who may wait at once, in each thread.
  private(set) var waitingBytes = 0.0
  /// Desks that are kept: a search keeps those of the sizes that it has tried.
  private(set) var desksKept = 1.0

  /// - Parameter own: Of the scenario's own streams.
  init(_ plan: Plan, in scenario: Scenario, _ own: DemandLoad) {
    demand = own
    if !plan.staffing.background.isEmpty {
      demand += DemandLoad(plan.staffing.background, in: scenario)
    }
    let busiest = (demand.days.max() ?? 0) * demand.surge
    addRoster(plan.staffing, scenario, busiest: busiest)
    waitingBytes =
      Self.waiting(
        demand.days, busiest: busiest, comesAtOnce: demand.crowdBytes > 0, scenario) * 120
  }

  var customers: Double { demand.days.reduce(0, +) }

  private mutating func addRoster(
    _ staffing: StaffingPlan, _ scenario: Scenario, busiest: Double
  ) {
    let days = scenario.simulatedDays
    var lines = staffing
    if let sizing = staffing.sizing {
      lines = staffing.sized(sizing.range.upperBound)
      desksKept = 12
    }
    // No search goes far beyond the people who could work off the busiest tenth of a day alone.
    let work = scenario.meanWork.max() ?? 0
    let slowest = scenario.agentGroups.map(\.speed).min() ?? 1
    let most = 2 * busiest * work / 8640 / max(1e-3, slowest) + 50
    let isPlanned = staffing.sizing?.isPlanned == true
    // A planned roster is tried after another, and its people are on one shift each.
    if isPlanned { desksKept = 2 }
    let each = (most / Double(max(1, lines.lines.count))).rounded(.up)
    for (line, written) in zip(lines.lines, isPlanned ? lines.lines : staffing.lines) {
      let asked = Double(line.agents)
      let agents =
        staffing.sizing == nil
        ? asked : isPlanned ? each : min(asked, max(Double(written.agents), most))
      let duties = Double(days.count { line.works(on: $0) } + 2)
      let pauses = Double(line.shift.breaks.count + line.shift.holds.count)
      agentDays += agents * duties
      // A duty period and two events of the calendar, which is sorted; a pause and two more.
      rosterBytes += agents * duties * (56 + 32 * 2 + pauses * (16 + 32 * 2))
      let limit = scenario.agentGroups.first { $0.name == line.group }?.chatLimit ?? 64
      deskBytes += agents * (320 + Double(limit) * 2 * 80)
      if line.absence > 0 { deskBytes += agents * duties * (2 + 2 * pauses) * 16 }
    }
  }

  /// Customers who may wait at once: a full room, all who are more patient than the horizon is long,
  /// or those who come within five times their mean patience and half an hour, at four times the mean
  /// rate of the busiest day; with them all of a day where they come at once or wait for opening.
  private static func waiting(
    _ volume: [Double], busiest: Double, comesAtOnce: Bool, _ scenario: Scenario
  ) -> Double {
    let all = max(volume.reduce(0, +), busiest)
    let patience = scenario.inquiryTypes.map(\.patience.mean).max() ?? 0
    let isHeld = scenario.closedHours != .lost
    let days = 4 * (5 * patience + 1800) / 86_400 + (comesAtOnce || isHeld ? 1 : 0)
    let most = days.isFinite ? min(all, busiest * days) : all
    let room = scenario.routing.waitingRoom.map(Double.init) ?? .infinity
    // Beside a room there are those who wait for opening.
    return min(most, room + (isHeld ? most : 0))
  }
}
