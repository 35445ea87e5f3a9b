// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Measures
import Scenarios
import TestSupport

/// One type, one group, open from ten to four.
enum DeskScenario {
  static let day = ToyShop.span("2026-01-06", "2026-01-06")

  /// - Parameters:
  ///   - perHour: Customers of each open hour.
  ///   - patience: Mean seconds, exponential; nil for customers who stay.
  static func make(
    perHour: [Double], handling: Double, patience: Double?, chats: Int = 1,
    targets: [ServiceTarget], horizon: DateSpan = day
  ) -> Scenario {
    var profile = [Double](repeating: 0, count: 24)
    for (hour, rate) in perHour.enumerated() { profile[10 + hour] = rate }
    let demand = SeasonalDemand(dailyMean: perHour.reduce(0, +), profile: profile)
    return Scenario(
      name: "desk", seed: 11, horizon: horizon, serviceWindow: .daily(ToyShop.clock(10, 16)),
      inquiryTypes: [
        InquiryType(
          name: "all", service: .conversation(handling: .exponential(mean: handling)),
          patience: patience.map { .exponential(mean: $0) } ?? .never)
      ],
      demand: [
        DemandStream(
          name: "shop", source: .seasonal(demand), mix: [TypeShare(inquiryType: "all", share: 1)])
      ],
      agentGroups: [
        AgentGroup(name: "team", skills: [Skill(inquiryType: "all")], chatLimit: chats)
      ],
      serviceTargets: targets)
  }

  static func answered(within seconds: Double, atLeast share: Double) -> ServiceTarget {
    ServiceTarget(measure: .serviceLevel(within: seconds), bound: share)
  }
}
