// SPDX-License-Identifier: GPL-3.0-or-later

import Inference
import Testing

@Suite struct DesignTests {
  @Test func `a sample size is the least that reaches its half width`() throws {
    // Large samples: (1.96 × 10 / 0.5)² = 1536.6, a little more by Student's t.
    let n = try #require(
      SampleSize.replications(standardDeviation: 10, halfWidth: 0.5, level: 0.95))
    #expect(n == 1540)
    #expect(SampleSize.replications(standardDeviation: 1, halfWidth: 0, level: 0.95) == nil)
    #expect(SampleSize.replications(standardDeviation: 1, halfWidth: 1e-9, level: 0.95) == nil)
    #expect(SampleSize.replications(standardDeviation: 0, halfWidth: 1, level: 0.95) == 2)
    // t(3) / √4 = 1.59 > 1.5 >= t(4) / √5 = 1.24.
    #expect(SampleSize.replications(standardDeviation: 1, halfWidth: 1.5, level: 0.95) == 5)
  }

  @Test func `the rule goes on until every measure has its precision`() throws {
    let rule = try StoppingRule(
      precisions: [.init(relative: 0.01), .init(relative: 0.01, absolute: 0.5)], minimum: 10,
      maximum: 500)
    var draws = Draws(seed: 8)
    var measures = [SampleMoments(), SampleMoments()]
    #expect(try rule.decide(measures) == .more(total: 10))
    var decision = StoppingRule.Decision.more(total: 10)
    var steps = 0
    while case .more(let total) = decision, steps < 1000 {
      #expect(total <= 500 && total > measures[0].count)
      while measures[0].count < total {
        measures[0].add(100 + 5 * draws.normal())
        measures[1].add(0.1 + draws.normal())
      }
      decision = try rule.decide(measures)
      steps += 1
    }
    #expect(decision == .enough && steps < 20)
    for (precision, moments) in zip(rule.precisions, measures) {
      let interval = ConfidenceInterval(moments, level: 0.975)
      #expect(interval.halfWidth <= precision.halfWidth(at: interval.mean))
    }
  }

  @Test func `each of two measures must be known at the level of both together`() throws {
    // s/√n = √½: half-widths 1.963 at 95 % and 2.471 at 97.5 % (t(4) = 3.495406).
    let values = SampleMoments([1, 2, 3, 4, 5])
    let precision = StoppingRule.Precision(relative: 0, absolute: 2.2)
    #expect(try StoppingRule(precisions: [precision], minimum: 5).decide([values]) == .enough)
    let both = try StoppingRule(precisions: [precision, precision], minimum: 5)
    #expect(abs(both.levelOfEach - 0.975) < 1e-12)
    #expect(try both.decide([values, values]) == .more(total: 6))
  }

  @Test func `a budget that runs out names the measures that lack precision`() throws {
    let rule = try StoppingRule(
      precisions: [.init(relative: 0.5), .init(relative: 1e-6)], minimum: 5, maximum: 5)
    let values = SampleMoments([10, 11, 9, 10, 10])
    #expect(try rule.decide([values, values]) == .exhausted(missing: [1]))
    #expect(throws: InferenceError.tooFew(found: 1, needed: 2)) {
      try StoppingRule(precisions: [], minimum: 1)
    }
  }
}
