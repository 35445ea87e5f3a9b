// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Demand
import Foundation
import NumericalMethods
import Scenarios
import SimulationEngine
import TestSupport
import Testing

/// What is not known of the demand, drawn once for each replication.
@Suite struct DoubtTests {
  private func scenario(
    days: Int, dailyMean: Double = 2000, _ change: (inout SeasonalDemand) -> Void
  ) -> Scenario {
    var demand = SeasonalDemand(dailyMean: dailyMean)
    change(&demand)
    return ToyDesk.scenario(
      days: days, types: [ToyDesk.chat(.deterministic(1))], groups: [ToyDesk.group(limit: 10)],
      demand: [
        DemandStream(
          name: "shop", source: .seasonal(demand), mix: [TypeShare(inquiryType: "chat", share: 1)])
      ])
  }

  /// Customers of each day for each replication.
  private func days(_ scenario: Scenario, replications: Int) throws -> [[Double]] {
    let model = try model(scenario, [ToyDesk.line(20)])
    return (0..<replications).map { replication in
      let record = simulate(model, replication: replication)
      return (0..<record.intervalCount / 48).map {
        Double(record.total(intervals: $0 * 48..<($0 + 1) * 48).arrived)
      }
    }
  }

  private func mean(_ x: [Double]) -> Double { x.reduce(0, +) / Double(x.count) }

  private func deviation(_ x: [Double]) -> Double {
    let mean = mean(x)
    return (x.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(x.count - 1)).squareRoot()
  }

  @Test(arguments: [1, 2, 8, 32, 128] as [Int])
  func `the first numbers of an even spread fall one into each equal part`(count: Int) {
    for key in [0, 7, .max] as [UInt64] {
      let places = (0..<count).map { Int(EvenSpread(key: key).value($0) * Double(count)) }
      #expect(places.sorted() == Array(0..<count))
    }
  }

  @Test func `spreads of different keys do not follow one another`() {
    var worst = 0.0
    for key in 0..<20 as Range<UInt64> {
      let (a, b) = (EvenSpread(key: key), EvenSpread(key: key + 100))
      let product = (0..<1024).reduce(0.0) { $0 + (a.value($1) - 0.5) * (b.value($1) - 0.5) }
      worst = max(worst, abs(product / 1024))
    }
    // Of 1,024 independent pairs the mean product has a deviation of 1 ÷ (12 √1024).
    #expect(worst < 4.0 / (12 * 32))
  }

  @Test func `normal quantiles agree with the library's`() {
    for p in [1e-300, 1e-12, 0.001, 0.0749, 0.075, 0.3, 0.5, 0.8, 0.925, 0.926, 0.9999999] {
      let exact = NormalDistribution.standard.quantile(p)
      #expect(abs(normalQuantile(p) - exact) <= 1e-13 * max(1, abs(exact)), "\(p)")
    }
  }

  @Test func `a level in doubt spreads the replications and leaves their mean`() throws {
    let scenario = scenario(days: 5) { $0.doubt = DemandDoubt(level: 0.1) }
    let totals = try days(scenario, replications: 32).map { $0.reduce(0, +) }
    // Evenly spread scores: their mean is known far better than that of 32 random ones, ± 1.8 %.
    #expect(abs(mean(totals) / 10_000 - 1) < 0.006)
    #expect(abs(deviation(totals.map { log($0) }) - 0.1) < 0.012)
  }

  @Test func `all days of one replication share its level`() throws {
    let scenario = scenario(days: 2, dailyMean: 10_000) { $0.doubt = DemandDoubt(level: 0.2) }
    let found = try days(scenario, replications: 30)
    for pair in found {
      #expect(abs(pair[0] - pair[1]) < 5 * (pair[0] + pair[1]).squareRoot())
    }
    #expect(deviation(found.map { $0[0] }) > 1500)
  }

  @Test func `growth in doubt matters the more, the longer ago the level held`() throws {
    let spread = try [0, 2].map { years in
      let found = try days(
        scenario(days: 1) {
          $0.growthFrom = ToyDesk.firstDay.advanced(by: -365 * years)
          $0.doubt = DemandDoubt(growth: 0.1)
        }, replications: 32)
      return deviation(found.map { log($0[0]) })
    }
    // Chance alone is 1 ÷ √2000.
    #expect(spread[0] < 0.035 && abs(spread[1] - 0.2) < 0.03)
  }

  @Test func `a promotion in doubt moves its own days and no other`() throws {
    let start = WallClock(date: ToyDesk.firstDay.advanced(by: 1), time: .midnight)
    let end = WallClock(date: ToyDesk.firstDay.advanced(by: 2), time: .midnight)
    func found(_ doubt: DemandDoubt?) throws -> [[Double]] {
      try days(
        scenario(days: 3) {
          $0.promotions = [
            PromotionWave(
              name: "sale", phases: [PromotionPhase(name: "day", start: start, end: end, lift: 2)])
          ]
          $0.doubt = doubt
        }, replications: 32)
    }
    let sure = try found(nil)
    let doubtful = try found(DemandDoubt(promotions: 0.3))
    #expect(sure.map { $0[0] } == doubtful.map { $0[0] })
    #expect(sure.map { $0[2] } == doubtful.map { $0[2] })
    #expect(abs(deviation(doubtful.map { log($0[1]) }) - 0.3) < 0.04)
    #expect(abs(mean(doubtful.map { $0[1] }) / 4000 - 1) < 0.03)
  }

  @Test func `hours in doubt leave the day as it is`() throws {
    let model = try model(
      scenario(days: 1, dailyMean: 50_000) { $0.doubt = DemandDoubt(profile: 0.2) },
      [ToyDesk.line(20)])
    let records = (0..<30).map { simulate(model, replication: $0) }
    let totals = records.map { Double($0.total().arrived) }
    #expect(deviation(totals) < 2 * 50_000.squareRoot())
    let hour = records.map { Double($0.total(intervals: 20..<22).arrived) }
    #expect(abs(deviation(hour.map { log($0) }) - 0.2) < 0.09)
  }

  @Test(arguments: [1.0, 2.5])
  func `surprises come at their rate and size`(length: Double) throws {
    let surprises = SurpriseDays(perYear: 40, factor: 3, spread: 0.3, length: length)
    let scenario = scenario(days: 100, dailyMean: 200) {
      $0.doubt = DemandDoubt(surprises: surprises)
    }
    let found = try days(scenario, replications: 40).map(mean)
    let expected =
      try ArrivalPlan(scenario: scenario).expectedVolume() / Double(scenario.horizon.count)
    #expect(abs(expected - 200 * surprises.meanFactor) < 1e-9)
    #expect(abs(mean(found) - expected) < 4 * deviation(found) / 40.0.squareRoot())
    // 40 a year on single days make 40 ÷ 365 of the days.
    if length == 1 { #expect(abs(surprises.shareOfDays - 40.0 / 365) < 1e-12) }
  }

  @Test func `doubt about nothing is no doubt`() throws {
    let sure = try days(scenario(days: 3) { _ in }, replications: 3)
    #expect(try days(scenario(days: 3) { $0.doubt = DemandDoubt() }, replications: 3) == sure)
  }
}
