// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import DemandFitting
import Foundation
import Tables
import Testing

@Suite struct ForecastTests {
  @Test func `bands of eighty percent hold what comes in about eighty of a hundred days`() throws {
    var shop = SyntheticShop()
    shop.days = 200
    let test = try Backtest(shop.series(seed: 11))
    for result in test.results {
      #expect((0.7...0.9).contains(result.model.coverage))
      #expect((0.65...0.95).contains(result.model.dailyCoverage))
      #expect(result.model.wape < result.eightWeeks.wape)
      #expect(!result.naiveWins)
    }
  }

  @Test func `quantiles of totals are those of sums and narrower than summed quantiles`() throws {
    let shop = SyntheticShop()
    let model = try DemandModel(shop.series(seed: 2))
    let days = try #require(
      DateSpan(first: model.last.advanced(by: 1), last: model.last.advanced(by: 28)))
    let forecast = try model.forecast(days)
    let total = forecast.summary(0..<days.count * 24)
    let summed = (0..<days.count * 24).map { forecast.summary($0..<$0 + 1) }
    let width = summed.reduce(0) { $0 + $1.p90 - $1.p10 }
    #expect(total.p90 - total.p10 < width / 2)
    #expect(abs(total.p50 / total.mean - 1) < 0.1)
    #expect(forecast.daily.count == 28 && forecast.monthly.count == 1)
    #expect(try model.forecast(days).samples == forecast.samples)
  }

  @Test func `a forecast's mean is that of its own paths, by day and by month, storms included`()
    throws
  {
    let calm = SyntheticShop().series(seed: 22)
    let values = calm.values.enumerated().map { index, value in
      index / calm.slots % 11 == 3 ? value * 2.5 : value
    }
    let stormy = CountSeries(first: calm.first, interval: calm.interval, values: values)
    for series in [calm, stormy] {
      let model = try DemandModel(series)
      let days = try #require(
        DateSpan(first: model.last.advanced(by: 1), last: model.last.advanced(by: 45)))
      let forecast = try model.forecast(days, paths: 6000)
      let stretches = [0..<24, 30 * 24..<31 * 24, 0..<28 * 24, 0..<45 * 24]
      for range in stretches {
        let totals = forecast.sortedTotals(range)
        let mean = totals.reduce(0, +) / Double(totals.count)
        let squares = totals.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let error = (squares / Double(totals.count * (totals.count - 1))).squareRoot()
        #expect(abs(forecast.summary(range).mean - mean) < 4 * error, "\(range)")
      }
    }
    let month = try DemandModel(stormy).forecast(
      #require(
        DateSpan(first: stormy.first.advanced(by: 200), last: stormy.first.advanced(by: 229)))
    ).summary(0..<30 * 24)
    #expect(month.mean > 1.02 * month.ordinary)
  }

  @Test func `a busy morning raises the rest of today`() throws {
    let series = SyntheticShop().series(seed: 4)
    let noon = (series.first.dayNumber + 181) * 86_400 + 14 * 3600
    var values = series.values
    for slot in 181 * 24..<181 * 24 + 14 { values[slot] *= 1.6 }
    let today = series.first.advanced(by: 181)
    let days = try #require(DateSpan(first: today, last: today))
    let rest = { (values: [Double]) throws in
      let past = CountSeries(first: series.first, interval: 3600, values: values).before(noon)
      return try DemandModel(past).forecast(days).summary(14..<24).mean
    }
    #expect(try rest(values) > 1.08 * rest(series.values))
  }

  @Test func `a table answers each asked interval in the order asked`() throws {
    let model = try DemandModel(SyntheticShop().series(seed: 6))
    let midnight = (model.last.dayNumber + 1) * 86_400
    let table = try ForecastTable(
      model, starts: [midnight + 36_000, midnight + 28_800, midnight + 86_400], interval: 7200)
    #expect(table.rows.map(\.start) == [36_000, 28_800, 86_400].map { midnight + $0 })
    for row in table.rows {
      #expect(row.summary.p10 <= row.summary.p50 && row.summary.p50 <= row.summary.p90)
      let paths = table.forecast.paths
      let counts = (0..<paths).map { table.count(row, path: $0) }.sorted()
      #expect(abs(counts[paths / 2] - row.summary.p50) <= max(1, 0.02 * row.summary.p50))
    }
    #expect(throws: FitError.intervalMismatch(history: 3600, future: 1800)) {
      _ = try ForecastTable(model, starts: [midnight, midnight + 1800])
    }
    #expect(throws: FitError.futureBeforeHistory) {
      _ = try ForecastTable(model, starts: [midnight - 3 * 86_400])
    }
  }

  @Test func `a fitted section holds the keys of a demand`() throws {
    let text = DemandSection.yaml(try DemandModel(SyntheticShop().series(seed: 7)))
    for key in ["daily_mean: ", "weekdays: [", "profile: [", "busyness:", "shape: "] {
      #expect(text.contains(key))
    }
    #expect(!text.contains("nan") && !text.contains("inf") && !text.contains("e-"))
  }

  @Test func `events are read with quotes, and bad rows are named`() throws {
    let events = try CalendarEvent.read(
      text: "date,name,kind\n2024-05-01,\"Labour Day, first\",holiday\n\n2024/6/18,618,promotion\n")
    #expect(events.map(\.name) == ["Labour Day, first", "618"])
    let spread = try CalendarEvent.read(text: "kind;date\r\nsale;2024-11-11 00:00\r\n")
    #expect(spread.map(\.kind) == ["sale"])
    #expect(throws: FitError.noEventDates(header: "2024-05-01,x,y")) {
      _ = try CalendarEvent.read(text: "2024-05-01,x,y\n")
    }
    #expect(throws: FitError.badEvent(line: 2, found: "soon,x,y")) {
      _ = try CalendarEvent.read(text: "date,name,kind\nsoon,x,y\n")
    }
  }

  @Test(arguments: [
    ("date,nmae,kind\n", FitError.eventColumn(line: 1, "nmae", known: ["date", "name", "kind"])),
    ("\ndate,name,\n", .eventColumn(line: 2, "", known: ["date", "name", "kind"])),
    ("date,name,event\n", .eventColumns(line: 1, ["name", "event"])),
    ("date,date\n", .eventColumns(line: 1, ["date", "date"])),
    ("name,kind\n", .noEventDates(header: "name,kind")),
    (
      "date,name\n2024-05-01,x\n2024-05-02,x,y\n",
      .eventTable(TableError(line: 3, .wrongFieldCount(found: 3, expected: 2)))
    ),
  ])
  func `headings of events that are odd, and cells without one, are refused`(
    _ text: String, _ error: FitError
  ) {
    #expect(throws: error) { try CalendarEvent.read(text: text) }
  }
}
