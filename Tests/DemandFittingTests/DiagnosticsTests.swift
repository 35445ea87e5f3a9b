// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import DemandFitting
import Foundation
import Scenarios
import Testing

@Suite struct DiagnosticsTests {
  private func diagnosed(
    _ shop: SyntheticShop, seed: UInt64 = 5, change: (inout [Double]) -> Void = { _ in }
  ) throws -> FitDiagnostics {
    let drawn = shop.series(seed: seed)
    var values = drawn.values
    change(&values)
    let series = CountSeries(first: drawn.first, interval: drawn.interval, values: values)
    return FitDiagnostics(try DemandModel(series, events: shop.events), series)
  }

  @Test func `eight of ten days of a shop without storms lie in their band`() throws {
    let days = try diagnosed(SyntheticShop(days: 364)).days
    let inside = days.count { day in day.count.map { $0 >= day.low && $0 <= day.high } ?? false }
    #expect(days.count == 364)
    #expect((0.74...0.88).contains(Double(inside) / 364))
  }

  @Test(arguments: [1, 24])
  func `counts fill the ten parts of their laws evenly`(_ slots: Int) throws {
    let calibration = try diagnosed(SyntheticShop(slotsPerDay: slots, days: 364)).calibration
    for shares in [calibration.days, calibration.intervals] {
      #expect(abs(shares.reduce(0, +) - 1) < 1e-9)
      #expect(shares.allSatisfy { (0.04...0.17).contains($0) })
    }
    #expect(calibration.dayCount == 364)
  }

  @Test func `variances grow with the mean as the fitted factors let expect`() throws {
    let bins = try diagnosed(SyntheticShop(dailyMean: 2000, days: 364)).dispersion.bins
    #expect(bins.count >= 8)
    #expect(zip(bins, bins.dropFirst()).allSatisfy { $0.mean <= $1.mean })
    for bin in bins {
      #expect((0.6...1.6).contains(bin.variance / bin.expected), "\(bin)")
      #expect(bin.expected > bin.mean)
    }
  }

  @Test func `residuals remember the day before as the day factor does, and no week`() throws {
    let shop = SyntheticShop(dailyMean: 3000, correlation: 0.7, days: 546)
    let lags = try diagnosed(shop).autocorrelation
    #expect(abs(lags[0].observed - 0.7) < 0.15)
    #expect(abs(lags[0].expected - lags[0].observed) < 0.1)
    #expect(abs(lags[6].observed) < 0.2)
    #expect(lags.map(\.days) == Array(1...28))
  }

  @Test func `a kind's interval holds its true factor, and every row says how many days it has`()
    throws
  {
    let holidays = Set(stride(from: 30, to: 360, by: 33))
    let shop = SyntheticShop(days: 364, holidays: holidays, holidayFactor: 0.4)
    let effects = try diagnosed(shop).events
    let workday = try #require(effects.first { $0.subject == .kind("holiday", .workday) })
    let weekend = try #require(effects.first { $0.subject == .kind("holiday", .weekend) })
    #expect(workday.lower < 0.4 && workday.upper > 0.4)
    #expect(workday.days + weekend.days == holidays.count)
    #expect(abs((workday.observed ?? 0) - 0.4) < 0.1)
    #expect(effects.count == 4 + holidays.count)
    let monday = try #require(try diagnosed(shop).weekdays.first)
    #expect(monday.lower < 1.22 && monday.upper > 1.22)
  }

  @Test func `an empty day among busy ones is a surprise, a day that is not known is none`() throws
  {
    let diagnostics = try diagnosed(SyntheticShop(dailyMean: 2000)) { values in
      for slot in 0..<24 {
        values[50 * 24 + slot] = 0
        values[60 * 24 + slot] = .nan
      }
    }
    #expect(diagnostics.days[50].isSurprise)
    #expect(diagnostics.days[60].count == nil && diagnostics.days[60].residual == nil)
    #expect(!diagnostics.days[60].isSurprise)
    #expect(diagnostics.days[60].known == 0)
  }

  @Test func `the week as it was is whole, ordinary and begins on a Monday`() throws {
    let shop = SyntheticShop(days: 60, holidays: [3, 12, 19])
    let example = try diagnosed(shop).example
    #expect(example.count == 7 * 24)
    #expect(example.first?.date.weekday == .monday)
    let dates = Set(example.map(\.date))
    #expect(shop.events.allSatisfy { !dates.contains($0.date) })
    #expect(example.allSatisfy { $0.low <= $0.high })
  }

  @Test func `one day is enough for diagnostics, and has no memory and no week`() throws {
    let diagnostics = try diagnosed(SyntheticShop(days: 1))
    #expect(diagnostics.days.count == 1)
    #expect(diagnostics.autocorrelation.isEmpty && diagnostics.example.isEmpty)
    #expect(diagnostics.week.count == 7 * 24)
  }

  @Test(arguments: DurationFit.Family.allCases)
  func `the survival of a fitted law adds up to its mean`(_ family: DurationFit.Family) throws {
    let sample = (1...400).map { CensoredTime(Double($0 % 37 * 20 + 15), isEvent: true) }
    let fit = try #require(DurationFit(sample, family: family))
    let step = 5.0
    let area = (0..<8000).reduce(0.0) {
      $0 + step * fit.survival(at: (Double($1) + 0.5) * step)
    }
    #expect(abs(area / fit.distribution.mean - 1) < 0.01)
    #expect(fit.survival(at: 0) == 1)
  }
}
