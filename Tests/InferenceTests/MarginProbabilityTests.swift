// SPDX-License-Identifier: GPL-3.0-or-later

import Inference
import NumericalMethods
import Testing

@Suite struct MarginProbabilityTests {
  @Test(arguments: [-0.5, 0.5, 1.2816, 2.0])
  func `thirty normal margins give the probability of the law without bias`(mean: Double) {
    let exact = NormalDistribution.standard.cumulative(mean)
    var draws = Draws(seed: 5)
    var errors: [Double] = []
    var covered = 0
    for _ in 0..<400 {
      let estimate = MarginProbability(draws.normals(30).map { $0 + mean })
      errors.append(estimate.interval.mean - exact)
      if estimate.interval.contains(exact) { covered += 1 }
    }
    #expect(abs(SampleMoments(errors).mean) < 0.015)
    // Less spread than the share of kept margins, √(p q ÷ 30).
    #expect(SampleMoments(errors).standardDeviation < (exact * (1 - exact) / 30).squareRoot())
    #expect(covered >= 360)
  }

  @Test func `what is exceeded with the estimated probability is nothing`() {
    var draws = Draws(seed: 9)
    let margins = draws.normals(25).map { $0 + 0.8 }
    let estimate = MarginProbability(margins)
    #expect(abs(estimate.exceeded(with: estimate.interval.mean)) < 1e-6)
    #expect(estimate.kept == margins.count { $0 >= 0 })
  }

  @Test func `margins that never fail leave open what a few of them cannot show`() {
    let few = MarginProbability(Array(repeating: 0.2, count: 5)).interval
    let many = MarginProbability(Array(repeating: 0.2, count: 60)).interval
    #expect(few.mean == 1 && few.lower < 0.8)
    #expect(many.mean == 1 && many.lower > 0.95)
  }

  @Test func `a single margin has no interval`() {
    let one = MarginProbability([-0.1]).interval
    #expect(one.mean == 0 && one.halfWidth == .infinity)
  }
}
