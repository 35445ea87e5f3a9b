// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Foundation
import Inference
import Measures
import Planning
import Plans
import Scenarios
import TestSupport
import Testing

/// What estimate, days and chance contribute to what horizons differ by.
@Suite struct SpreadSplitTests {
  private static let days = 42.0

  /// Poisson customers at a lognormal level, with a gamma factor of each day.
  private func comparison(
    level: Double, shape: Double?, dailyMean: Double, threads: Int = 1, replications: Int = 100,
    splits: Bool = true
  ) async throws -> Comparison {
    var stream = ToyShop.random(dailyMean: dailyMean)
    if case .seasonal(var demand) = stream.source {
      demand.doubt = level > 0 ? DemandDoubt(level: level) : nil
      demand.busyness = shape.map { BusynessFactor(shape: $0) }
      stream.source = .seasonal(demand)
    }
    let scenario = ToyShop.scenario(
      demand: stream, plans: [ToyShop.seatPlan(agents: 6)],
      horizon: ToyShop.span("2026-01-24", "2026-03-06"),
      targets: [
        ServiceTarget(
          measure: .serviceLevel(within: 60), bound: 0.8, confidence: .horizons(0.9))
      ])
    return try await Comparer(
      scenario: scenario,
      options: ComparisonOptions(
        replications: replications, threads: threads, volumeMultiples: [],
        largestReplications: replications, splitsSpread: splits)
    ).compare()
  }

  @Test func `the volume's parts are those of the closed form`() async throws {
    let (level, shape, mean) = (0.1, 4.0, 120.0)
    let split = try #require(
      try await comparison(level: level, shape: shape, dailyMean: mean).spread)
    let volume = try #require(split.figures.first)
    #expect(volume.quantity == .volume)
    // Var E[V | level], E Var E[V | level, days] and E Var[V | level, days] of V = Σ Poisson(m L G_d).
    let square = exp(level * level)
    let parts = [
      pow(Self.days * mean, 2) * (square - 1), Self.days * mean * mean * square / shape,
      Self.days * mean,
    ]
    let whole = parts.reduce(0, +)
    for (part, truth) in zip(volume.parts.parts, parts) {
      #expect(abs(part.share - truth / whole) < 3 * max(part.shareError, 0.02))
      #expect(part.shareError < 0.15)
    }
    #expect(abs(volume.deviation / whole.squareRoot() - 1) < 0.25)
    #expect(abs(volume.parts.parts.reduce(0) { $0 + $1.variance } - volume.parts.variance) < 1e-6)
    // Seats cost the same whoever comes; the promise is served worse in busy years.
    #expect(split.figures[1].quantity == .cost && split.figures[1].deviation == 0)
    #expect(split.figures[2].quantity.isService && split.figures[2].deviation > 0)
  }

  @Test func `without busy days and with a level well known, chance is what is left`() async throws
  {
    let split = try #require(
      try await comparison(level: 1e-4, shape: nil, dailyMean: 120).spread)
    let volume = split.figures[0].parts
    #expect(volume.chance.share > 0.75)
    #expect(volume.inner.share < 3 * max(0.02, volume.inner.shareError))
  }

  @Test func `threads do not matter, and nothing is split where nothing is in doubt`() async throws
  {
    let one = try await comparison(level: 0.1, shape: 4, dailyMean: 60, replications: 12)
    let two = try await comparison(
      level: 0.1, shape: 4, dailyMean: 60, threads: 2, replications: 12)
    #expect(one.spread != nil && one.spread == two.spread)
    let known = try await comparison(level: 0, shape: 4, dailyMean: 60, replications: 12)
    #expect(known.spread == nil)
    let unasked = try await comparison(
      level: 0.1, shape: 4, dailyMean: 60, replications: 12, splits: false)
    #expect(unasked.spread == nil)
    let few = try await comparison(level: 0.1, shape: 4, dailyMean: 60, replications: 4)
    #expect(few.spread == nil)
  }
}

extension SpreadSplit.Quantity {
  fileprivate var isService: Bool { if case .service = self { true } else { false } }
}
