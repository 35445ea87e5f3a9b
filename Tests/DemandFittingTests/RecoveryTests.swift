// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import DemandFitting
import Foundation
import Scenarios
import Testing

@Suite struct RecoveryTests {
  @Test func `thirty fitted histories give the shop's own parameters back on average`() throws {
    var shop = SyntheticShop()
    shop.holidays = [30, 65, 101, 150]
    var (level, variance, correlation) = (0.0, 0.0, 0.0)
    var weekdays = Array(repeating: 0.0, count: 7)
    for seed in 1...30 {
      let model = try DemandModel(
        shop.series(seed: UInt64(seed) &* 7919), events: shop.events)
      let demand = model.seasonalDemand
      level += demand.dailyMean / 30
      variance += model.dayVariance / 30
      correlation += model.dayCorrelation / 30
      for day in 0..<7 { weekdays[day] += demand.weekdayFactors[day] / 30 }
      let total = shop.profile.reduce(0, +)
      for hour in 0..<24 {
        #expect(abs(demand.profile[hour] - shop.profile[hour] / total) < 0.006)
      }
    }
    // One history's level is known to about 5 %, the mean of thirty to 1 %.
    #expect(abs(level / shop.dailyMean - 1) < 0.04)
    let mean = shop.weekdays.reduce(0, +) / 7
    for day in 0..<7 { #expect(abs(weekdays[day] / (shop.weekdays[day] / mean) - 1) < 0.02) }
    #expect((0.014...0.027).contains(variance))
    #expect((0.3...0.6).contains(correlation))
  }

  @Test func `refitting a simulation of the fit gives the fit back`() throws {
    for (mean, slots, days) in [(400.0, 24, 182), (30.0, 24, 120), (250.0, 1, 300)] {
      var shop = SyntheticShop()
      (shop.dailyMean, shop.slotsPerDay, shop.days) = (mean, slots, days)
      let fit = try DemandModel(shop.series(seed: 99)).seasonalDemand
      var second = shop
      second.dailyMean = fit.dailyMean
      second.weekdays = fit.weekdayFactors
      second.deviation = (1 / (fit.busyness?.shape ?? 50)).squareRoot()
      second.correlation = fit.busyness?.correlation ?? 0
      var (level, tuesday) = (0.0, 0.0)
      for seed in 1...30 {
        let again = try DemandModel(second.series(seed: UInt64(seed) &* 104_729)).seasonalDemand
        level += again.dailyMean / 30
        tuesday += again.weekdayFactors[1] / 30
      }
      #expect(abs(level / fit.dailyMean - 1) < 0.05)
      #expect(abs(tuesday / fit.weekdayFactors[1] - 1) < 0.04)
    }
  }

  @Test func `an announced holiday is learned and foreseen`() throws {
    var shop = SyntheticShop()
    shop.holidays = [30, 64, 101, 150, 184]
    let model = try DemandModel(shop.series(seed: 5), events: shop.events)
    let coming = model.seasonalDemand.dateFactors[SyntheticShop.first.advanced(by: 184)]
    #expect(abs((coming ?? 1) / shop.holidayFactor - 1) < 0.25)
  }

  @Test func `a promotion that has only been on workdays does the same on a Saturday, and says so`()
    throws
  {
    var shop = SyntheticShop()
    shop.holidays = [30, 64, 101, 150]
    shop.holidayFactor = 3
    let saturday = SyntheticShop.first.advanced(by: 187)
    let events = (shop.events.map(\.date) + [saturday]).map {
      CalendarEvent(date: $0, name: "sale", kind: "promotion")
    }
    let model = try DemandModel(shop.series(seed: 5), events: events)
    let coming = try #require(model.seasonalDemand.dateFactors[saturday])
    #expect((2.4...3.4).contains(coming))
    #expect(model.remarks.contains(.borrowedEffect(kind: "promotion", onWeekend: true)))
  }

  @Test func `hours that never had an inquiry are closed where many were due, else only quiet`()
    throws
  {
    let shop = SyntheticShop(dailyMean: 10, days: 180)
    let closed = try DemandModel(shop.series(seed: 7))
    #expect(closed.seasonalDemand.profile.prefix(8).allSatisfy { $0 == 0 })
    #expect(closed.seasonalDemand.profile.dropFirst(8).allSatisfy { $0 > 0 })
    #expect(
      closed.remarks.contains {
        if case .closedHours(let from, let to) = $0 {
          (from.secondsSinceMidnight, to.secondsSinceMidnight) == (0, 8 * 3600)
        } else {
          false
        }
      })
    var values = [Double](repeating: 0, count: 48)
    for slot in [10, 13, 24 + 15, 24 + 20] { values[slot] = 1 }
    let quiet = try DemandModel(
      CountSeries(first: SyntheticShop.first, interval: 3600, values: values))
    #expect(quiet.seasonalDemand.profile.allSatisfy { $0 > 0 })
    #expect(quiet.remarks.contains(.emptySlots(count: 20, of: 24)))
  }

