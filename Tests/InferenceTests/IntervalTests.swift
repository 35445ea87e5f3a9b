// SPDX-License-Identifier: GPL-3.0-or-later

import Inference
import NumericalMethods
import Testing

@Suite struct IntervalTests {
  @Test func `a Student interval of five values matches the table`() {
    // Mean 3, s² = 2.5, t(4, .95) = 2.776445105.
    let interval = ConfidenceInterval(of: [1, 2, 3, 4, 5])
    #expect(interval.mean == 3 && interval.count == 5)
    #expect(abs(interval.halfWidth - 2.776_445_105 * 0.5.squareRoot()) < 1e-8)
    #expect(interval.contains(4.9) && !interval.contains(5))
    #expect(abs(interval.relativeHalfWidth - interval.halfWidth / 3) < 1e-15)
  }

  @Test func `one value has an infinite interval, and none has no mean`() {
    #expect(ConfidenceInterval(of: [7]).halfWidth == .infinity)
    #expect(ConfidenceInterval(of: []).mean.isNaN)
    #expect(ConfidenceInterval(of: [2, 2, 2]).halfWidth == 0)
  }

  @Test func `moments survive a large offset`() {
    let moments = SampleMoments([1e9 + 1, 1e9 + 2, 1e9 + 3])
    #expect(moments.variance == 1 && moments.mean == 1e9 + 2)
    #expect(SampleMoments([1]).variance.isNaN)
  }

  @Test func `a 90 percent interval of normal samples covers nine times in ten`() {
    var draws = Draws(seed: 11)
    let trials = 4000
    let covered = (0..<trials).count { _ in
      ConfidenceInterval(of: draws.normals(6), level: 0.9).contains(0)
    }
    // Binomial standard error .0047: four of them.
    #expect(abs(Double(covered) / Double(trials) - 0.9) < 0.019)
  }

  @Test func `of two days the busy one counts for more in their ratio`() throws {
    let pooled = try RatioEstimate.ratioOfExpectations(
      numerators: [95, 600], denominators: [100, 1000])
    #expect(abs(pooled.interval.mean - 695.0 / 1100) < 1e-15)
  }

  @Test func `the interval of a ratio covers the truth`() throws {
    var draws = Draws(seed: 5)
    var covered = 0
    for _ in 0..<400 {
      let x = (0..<40).map { _ in 10 + draws.normal() }
      let y = x.map { 0.3 * $0 + 0.5 * draws.normal() }
      let ratio = try RatioEstimate.ratioOfExpectations(numerators: y, denominators: x)
      if ratio.interval.contains(0.3) { covered += 1 }
    }
    // 95 % of 400 is 380, standard error 4.4.
    #expect(abs(covered - 380) < 18)
  }

  @Test func `a ratio to days of equal size has Student's interval of the sizes`() throws {
    // Denominators of two: the values 1 … 5, t(4) = 2.776445.
    let y = [2.0, 4, 6, 8, 10]
    let x = [Double](repeating: 2, count: 5)
    let halfWidth = 2.776_445_105 * 0.5.squareRoot()
    let ratio = try RatioEstimate.ratioOfExpectations(numerators: y, denominators: x)
    #expect(abs(ratio.interval.mean - 3) < 1e-12)
    #expect(abs(ratio.interval.halfWidth - halfWidth) < 1e-8)
  }

  @Test func `days without arrivals add nothing to a ratio`() throws {
    let pooled = try RatioEstimate.ratioOfExpectations(
      numerators: [1, 0, 3], denominators: [2, 0, 4])
    #expect(abs(pooled.interval.mean - 4.0 / 6) < 1e-15)
    #expect(throws: InferenceError.zeroDenominator) {
      try RatioEstimate.ratioOfExpectations(numerators: [0, 0], denominators: [0, 0])
    }
    #expect(throws: InferenceError.differentLengths(expected: 1, found: 2)) {
      try RatioEstimate.ratioOfExpectations(numerators: [1], denominators: [1, 2])
    }
    #expect(throws: InferenceError.notFinite(index: 1)) {
      try RatioEstimate.ratioOfExpectations(numerators: [1, .nan], denominators: [1, 2])
    }
  }

  @Test func `the half-width at another level is that of the interval made at it`() {
    let values = [3.0, 4.5, 2.0, 6.0, 3.5]
    let wanted = ConfidenceInterval(of: values, level: 0.998)
    let found = ConfidenceInterval(of: values, level: 0.95).halfWidth(atLevel: 0.998)
    #expect(abs(found - wanted.halfWidth) < 1e-12)
    #expect(ConfidenceInterval(of: [3, 3, 3]).halfWidth(atLevel: 0.99) == 0)
    #expect(ConfidenceInterval(of: [3]).halfWidth(atLevel: 0.99) == .infinity)
  }
}

@Suite struct RatioSumsTests {
  @Test func `running sums give the interval of the single values`() throws {
    let answered = [3.0, 17, 0, 5, 40], arrived = [10.0, 20, 3, 5, 90]
    var sums = RatioSums()
    for (top, bottom) in zip(answered, arrived) { sums.add(top, over: bottom) }
    let all = try RatioEstimate.ratioOfExpectations(numerators: answered, denominators: arrived)
    let ratio = try #require(sums.ratio(of: 5))
    #expect(ratio.mean == all.interval.mean)
    #expect(abs(ratio.halfWidth - all.interval.halfWidth) < 1e-12)
    let customers = ConfidenceInterval(of: arrived)
    #expect(sums.denominator(of: 5).mean == customers.mean)
    #expect(abs(sums.denominator(of: 5).halfWidth - customers.halfWidth) < 1e-12)
    #expect(sums.shortfall == 63)
  }

  @Test func `a replication without anybody adds nothing but its count`() throws {
    var sums = RatioSums()
    sums.add(1, over: 2)
    sums.add(3, over: 4)
    let three = try RatioEstimate.ratioOfExpectations(
      numerators: [1, 3, 0], denominators: [2, 4, 0]
    ).interval
    let ratio = try #require(sums.ratio(of: 3))
    #expect(abs(ratio.mean - three.mean) < 1e-15)
    #expect(abs(ratio.halfWidth - three.halfWidth) < 1e-12)
  }

  @Test func `everybody in time has an interval of no width, and nobody has none`() {
    var sums = RatioSums()
    #expect(sums.ratio(of: 2) == nil)
    sums.add(7, over: 7)
    sums.add(3, over: 3)
    #expect(sums.ratio(of: 2) == ConfidenceInterval(mean: 1, halfWidth: 0, level: 0.95, count: 2))
    #expect(sums.ratio(of: 1)?.halfWidth == .infinity)
  }
}
