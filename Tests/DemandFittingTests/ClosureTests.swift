// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import DemandFitting
import Foundation
import Scenarios
import Testing

/// Closed days, and stretches that are over.
@Suite struct ClosureTests {
  private func changed(_ series: CountSeries, _ factor: (Int) -> Double) -> CountSeries {
    let values = series.values.enumerated().map { index, value in
      (value * factor(index / series.slots)).rounded()
    }
    return CountSeries(first: series.first, interval: series.interval, values: values)
  }

  private func shifts(_ model: DemandModel) -> [Int] {
    model.remarks.compactMap {
      if case .levelShift(_, _, let lasted) = $0 { lasted } else { nil }
    }
  }

  @Test func `ten empty days are a closure and move nothing`() throws {
    let open = SyntheticShop().series(seed: 5)
    let plain = try DemandModel(open).seasonalDemand
    let model = try DemandModel(changed(open) { (150..<160).contains($0) ? 0 : 1 })
    #expect(abs(model.seasonalDemand.dailyMean / plain.dailyMean - 1) < 0.03)
    #expect(model.closedWeekdays.isEmpty)
    #expect(model.surprises.count { $0.ratio == 0 } == 10)
  }

  @Test func `a weekday recorded as empty for all time is closed`() throws {
    let open = SyntheticShop().series(seed: 5)
    let model = try DemandModel(changed(open) { $0 % 7 == 6 ? 0 : 1 })
    #expect(model.closedWeekdays == [.sunday])
    #expect(model.seasonalDemand.weekdayFactors[6] == 0)
  }

  @Test func `a closure that lasts n days lasts h more with probability n in n + h`() throws {
    let open = SyntheticShop().series(seed: 5)
    let shut = try DemandModel(changed(open) { $0 >= 177 ? 0 : 1 })
    #expect(shut.remarks.contains(.closedAtEnd(days: 5)))
    let days = try #require(
      DateSpan(first: shut.last.advanced(by: 1), last: shut.last.advanced(by: 28)))
    let forecast = try shut.forecast(days, paths: 4000)
    let daily = forecast.daily.map(\.summary)
    // Two days and nine days ahead are the same weekday: open with 2/7 and with 9/14.
    #expect(abs(daily[1].mean / daily[8].mean - (2.0 / 7) / (9.0 / 14)) < 0.05)
    #expect(daily[3].ordinary == 0 && daily[5].ordinary > 0)
    let empty = (0..<4000).count { path in
      (24..<48).allSatisfy { forecast.samples[$0 * 4000 + path] == 0 }
    }
    #expect(abs(Double(empty) / 4000 - 5.0 / 7) < 0.03)
  }

  @Test func `twelve busy days that are over are no new level, but one that lasts is`()
    throws
  {
    let calm = SyntheticShop().series(seed: 9)
    let plain = try DemandModel(calm).seasonalDemand.dailyMean
    let over = try DemandModel(changed(calm) { (160..<172).contains($0) ? 3.5 : 1 })
    #expect(over.seasonalDemand.dailyMean < 1.25 * plain)
    let lasting = try DemandModel(changed(calm) { $0 >= 147 ? 3.5 : 1 })
    #expect(shifts(lasting) == [35])
    #expect(abs(lasting.seasonalDemand.dailyMean / plain / 3.5 - 1) < 0.12)
  }
}
