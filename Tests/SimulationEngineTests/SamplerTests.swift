// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL
import Foundation
import NumericalMethods
import Scenarios
import SimulationEngine
import TestSupport
import Testing

/// A million draws of every law against GSL's distribution functions, at a level of one in a
/// thousand. Seeds are fixed: what passes once passes always.
@Suite struct SamplerTests {
  static let count = 1_000_000
  static let level = 1e-3

  /// Keys of customers, as the engine makes them: each draw has a stream of its own.
  private func keys(_ seed: UInt64) -> [UInt64] {
    var stream = RandomStream(key: seed, purpose: 99)
    return (0..<Self.count).map { _ in stream.next() }
  }

  /// Compiles a law and draws from it once for each key.
  private func sample(_ law: Distribution, seed: UInt64) throws -> [Double] {
    var compiler = SamplerCompiler()
    let sampler = try compiler.compile(law, place: "test")
    let aliases = compiler.aliases + [AliasRow(chance: 1, value: 0, other: 0)]
    return aliases.withUnsafeBufferPointer { rows in
      guard let base = rows.baseAddress else { return [] }
      let draws = Draws(aliases: base)
      return keys(seed).map { draws.value(sampler, $0, 4) }
    }
  }

  private func withDraws<Value>(_ body: (Draws) -> Value) -> Value {
    var row = AliasRow(chance: 1, value: 0, other: 0)
    return withUnsafePointer(to: &row) { body(Draws(aliases: $0)) }
  }

  private func expectFit(
    _ sample: [Double], _ name: String, cumulative: (Double) -> Double,
    at place: SourceLocation = #_sourceLocation
  ) {
    let fit = GoodnessOfFit(sample, cumulative: cumulative)
    #expect(fit.kolmogorovSmirnov > Self.level, "\(name)", sourceLocation: place)
    #expect(fit.andersonDarling > Self.level, "\(name)", sourceLocation: place)
  }

