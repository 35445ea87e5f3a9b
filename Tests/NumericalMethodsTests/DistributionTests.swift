// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NumericalMethods
import Testing

@Suite struct DistributionTests {
  static let laws: [any ContinuousDistribution] = [
    NormalDistribution.standard, NormalDistribution(mean: 3, standardDeviation: 0.4),
    LognormalDistribution(mean: 4.5, coefficientOfVariation: 0.8),
    GammaDistribution(shape: 0.6, scale: 2),
    GammaDistribution(mean: 1, coefficientOfVariation: 0.1),
    StudentTDistribution(degreesOfFreedom: 4.5), BetaDistribution(alpha: 2.5, beta: 0.8),
    ExponentialDistribution(mean: 3),
  ]

  @Test(arguments: laws.indices)
  func `the quantile inverts the distribution function in both tails`(law index: Int) {
    let law = Self.laws[index]
    for p in [1e-6, 0.01, 0.3, 0.5, 0.9, 0.999] {
      #expect(abs(law.cumulative(law.quantile(p)) - p) < 1e-9 * max(p, 1e-3))
      #expect(abs(law.cumulative(law.quantile(p)) + law.upperTail(law.quantile(p)) - 1) < 1e-12)
    }
    #expect(law.quantile(1.2).isNaN)
  }

  @Test(arguments: laws.indices)
  func `the density integrates to the distribution function`(law index: Int) throws {
    let law = Self.laws[index]
    let (a, b) = (law.quantile(0.1), law.quantile(0.95))
    let mass = try Integrator.integrate(over: a...b) { law.density($0) }
    #expect(abs(mass.value - 0.85) < 1e-8)
  }

  @Test(arguments: laws.indices)
  func `mean and variance are the integrals of the quantile function`(law index: Int) throws {
    let law = Self.laws[index]
    let cut = 1e-7
    let mean = try Integrator.integrate(
      over: cut...(1 - cut), absoluteTolerance: 1e-8, relativeTolerance: 1e-8
    ) {
      law.quantile($0)
    }
    #expect(abs(mean.value - law.mean) < 1e-4 * max(1, law.mean))
    let square = try Integrator.integrate(
      over: cut...(1 - cut), absoluteTolerance: 1e-8, relativeTolerance: 1e-8
    ) {
      pow(law.quantile($0) - law.mean, 2)
    }
    #expect(abs(square.value - law.variance) < 5e-3 * law.variance)
  }

  @Test func `known quantiles of tables`() {
    #expect(abs(NormalDistribution.standard.quantile(0.975) - 1.959_963_984_540_054) < 1e-12)
    #expect(
      abs(StudentTDistribution(degreesOfFreedom: 29).twoSidedQuantile(level: 0.95) - 2.045_229_642)
        < 1e-8)
  }

  @Test func `parameters outside their range give NaN everywhere`() {
    let law = GammaDistribution(shape: -1, scale: 1)
    #expect(law.density(1).isNaN && law.cumulative(1).isNaN && law.quantile(0.5).isNaN)
    #expect(StudentTDistribution(degreesOfFreedom: 0).twoSidedQuantile(level: 0.95).isNaN)
    #expect(PoissonDistribution(mean: -1).cumulative(2).isNaN)
    #expect(BinomialDistribution(trials: 4, probability: 1.1).cumulative(2).isNaN)
  }

  @Test func `counts sum to their distribution functions`() {
    let poisson = PoissonDistribution(mean: 40)
    var sum = 0.0
    for k in 0...80 {
      sum += poisson.probability(k)
      #expect(abs(poisson.cumulative(k) - sum) < 1e-12)
    }
    let binomial = BinomialDistribution(trials: 5, probability: 0.5)
    #expect(abs(binomial.cumulative(2) - 0.5) < 1e-14)
    #expect(binomial.cumulative(5) == 1 && binomial.cumulative(-1) == 0)
  }
}
