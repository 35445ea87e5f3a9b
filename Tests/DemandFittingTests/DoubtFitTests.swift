// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import DemandFitting
import Foundation
import Scenarios
import Testing

/// What a history leaves open, and what it says of closed days and kinds of day.
@Suite struct DoubtFitTests {
  private func changed(
    _ series: CountSeries, _ change: (_ day: Int, _ slot: Int, _ value: Double) -> Double
  ) -> CountSeries {
    let values = series.values.enumerated().map { index, value in
      change(index / series.slots, index % series.slots, value)
    }
    return CountSeries(first: series.first, interval: series.interval, values: values)
  }

  @Test func `a longer history leaves less doubt about the level`() throws {
    var shop = SyntheticShop()
    shop.days = 42
    let short = try DemandModel(shop.series(seed: 3)).doubt
    shop.days = 300
    let long = try DemandModel(shop.series(seed: 3)).doubt
    #expect(long.level < short.level)
    #expect(long.profile < short.profile)
    #expect(long.level > 0 && short.level < 0.5)
  }

  @Test func `busy days that nothing announced come again as often and as large as they came`()
    throws
  {
    let calm = SyntheticShop().series(seed: 22)
    let storms: Set<Int> = [20, 61, 62, 120, 150]
    let model = try DemandModel(changed(calm) { storms.contains($0) ? $2 * 4 : $2 })
    let surprises = try #require(model.doubt.surprises)
    // Four storms, of which one lasts two days, in 182 days.
    #expect(abs(surprises.perYear - 4.0 / 182 * 365) < 1e-9)
    #expect(abs(surprises.length - 1.25) < 1e-9)
    #expect(abs(surprises.factor - 4) < 0.8)
    #expect(try DemandModel(calm).doubt.surprises == nil)
  }

  @Test func `a weekday without any row is closed, and said to be`() throws {
    let open = SyntheticShop().series(seed: 4)
    let model = try DemandModel(changed(open) { $0 % 7 >= 5 ? .nan : $2 })
    #expect(model.closedWeekdays == [.saturday, .sunday])
    #expect(model.remarks.contains(.closedWeekdays([.saturday, .sunday])))
    let demand = model.seasonalDemand
    #expect(demand.weekdayFactors[5] == 0 && demand.weekdayFactors[6] == 0)
    let week = demand.weekdayFactors.reduce(0, +) * demand.dailyMean
    // Five days of 1.1 × 400 a week.
    #expect(abs(week / (5 * 1.1 * 400) - 1) < 0.1)
    let days = try #require(
      DateSpan(first: model.last.advanced(by: 1), last: model.last.advanced(by: 7)))
    let forecast = try model.forecast(days, paths: 200)
    for day in 0..<7 {
      let mean = forecast.summary(day * forecast.slots..<(day + 1) * forecast.slots).mean
      let weekday = days[day].weekday
      #expect((mean == 0) == weekday.isWeekend)
    }
  }

  @Test func `a few days without rows close no weekday`() throws {
    let open = SyntheticShop().series(seed: 4)
    let model = try DemandModel(changed(open) { [5, 12, 40].contains($0) ? .nan : $2 })
    #expect(model.closedWeekdays.isEmpty)
  }

  @Test func `a Sunday like the working days has their hours, a short Friday its own`() throws {
    let shop = SyntheticShop().series(seed: 8)
    // Fridays end at noon, Saturdays begin at 18:00.
    let model = try DemandModel(
      changed(shop) { day, slot, value in
        switch day % 7 {
        case 4: slot < 12 ? value : 0
        case 5: slot >= 18 ? value : 0
        default: value
        }
      })
    let demand = model.seasonalDemand
    #expect(demand.weekendProfile == nil)
    #expect(Set(demand.weekdayProfiles.keys) == [.friday, .saturday])
    let saturday = demand.profile(on: .saturday)
    #expect(saturday[..<17].reduce(0, +) < 0.05 * saturday.reduce(0, +))
    #expect(demand.profile(on: .sunday) == demand.profile)
  }

  @Test func `Saturday and Sunday alike are a weekend`() throws {
    let shop = SyntheticShop().series(seed: 8)
    let model = try DemandModel(changed(shop) { $0 % 7 >= 5 && $1 < 14 ? 0 : $2 })
    #expect(model.seasonalDemand.weekendProfile != nil)
    #expect(model.seasonalDemand.weekdayProfiles.isEmpty)
  }
}
