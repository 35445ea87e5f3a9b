// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
import Money
package import Plans
import Pricing
package import Scenarios

/// Shops small enough to be counted by hand.
package enum ToyShop {
  /// A week of January 2026 that begins on a Monday.
  package static let week = span("2026-01-05", "2026-01-11")

  package static func span(_ first: String, _ last: String) -> DateSpan {
    guard let first = CivilDate(iso: first), let last = CivilDate(iso: last),
      let span = DateSpan(first: first, last: last)
    else { preconditionFailure("not a span: \(first) to \(last)") }
    return span
  }

  package static func clock(_ start: Int, _ end: Int) -> ClockSpan {
    ClockSpan(
      start: ClockTime(hour: start) ?? .midnight, end: ClockTime(hour: end) ?? .endOfDay)
  }

  /// Recorded arrivals on the first day, in hours of the clock.
  package static func recorded(_ hours: [Double]) -> DemandStream {
    let midnight = Double(week.first.dayNumber) * 86_400
    return DemandStream(
      name: "shop",
      source: .history(
        HistoryReplay(
          source: "toy", records: .arrivals(ArrivalLog(times: hours.map { midnight + $0 * 3600 })))),
      mix: [TypeShare(inquiryType: "presale", share: 1)])
  }

  package static func random(dailyMean: Double) -> DemandStream {
    var profile = [Double](repeating: 0, count: 24)
    for hour in 9..<17 { profile[hour] = 1 }
    return DemandStream(
      name: "shop", source: .seasonal(SeasonalDemand(dailyMean: dailyMean, profile: profile)),
      mix: [TypeShare(inquiryType: "presale", share: 1)])
  }

  package static func line(_ agents: Int, _ engagement: Engagement = .dedicated) -> StaffingLine {
    StaffingLine(
      group: "sales", shift: ShiftPattern(name: "day", hours: clock(9, 17)), agents: agents,
      engagement: engagement)
  }

  package static func seatPlan(_ name: String = "seats", agents: Int, yuan: Int32 = 5000) -> Plan {
    Plan(
      name: name, staffing: StaffingPlan(lines: [line(agents)]),
      contract: Contract(
        name: name,
        clauses: [
          Clause(
            "seat",
            .seats(SeatClause(seats: .staffed(group: "sales"), monthlyPrice: .yuan(yuan))))
        ]))
  }

  /// Handling takes ten minutes, patience five, half of the answered buy for 100 yuan.
  package static func scenario(
    demand: DemandStream, plans: [Plan], conversion: Double = 0.5, horizon: DateSpan = week,
    targets: [ServiceTarget] = [], handling: Distribution = .deterministic(600)
  ) -> PlannedScenario {
    let scenario = Scenario(
      name: "toy", seed: 7, horizon: horizon, serviceWindow: .daily(clock(9, 17)),
      inquiryTypes: [
        InquiryType(
          name: "presale", service: .conversation(handling: handling),
          patience: .deterministic(300), conversion: conversion, orderValue: .yuan(100))
      ],
      demand: [demand], grossMargin: 0.4,
      agentGroups: [AgentGroup(name: "sales", skills: [Skill(inquiryType: "presale")])],
      serviceTargets: targets)
    return PlannedScenario(scenario, plans: plans)
  }
}
