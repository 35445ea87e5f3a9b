// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Scenarios

/// A scenario with the assumptions of a formula, given back one at a time.
struct SimplerScenario {
  private let scenario: Scenario
  private let staffing: StaffingPlan
  private let desk: AverageDesk

  init(scenario: Scenario, staffing: StaffingPlan, desk: AverageDesk) {
    self.scenario = scenario
    self.staffing = staffing
    self.desk = desk
  }

  /// The scenario that has everything up to `assumption`; nil where that is the scenario itself.
  func upTo(_ assumption: Assumption) -> (Scenario, StaffingPlan)? {
    switch assumption {
    case .formula, .randomDays: return nil
    case .chance:
      var flat = flatDesk()
      for index in flat.0.inquiryTypes.indices {
        flat.0.inquiryTypes[index] = InquiryType(
          name: flat.0.inquiryTypes[index].name,
          service: .conversation(handling: .exponential(mean: desk.handling)),
          patience: desk.patience.map { .exponential(mean: $0) } ?? .never)
      }
      for index in flat.0.agentGroups.indices {
        flat.0.agentGroups[index].chatLimit = 1
        flat.0.agentGroups[index].concurrency = .independentOfLoad
        flat.0.agentGroups[index].speed = 1
      }
      return flat
    case .parallelChats:
      var flat = flatDesk()
      for index in flat.0.inquiryTypes.indices {
        let type = scenario.inquiryTypes[index]
        var (service, wrapUp) = (type.service, type.wrapUp)
        if case .conversation(let handling) = service {
          service = .conversation(handling: .exponential(mean: handling.mean + wrapUp.mean))
          wrapUp = .deterministic(0)
        }
        flat.0.inquiryTypes[index] = InquiryType(
          name: type.name, service: service,
          patience: type.patience.mayBeEndless ? .never : .exponential(mean: type.patience.mean),
          wrapUp: wrapUp)
      }
      return flat
    case .laws: return flatDesk()
    case .routing:
      var flat = flatDesk()
      flat.0.routing = scenario.routing
      flat.0.agentGroups = scenario.agentGroups
      // Without anything to give back there is no such rung.
      return flat.0.routing == RoutingRules() && flat.0.agentGroups == flatDesk().0.agentGroups
        ? nil : flat
    case .dayAndRoster: return (level(scenario, keepsSeasons: false), levelBackground(false))
    case .seasons:
      let streams = scenario.demand + staffing.background
      let hasRandomDays = streams.contains { stream in
        if case .seasonal(let demand) = stream.source { demand.busyness != nil } else { false }
      }
      return hasRandomDays
        ? (level(scenario, keepsSeasons: true), levelBackground(true)) : nil
    }
  }

  /// The mean rate at all hours, everybody able to answer everything, agents round the clock.
  private func flatDesk() -> (Scenario, StaffingPlan) {
    var flat = scenario
    let days = min(28, scenario.horizon.count)
    let always = ClockSpan(start: .midnight, end: .midnight)
    let last = scenario.horizon.first.advanced(by: days - 1)
    flat.horizon = DateSpan(first: scenario.horizon.first, last: last) ?? scenario.horizon
    flat.timeZone = "UTC"
    flat.serviceWindow = .daily(always)
    flat.closedHours = .lost
    flat.overnight = nil
    flat.routing = RoutingRules()
    flat.silentOrders = nil
    flat.experiment.warmUpDays = 1
    flat.demand = [
      DemandStream(
        name: "flat", source: .seasonal(SeasonalDemand(dailyMean: desk.arrivalRate * 86_400)),
        mix: zip(scenario.inquiryTypes, desk.shares).map {
          TypeShare(inquiryType: $0.name, share: $1)
        })
    ]
    for index in flat.agentGroups.indices {
      flat.agentGroups[index].skills = scenario.inquiryTypes.map {
        Skill(inquiryType: $0.name)
      }
    }
    let lines = zip(scenario.agentGroups, desk.agents).filter { $0.1 > 0 }.map { group, count in
      StaffingLine(
        group: group.name, shift: ShiftPattern(name: "always", hours: always), agents: count)
    }
    return (flat, StaffingPlan(lines: lines))
  }

  private func level(_ scenario: Scenario, keepsSeasons: Bool) -> Scenario {
    var copy = scenario
    for index in copy.demand.indices {
      copy.demand[index].source = level(
        copy.demand[index].source, volume: desk.volumes[index], keepsSeasons)
    }
    return copy
  }

  private func levelBackground(_ keepsSeasons: Bool) -> StaffingPlan {
    var copy = staffing
    for index in copy.background.indices {
      copy.background[index].source = level(
        copy.background[index].source, volume: desk.volumes[scenario.demand.count + index],
        keepsSeasons)
    }
    return copy
  }

  /// The same volume without random days and, unless its seasons are kept, alike from week to week.
  private func level(
    _ source: DemandSource, volume: Double, _ keepsSeasons: Bool
  ) -> DemandSource {
    guard case .seasonal(var demand) = source else { return source }
    demand.busyness = nil
    demand.doubt = nil
    if !keepsSeasons {
      let weeks = scenario.horizon.reduce(0) { $0 + demand.weekdayFactors[$1.weekday.rawValue] }
      demand = SeasonalDemand(
        dailyMean: weeks > 0 ? volume / weeks : 0, weekdayFactors: demand.weekdayFactors,
        profile: demand.profile, weekendProfile: demand.weekendProfile,
        weekdayProfiles: demand.weekdayProfiles)
    }
    return .seasonal(demand)
  }
}
