// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Demand
import Scenarios
import Testing

struct BoundedNumberTests {
  @Test func `a computed number becomes a whole one whatever it is`() {
    #expect(Int(bounded: 2.9) == 2)
    #expect(Int(bounded: -2.9) == -2)
    #expect(Int(bounded: .nan) == 0)
    #expect(Int(bounded: .infinity) == 1_000_000_000_000_000)
    #expect(Int64(bounded: -1e300) == -1_000_000_000_000_000)
    #expect(Int32(bounded: 1e12) == .max)
    #expect(UInt16(bounded: -1) == 0)
  }

  @Test func `growth over a thousand years is a number still, and a factor of zero leaves zero`() {
    var demand = SeasonalDemand(dailyMean: 100, growthPerYear: 100)
    demand.growthFrom = CivilDate(iso: "1026-01-01")
    let day = CivilDate(dayNumber: 20_500)
    #expect(demand.ordinaryMean(on: day, horizonStart: day).isFinite)
    demand.weekdayFactors = Array(repeating: 0, count: 7)
    #expect(demand.ordinaryMean(on: day, horizonStart: day) == 0)
  }
}
