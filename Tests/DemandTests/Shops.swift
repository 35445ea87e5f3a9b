// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Scenarios
import Testing

/// A shop with two types and nothing else that matters to demand.
func shop(
  _ demand: [DemandStream], from first: String, to last: String, timeZone: String = "Asia/Shanghai"
) throws -> Scenario {
  let start = try #require(CivilDate(iso: first))
  let end = try #require(CivilDate(iso: last))
  return Scenario(
    name: "shop", horizon: try #require(DateSpan(first: start, last: end)), timeZone: timeZone,
    serviceWindow: .daily(ClockSpan(start: .midnight, end: .endOfDay)),
    inquiryTypes: ["pre-sale", "after-sale"].map {
      InquiryType(name: $0, service: .conversation(handling: .exponential(mean: 300)))
    },
    demand: demand, agentGroups: [])
}

func stream(
  _ demand: SeasonalDemand, name: String = "own", timeZone: String? = nil,
  preSale: Double = 0.7
) -> DemandStream {
  DemandStream(
    name: name, source: .seasonal(demand),
    mix: [
      TypeShare(inquiryType: "pre-sale", share: preSale),
      TypeShare(inquiryType: "after-sale", share: 1 - preSale),
    ], timeZone: timeZone)
}

func instant(_ text: String) throws -> WallClock {
  let parts = text.split(separator: "T")
  return WallClock(
    date: try #require(CivilDate(iso: parts[0])),
    time: try #require(parts.count == 2 ? ClockTime(iso: parts[1]) : .midnight))
}
