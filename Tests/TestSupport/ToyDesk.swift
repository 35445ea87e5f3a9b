// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Scenarios

/// Small scenarios for tests, open around the clock from 2026-01-05, a Monday.
package enum ToyDesk {
  package static let firstDay = CivilDate(dayNumber: 20_458)

  package static func clock(_ hour: Int, _ minute: Int = 0) -> ClockTime {
    ClockTime(hour: hour, minute: minute) ?? .midnight
  }

  package static func hours(_ from: Int, _ to: Int) -> ClockSpan {
    ClockSpan(start: clock(from), end: clock(to))
  }

  /// Arrivals at given seconds, of given types.
  package static func recorded(
    _ times: [Double], types: [String] = [], indices: [UInt16] = [], mix: [TypeShare] = [],
    name: String = "shop"
  ) -> DemandStream {
    let origin = Double(firstDay.dayNumber) * 86_400
    return DemandStream(
      name: name,
      source: .history(
        HistoryReplay(
          source: "toy",
          records: .arrivals(
            ArrivalLog(times: times.map { $0 + origin }, types: types, typeIndices: indices)))),
      mix: mix.isEmpty ? [TypeShare(inquiryType: types.first ?? "chat", share: 1)] : mix)
  }

  /// A Poisson stream of a constant rate.
  package static func poisson(
    perSecond rate: Double, mix: [TypeShare] = [TypeShare(inquiryType: "chat", share: 1)],
    name: String = "shop"
  ) -> DemandStream {
    DemandStream(
      name: name,
      source: .seasonal(
        SeasonalDemand(dailyMean: rate * 86_400, profile: [Double](repeating: 1, count: 24))),
      mix: mix)
  }

  package static func line(
    _ agents: Int, group: String = "agents", hours: ClockSpan = hours(0, 24),
    breaks: [ClockSpan] = [], holds: [ClockSpan] = []
  ) -> StaffingLine {
    StaffingLine(
      group: group, shift: ShiftPattern(name: "shift", hours: hours, breaks: breaks, holds: holds),
      agents: agents)
  }

  package static func scenario(
    days: Int = 1, types: [InquiryType], groups: [AgentGroup], demand: [DemandStream],
    routing: RoutingRules = RoutingRules(), seed: UInt64 = 1, warmUpDays: Int = 0,
    window: ClockSpan = hours(0, 24), closedHours: ClosedHoursRule = .lost,
    acceptableWait: Seconds = 60
  ) -> Scenario {
    Scenario(
      name: "toy", seed: seed,
      horizon: DateSpan(first: firstDay, last: firstDay.advanced(by: days - 1))
        ?? firstDay.yearMonth.days,
      serviceWindow: .daily(window), closedHours: closedHours, inquiryTypes: types,
      demand: demand, agentGroups: groups, routing: routing, acceptableWait: acceptableWait,
      experiment: ExperimentSettings(warmUpDays: warmUpDays))
  }

  package static func chat(
    _ handling: Distribution, patience: Distribution = .never, name: String = "chat"
  ) -> InquiryType {
    InquiryType(name: name, service: .conversation(handling: handling), patience: patience)
  }

  package static func group(
    _ name: String = "agents", types: [String] = ["chat"], limit: Int = 1,
    curve: ConcurrencyCurve = .independentOfLoad
  ) -> AgentGroup {
    AgentGroup(
      name: name, skills: types.map { Skill(inquiryType: $0) }, chatLimit: limit,
      concurrency: curve)
  }
}