  /// Chi-square over the values in order, neighbours joined until 20 or more are expected.
  private func expectCounts(
    _ sample: [Int], _ name: String, probability: (Int) -> Double,
    at place: SourceLocation = #_sourceLocation
  ) {
    var found: [Int: Int] = [:]
    for value in sample { found[value, default: 0] += 1 }
    let total = Double(sample.count)
    var (expected, seen, rest) = (0.0, 0.0, total)
    var (restSeen, statistic, cells) = (total, 0.0, 0)
    var value = 0
    while rest - expected >= 20, value < 1_000_000 {
      expected += total * probability(value)
      seen += Double(found[value] ?? 0)
      value += 1
      guard expected >= 20, rest - expected >= 20 else { continue }
      statistic += (seen - expected) * (seen - expected) / expected
      cells += 1
      rest -= expected
      restSeen -= seen
      (expected, seen) = (0, 0)
    }
    // All that lies beyond is one cell more.
    statistic += (restSeen - rest) * (restSeen - rest) / rest
    #expect(cells >= 2, "\(name)", sourceLocation: place)
    #expect(
      gsl_cdf_chisq_Q(statistic, Double(cells)) > Self.level, "\(name)", sourceLocation: place)
  }

  @Test func `normals and exponentials of the ziggurat`() {
    let ziggurat = Ziggurat.shared
    var stream = RandomStream(key: 20, purpose: 1)
    expectFit((0..<Self.count).map { _ in ziggurat.normal(&stream) }, "normal") {
      gsl_cdf_ugaussian_P($0)
    }
    expectFit((0..<Self.count).map { _ in ziggurat.exponential(&stream) }, "exponential") {
      gsl_cdf_exponential_P($0, 1)
    }
    expectFit((0..<Self.count).map { _ in stream.uniform() }, "uniform") {
      gsl_cdf_flat_P($0, 0, 1)
    }
  }

  @Test func `the tails of the ziggurat beyond its last layer`() {
    let ziggurat = Ziggurat.shared
    var stream = RandomStream(key: 21, purpose: 1)
    let normals = (0..<20 * Self.count).map { _ in ziggurat.normal(&stream) }
      .filter { abs($0) > 3.6 }.map { abs($0) }
    let beyond = 2 * gsl_cdf_ugaussian_Q(3.6)
    let mean = 20 * Double(Self.count) * beyond
    #expect(abs(Double(normals.count) - mean) < 3.3 * mean.squareRoot())
    expectFit(normals, "normal tail") { 1 - 2 * gsl_cdf_ugaussian_Q($0) / beyond }
    let exponentials = (0..<2 * Self.count).map { _ in ziggurat.exponential(&stream) }
      .filter { $0 > 7 }
    expectFit(exponentials, "exponential tail") { gsl_cdf_exponential_P($0 - 7, 1) }
  }

  @Test func `exponential times`() throws {
    expectFit(try sample(.exponential(mean: 4.5), seed: 1), "exponential") {
      gsl_cdf_exponential_P($0, 4.5)
    }
  }

  @Test(arguments: [0.2, 0.8, 1.2, 3])
  func `lognormal times`(cv: Double) throws {
    let sigma = log(1 + cv * cv).squareRoot()
    let zeta = log(3) - sigma * sigma / 2
    expectFit(try sample(.lognormal(mean: 3, cv: cv), seed: 2), "cv \(cv)") {
      gsl_cdf_lognormal_P($0, zeta, sigma)
    }
  }

  @Test(arguments: [0.3, 0.5, 1, 1.5, 2.5])
  func `gamma times, of shapes above and below one`(cv: Double) throws {
    let law = GammaDistribution(shape: 1 / (cv * cv), scale: 90 * cv * cv)
    expectFit(try sample(.gamma(mean: 90, cv: cv), seed: 3), "cv \(cv)", cumulative: law.cumulative)
  }

  @Test(arguments: [0.5, 0.9, 1, 2, 6])
  func `Weibull times`(shape: Double) throws {
    let scale = 90 / gsl_sf_gamma(1 + 1 / shape)
    expectFit(try sample(.weibull(mean: 90, shape: shape), seed: 4), "shape \(shape)") {
      gsl_cdf_weibull_P($0, scale, shape)
    }
  }

  @Test func `empirical times come as often as their weights say`() throws {
    let weights = [5.0, 0, 1, 0.25, 12, 3.5, 3.5, 0.02]
    let values = weights.indices.map(Double.init)
    let sample = try sample(.empirical(values: values, weights: weights), seed: 5).map { Int($0) }
    #expect(!sample.contains(1), "a weight of zero")
    let total = weights.reduce(0, +)
    expectCounts(sample, "empirical") { $0 < weights.count ? weights[$0] / total : 0 }
  }

  @Test(arguments: [1.5, 3, 8, 40])
  func `geometric numbers of messages`(mean: Double) {
    let sample = withDraws { draws in
      keys(6).map { Int(draws.turns(.geometric, mean: mean - 1, shape: 0, $0)) }
    }
    expectCounts(sample, "mean \(mean)") { gsl_ran_geometric_pdf(UInt32($0), 1 / mean) }
  }

  @Test(arguments: [(4.0, 0.5), (8, 2), (8, 30), (120, 5)])
  func `negative binomial numbers of messages`(mean: Double, shape: Double) {
    let sample = withDraws { draws in
      keys(7).map { Int(draws.turns(.negativeBinomial, mean: mean - 1, shape: shape, $0)) }
    }
    #expect(!sample.contains(0))
    expectCounts(sample, "mean \(mean), shape \(shape)") {
      $0 < 1
        ? 0
        : gsl_ran_negative_binomial_pdf(UInt32($0 - 1), shape / (shape + mean - 1), shape)
    }
  }

  @Test(arguments: [0.05, 1, 12, 29.9, 30.1, 75, 600])
  func `Poisson counts`(mean: Double) {
    var stream = RandomStream(key: 8, purpose: 1)
    let sample = withDraws { draws in
      (0..<Self.count).map { _ in draws.poisson(mean: mean, &stream) }
    }
    expectCounts(sample, "mean \(mean)") { gsl_ran_poisson_pdf(UInt32($0), mean) }
  }

  @Test(arguments: [0.05, 0.7, 1, 4.5, 50, 2000])
  func `the gamma quantile of a score is GSL's`(shape: Double) {
    let quantile = GammaQuantile(shape: shape)
    let law = GammaDistribution(shape: shape, scale: 1)
    for score in stride(from: -6.0, through: 6, by: 0.25) {
      let value = quantile.value(score: score)
      guard value > 1e-280 else { continue }
      // Compared on the smaller tail, which keeps its digits.
      let (found, wanted) =
        score > 0
        ? (law.upperTail(value), gsl_cdf_ugaussian_Q(score))
        : (law.cumulative(value), gsl_cdf_ugaussian_P(score))
      #expect(abs(found / wanted - 1) < 1e-8, "shape \(shape), score \(score)")
    }
  }

  @Test func `times uniform between two ends`() throws {
    let draws = try sample(.uniform(lower: 30, upper: 90), seed: 21)
    #expect(draws.allSatisfy { $0 >= 30 && $0 <= 90 })
    expectFit(draws, "uniform") { min(max(($0 - 30) / 60, 0), 1) }
  }

  @Test func `a mixture draws each law by its share, those with tables and endless ones too`()
    throws
  {
    let continuous = try sample(
      .mixture(
        of: [
          .exponential(mean: 20), .lognormal(mean: 60, cv: 0.8), .uniform(lower: 0, upper: 200),
        ], weights: [2, 1, 1]), seed: 22)
    let sigma = log(1 + 0.64).squareRoot()
    let mu = log(60) - sigma * sigma / 2
    expectFit(continuous, "mixture") { x in
      guard x > 0 else { return 0 }
      return 0.5 * -expm1(-x / 20) + 0.25 * gsl_cdf_lognormal_P(x, mu, sigma)
        + 0.25 * min(x / 200, 1)
    }
    let discrete = try sample(
      .mixture(
        of: [
          .deterministic(0), .empirical(values: [1, 2], weights: [3, 1]), .never,
          .mixture(of: [.deterministic(3), .deterministic(4)], weights: [1, 1]),
        ], weights: [1, 4, 3, 2]), seed: 23)
    let values = [0.0, 1, 2, 3, 4, .infinity]
    let shares = [0.1, 0.3, 0.1, 0.1, 0.1, 0.3]
    expectCounts(discrete.map { values.firstIndex(of: $0) ?? 99 }, "discrete") {
      $0 < shares.count ? shares[$0] : 0
    }
  }

  @Test func `the gamma quantile of a huge shape is the cube of a normal score`() {
    for shape in [100_001.0, 1e9, 1e300] {
      let quantile = GammaQuantile(shape: shape)
      #expect(abs(quantile.value(score: 0) / shape - 1) < 1e-5)
      let spread = quantile.value(score: 3) / shape - quantile.value(score: -3) / shape
      #expect(abs(spread - 6 / shape.squareRoot()) < 1e-4 / shape.squareRoot() + 1e-15)
    }
    let law = GammaDistribution(shape: 100_001, scale: 1)
    let value = GammaQuantile(shape: 100_001).value(score: 4)
    #expect(abs(law.upperTail(value) / gsl_cdf_ugaussian_Q(4) - 1) < 1e-4)
  }
}
