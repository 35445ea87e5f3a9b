// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import DemandFitting
import Foundation
import Testing

/// Which forecasters carry a forecast, and how wide its bands are.
@Suite struct CombinationTests {
  private func weights(_ errors: [[Double]], trust: Double, belief: Double = 1) -> [Double] {
    CombinationWeights.weights(
      errors, members: errors[0].count, trust: trust, belief: belief)
  }

  @Test func `independent errors are weighted by the reciprocals of their variances`() {
    // Moments of 1 and 3 without correlation: Bates and Granger's weights are 3/4 and 1/4.
    let root = 3.0.squareRoot()
    let errors = [[1, root], [1, -root], [-1, root], [-1, -root]]
    let found = weights(errors, trust: 1e9)
    #expect(abs(found[0] - 0.75) < 1e-4 && abs(found[1] - 0.25) < 1e-4)
    // Worth as much as the errors, the belief takes them half-way: moments 1.5 and 2.5.
    let half = weights(errors, trust: 1)
    #expect(abs(half[0] - 2.5 / 4) < 1e-4)
    let none = weights(errors, trust: 0)
    #expect(abs(none[0] - 0.5) < 1e-9)
  }

  @Test func `a forecaster that only repeats another's errors, larger, has no weight`() {
    // With correlation one and variances 1 and 4 the free optimum would be 2 and −1.
    let found = weights([[1, 2], [-1, -2], [0.5, 1]], trust: 1e9)
    #expect(found[0] > 0.99 && found[1] >= 0)
    #expect(
      CombinationWeights.weights([], members: 4, trust: 5, belief: 1) == [0.25, 0.25, 0.25, 0.25])
  }

  @Test func `shares add up to one and say on how many past dates they rest`() throws {
    let model = try DemandModel(SyntheticShop().series(seed: 12))
    #expect(abs(model.combination.shares.values.reduce(0, +) - 1) < 1e-9)
    #expect(model.combination.origins == 12)
    var short = SyntheticShop()
    short.days = 30
    let young = try DemandModel(short.series(seed: 12)).combination
    #expect(young.origins == 0)
    #expect(young.shares[.trend] == 0.25 && young.shares[.likeDays] == 0.25)
  }

  @Test func `steady growth is carried on, not taken back to the last weeks' mean`() throws {
    var ratio = 0.0
    for seed in 1...6 {
      let shop = SyntheticShop().series(seed: UInt64(seed) &* 31)
      let values = shop.values.enumerated().map { index, value in
        (value * exp(1.0 * Double(index / 24) / 365)).rounded()
      }
      let grown = CountSeries(first: shop.first, interval: 3600, values: values)
      let start = grown.first.advanced(by: 154)
      let days = try #require(DateSpan(first: start, last: start.advanced(by: 27)))
      let forecast = try DemandModel(grown.before(start.dayNumber * 86_400)).forecast(days)
      let came = values[(154 * 24)...].reduce(0, +)
      ratio += log(forecast.summary(0..<28 * 24).p50 / came) / 6
    }
    // To return to the mean of eight weeks would leave 13 % behind.
    #expect(abs(ratio) < 0.05)
  }

  @Test func `bands of sums over four weeks hold about eight of ten`() throws {
    var inside = 0.0
    let histories = 40
    for seed in 1...histories {
      var shop = SyntheticShop()
      (shop.days, shop.slotsPerDay) = (168, 1)
      let series = shop.series(seed: UInt64(seed) &* 6_700_417)
      let start = series.first.advanced(by: 140)
      let days = try #require(DateSpan(first: start, last: start.advanced(by: 27)))
      let band = try DemandModel(series.before(start.dayNumber * 86_400))
        .forecast(days, paths: 500).summary(0..<28)
      let came = series.values[140...].reduce(0, +)
      if band.p10 <= came, came <= band.p90 { inside += 1 / Double(histories) }
    }
    // Two standard errors of forty draws are 0.13.
    #expect((0.67...0.95).contains(inside))
  }
}
