// SPDX-License-Identifier: GPL-3.0-or-later

import Inference
import NumericalMethods
import Testing

@Suite struct OrderStatisticsTests {
  @Test func `quantiles interpolate between neighbours as spreadsheets do`() throws {
    let sample = try OrderStatistics(sorting: [40, 10, 30, 20])
    #expect(sample.quantile(0) == 10 && sample.quantile(1) == 40)
    #expect(sample.quantile(0.5) == 25)
    #expect(abs(sample.quantile(0.9) - 37) < 1e-12)
    #expect(try OrderStatistics(sorting: [3]).quantile(0.3) == 3)
  }

  @Test func `the median of ten values lies between the second and ninth with 97_9 percent`() throws
  {
    let sample = try OrderStatistics(sorting: (1...10).map(Double.init))
    let interval = try sample.interval(quantile: 0.5, level: 0.95)
    #expect(interval.lower == 2 && interval.upper == 9)
    // 1 - 2 (1 + 10) / 1024.
    #expect(abs(interval.coverage - (1 - 22.0 / 1024)) < 1e-12)
  }

  @Test func `a small sample cannot bound a far quantile`() throws {
    let sample = try OrderStatistics(sorting: [1, 2, 3, 4])
    let interval = try sample.interval(quantile: 0.99)
    #expect(interval.upper == .infinity && interval.coverage >= 0.95)
    #expect(throws: InferenceError.tooFew(found: 0, needed: 1)) { try OrderStatistics(sorting: []) }
    #expect(throws: InferenceError.outsideUnitInterval(found: 1)) {
      try sample.interval(quantile: 1)
    }
  }

  @Test(arguments: [0.05, 0.5, 0.9])
  func `the interval covers at least as often as it says`(p: Double) throws {
    var draws = Draws(seed: 3)
    let truth = NormalDistribution.standard.quantile(p)
    let trials = 2000
    let covered = try (0..<trials).count { _ in
      let interval = try OrderStatistics(sorting: draws.normals(50)).interval(quantile: p)
      return interval.lower <= truth && truth <= interval.upper
    }
    #expect(Double(covered) / Double(trials) > 0.95 - 4 * 0.0049)
  }
}