  @Test func `a storm is named and does not move the level`() throws {
    let shop = SyntheticShop()
    let calm = shop.series(seed: 3)
    var values = calm.values
    for slot in 100 * 24..<101 * 24 { values[slot] *= 6 }
    let stormy = CountSeries(first: calm.first, interval: calm.interval, values: values)
    let model = try DemandModel(stormy)
    #expect(model.surprises.map(\.date).contains(calm.first.advanced(by: 100)))
    let before = try DemandModel(calm).seasonalDemand.dailyMean
    #expect(abs(model.seasonalDemand.dailyMean / before - 1) < 0.02)
  }

  @Test func `a shop with a chat every other day keeps its mean`() throws {
    var shop = SyntheticShop()
    (shop.slotsPerDay, shop.days, shop.deviation) = (1, 200, 0)
    for mean in [0.2, 0.5, 1] {
      shop.dailyMean = mean
      for seed in 1...5 {
        let series = shop.series(seed: UInt64(seed) &* 7919)
        let sample = series.values.reduce(0, +) / 200
        let model = try DemandModel(series)
        // Two standard errors of two hundred counts.
        #expect(abs(model.seasonalDemand.dailyMean - sample) < 2 * (sample / 200).squareRoot())
      }
    }
  }

  @Test func `days before the launch are left out, and a new level is followed`() throws {
    var shop = SyntheticShop()
    (shop.slotsPerDay, shop.days, shop.dailyMean) = (1, 60, 100)
    let calm = shop.series(seed: 7)
    let plain = try DemandModel(calm).seasonalDemand.dailyMean
    let first = calm.first.advanced(by: -30)
    let empty = CountSeries(
      first: first, interval: 86_400, values: Array(repeating: 0, count: 30) + calm.values)
    let launched = try DemandModel(empty)
    #expect(launched.remarks.contains(.beforeLaunch(days: 30, first: calm.first)))
    #expect(launched.seasonalDemand.dailyMean == plain)
    for (days, factor) in [(14, 0.05), (46, 0.3)] {
      let values = calm.values.enumerated().map { $0 < days ? ($1 * factor).rounded() : $1 }
      let model = try DemandModel(
        CountSeries(first: calm.first, interval: 86_400, values: values))
      #expect(abs(model.seasonalDemand.dailyMean / plain - 1) < 0.15)
      #expect(
        model.remarks.contains {
          if case .levelShift(_, let ratio, _) = $0 {
            abs(ratio * factor - 1) < 0.25
          } else {
            false
          }
        })
    }
  }

  @Test func `with three days the week is the prior's`() throws {
    var shop = SyntheticShop()
    shop.days = 3
    let model = try DemandModel(shop.series(seed: 1), prior: .office)
    let weekdays = model.seasonalDemand.weekdayFactors
    #expect(weekdays[6] < 0.7 && weekdays[0] > 1)
    #expect(model.remarks.contains(.shortHistory(days: 3, prior: "office")))
  }

  @Test func `histories without counts are refused`() {
    let first = SyntheticShop.first
    #expect(throws: FitError.allZero) {
      _ = try DemandModel(
        CountSeries(first: first, interval: 3600, values: Array(repeating: 0, count: 240)))
    }
    #expect(throws: FitError.noData) {
      _ = try DemandModel(
        CountSeries(first: first, interval: 3600, values: Array(repeating: .nan, count: 240)))
    }
  }
}
