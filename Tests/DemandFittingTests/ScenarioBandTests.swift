// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import DemandFitting
import Foundation
import Scenarios
import TestSupport
import Testing

/// A fitted scenario draws what the combined forecast says, as widely.
@Suite struct ScenarioBandTests {
  private struct Year {
    var days: [Double] = []
    var slots: [Double] = []
  }

  /// Four weeks from the scenario's figures alone, as a replication draws them: the level and the growth
  /// once, a day's busyness after that of the day before, a slot's own, and chance.
  private func draw(_ demand: SeasonalDemand, _ random: inout TestRandom) throws -> Year {
    let doubt = try #require(demand.doubt)
    let busy = try #require(demand.busyness)
    let level = doubt.level * random.normal()
    let growth = doubt.growth * random.normal()
    let spread = log(1 + 1 / busy.shape).squareRoot()
    let own = log(1 + busy.slotVariance).squareRoot()
    let hours = demand.profile.reduce(0, +)
    var score = random.normal()
    var year = Year()
    for day in 0..<28 {
      let fresh = (1 - busy.correlation * busy.correlation).squareRoot()
      score = busy.correlation * score + fresh * random.normal()
      let factor = exp(
        level - doubt.level * doubt.level / 2 + growth * Double(day) / 365
          + spread * score - spread * spread / 2)
      let mean = demand.dailyMean * demand.weekdayFactors[day % 7] * factor
      let counts = demand.profile.map { weight in
        random.poisson(mean * weight / hours * exp(own * random.normal() - own * own / 2))
      }
      year.days.append(counts.reduce(0, +))
      year.slots += counts
    }
    return year
  }

  private func band(_ values: [Double]) -> (low: Double, middle: Double, high: Double) {
    let sorted = values.sorted()
    return (quantile(sorted, 0.1), quantile(sorted, 0.5), quantile(sorted, 0.9))
  }

  @Test(arguments: [8, 17] as [UInt64])
  func `intervals, days and sums of the scenario lie in bands like the forecast's`(_ seed: UInt64)
    throws
  {
    let model = try DemandModel(SyntheticShop().series(seed: seed))
    let demand = model.seasonalDemand
    let days = try #require(
      DateSpan(first: model.last.advanced(by: 1), last: model.last.advanced(by: 28)))
    #expect(days[0].weekday == .monday)
    let forecast = try model.forecast(days)
    var random = TestRandom(state: 77)
    let years = try (0..<1500).map { _ in try draw(demand, &random) }
    let noon = 20 * 24 + 12
    let cases: [(drawn: [Double], wanted: ForecastSummary)] = [
      (years.map { $0.slots[noon] }, forecast.summary(noon..<noon + 1)),
      (years.map { $0.days[20] }, forecast.summary(20 * 24..<21 * 24)),
      (years.map { $0.days.reduce(0, +) }, forecast.summary(0..<28 * 24)),
    ]
    for (drawn, wanted) in cases {
      let found = band(drawn)
      #expect(abs(found.middle / wanted.p50 - 1) < 0.08)
      let ratio = (found.high - found.low) / (wanted.p90 - wanted.p10)
      #expect((0.7...1.4).contains(ratio), "\(ratio)")
    }
  }
}
