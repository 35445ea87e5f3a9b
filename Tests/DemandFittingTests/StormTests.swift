// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import DemandFitting
import Testing

@Suite struct StormTests {
  private func busier(_ series: CountSeries, days: Set<Int>, by factor: Double) -> CountSeries {
    let values = series.values.enumerated().map { index, value in
      days.contains(index / series.slots) ? value * factor : value
    }
    return CountSeries(first: series.first, interval: series.interval, values: values)
  }

  private func day(_ number: Int, of model: DemandModel) throws -> ForecastSummary {
    let date = SyntheticShop.first.advanced(by: number)
    let days = try #require(DateSpan(first: date, last: date))
    let forecast = try model.forecast(days)
    return forecast.summary(0..<forecast.slots)
  }

  @Test func `a storm on the day after the only holiday is not taken for its effect`() throws {
    var shop = SyntheticShop()
    shop.holidays = [100, 190]
    let calm = shop.series(seed: 21)
    let model = try DemandModel(busier(calm, days: [101], by: 4), events: shop.events)
    let quiet = try DemandModel(calm, events: shop.events)
    #expect(try day(191, of: model).mean < 1.25 * day(191, of: quiet).mean)
  }

  @Test func `where some days are doubled, the band reaches further up than down`() throws {
    let calm = SyntheticShop().series(seed: 22)
    let model = try DemandModel(busier(calm, days: Set(stride(from: 3, to: 182, by: 6)), by: 2))
    let summary = try day(190, of: model)
    #expect(summary.p90 - summary.p50 > 1.5 * (summary.p50 - summary.p10))
    let plain = try day(190, of: DemandModel(calm))
    #expect(plain.p90 - plain.p50 < 1.5 * (plain.p50 - plain.p10))
  }

  @Test func `an announced day is no surprise, whatever it brings`() throws {
    var shop = SyntheticShop()
    shop.holidays = [100]
    shop.holidayFactor = 0.01
    let model = try DemandModel(shop.series(seed: 23), events: shop.events)
    #expect(!model.surprises.map(\.date).contains(SyntheticShop.first.advanced(by: 100)))
  }
}
