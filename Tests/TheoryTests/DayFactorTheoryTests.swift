// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Scenarios
import SimulationEngine
import TestSupport
import Testing

/// Days that are busy together, against the Gaussian copula that ties them.
@Suite struct DayFactorTheoryTests {
  /// Survival of the gamma law of shape four and mean one.
  private func survival(_ x: Double) -> Double {
    let z = 4 * x
    return exp(-z) * (1 + z + z * z / 2 + z * z * z / 6)
  }

  /// The factor of a day whose standard normal score is z, by bisection.
  private func factor(score z: Double) -> Double {
    let tail = Formula.normalTail(z)
    var (low, high) = (0.0, 40.0)
    for _ in 0..<100 {
      let middle = (low + high) / 2
      if survival(middle) > tail { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  /// Covariance of two factors whose scores have correlation φ: Σ cₖ² φᵏ over normed Hermite
  /// polynomials (Mehler), k from one.
  private func covariance(correlation phi: Double) -> Double {
    let terms = 24
    var coefficients = [Double](repeating: 0, count: terms)
    let step = 0.01
    for index in -800...800 {
      let z = Double(index) * step
      let weight = exp(-z * z / 2) / (2 * Double.pi).squareRoot() * step * factor(score: z)
      var (before, hermite) = (0.0, 1.0)
      for k in 0..<terms {
        coefficients[k] += weight * hermite
        let next = (z * hermite - Double(k).squareRoot() * before) / Double(k + 1).squareRoot()
        (before, hermite) = (hermite, next)
      }
    }
    return (1..<terms).reduce(0) {
      $0 + coefficients[$1] * coefficients[$1] * pow(phi, Double($1))
    }
  }

  @Test(arguments: [0.6, -0.5])
  func `days of a correlated busy factor vary by their law and follow each other`(
    correlation: Double
  ) throws {
    // Mean 60, shape 4: variance 60 + 60² / 4.
    var demand = SeasonalDemand(dailyMean: 60)
    demand.busyness = BusynessFactor(shape: 4, correlation: correlation)
    let days = 3000
    let samples = try (1...60).map { seed in
      let scenario = ToyDesk.scenario(
        days: days, types: [ToyDesk.chat(.deterministic(1))], groups: [ToyDesk.group(limit: 10)],
        demand: [
          DemandStream(
            name: "shop", source: .seasonal(demand),
            mix: [TypeShare(inquiryType: "chat", share: 1)])
        ], seed: UInt64(seed))
      let record = try TheoryRun(scenario, [ToyDesk.line(1)], replications: 1).records[0]
      return (0..<days).map {
        Double(record.total(intervals: $0 * 48..<($0 + 1) * 48).arrived) - 60
      }
    }
    // Around the known mean: nothing is lost to an estimated one.
    func moment(lag: Int) -> Estimate {
      Estimate(
        samples.map { sample in
          zip(sample, sample.dropFirst(lag)).reduce(0) { $0 + $1.0 * $1.1 } / Double(days - lag)
        })
    }
    let mean = Estimate(samples.map { 60 + $0.reduce(0, +) / Double(days) })
    #expect(mean.agrees(with: 60))
    #expect(abs(covariance(correlation: 1) - 0.25) < 1e-6)
    let variance = moment(lag: 0)
    #expect(variance.agrees(with: 60 + 900), "\(variance)")
    let exact = 3600 * covariance(correlation: correlation)
    let next = moment(lag: 1)
    #expect(next.agrees(with: exact), "\(next), exact \(exact)")
  }
}
