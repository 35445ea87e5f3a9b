// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Inference
import Testing

@Suite struct SteadyStateTests {
  /// AR(1) around zero that starts far away.
  static func run(count: Int, correlation: Double, start: Double, seed: UInt64) -> [Double] {
    var draws = Draws(seed: seed)
    var value = start
    let noise = (1 - correlation * correlation).squareRoot()
    return (0..<count).map { _ in
      value = correlation * value + noise * draws.normal()
      return value
    }
  }

  @Test func `the warm-up ends where the start is forgotten`() throws {
    // 50 × .98^n falls below one standard deviation after 194 observations.
    let dropped = try #require(
      WarmUp.mser5(Self.run(count: 5000, correlation: 0.98, start: 50, seed: 2)))
    #expect(dropped > 120 && dropped < 700 && dropped % 5 == 0)
  }

  @Test func `a run that is all transient is refused`() {
    #expect(WarmUp.mser5((0..<500).map { exp(-Double($0) / 800) }) == nil)
    #expect(WarmUp.mser5([1, 2, 3]) == nil)
    #expect(throws: InferenceError.self) { try BatchMeans(of: (0..<500).map(Double.init)) }
  }

  @Test func `batch means cover the mean of a correlated process, single values do not`() throws {
    var covered = 0
    var naive = 0
    let trials = 300
    for seed in 0..<trials {
      let values = Self.run(count: 8000, correlation: 0.9, start: 0, seed: UInt64(seed))
      let batches = try BatchMeans(of: values, warmUp: 0)
      #expect(batches.batchSize == 400 && batches.dropped == 0)
      if batches.interval.contains(0) { covered += 1 }
      if ConfidenceInterval(of: values).contains(0) { naive += 1 }
    }
    #expect(Double(covered) / Double(trials) > 0.95 - 4 * 0.0126)
    #expect(Double(naive) / Double(trials) < 0.6)
  }

  @Test func `what fills no batch is left out at the start`() throws {
    let batches = try BatchMeans(of: (0..<23).map(Double.init), warmUp: 2, batches: 5)
    // 21 are left, four to a batch: 3 … 22.
    #expect(batches.dropped == 3 && batches.batchSize == 4)
    #expect(batches.interval.mean == 12.5)
  }

  @Test func `batches that are too short show by their correlation`() throws {
    let values = Self.run(count: 4000, correlation: 0.995, start: 0, seed: 9)
    let short = try BatchMeans(of: values, warmUp: 0, batches: 200)
    #expect(!short.looksIndependent && short.lagOneCorrelation > 0.5)
  }
}
