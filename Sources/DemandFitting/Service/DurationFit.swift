// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NumericalMethods
package import Scenarios

/// A law fitted to times by maximum likelihood, cut-off times included.
package struct DurationFit: Equatable, Sendable {
  package let distribution: Distribution
  package let logLikelihood: Double
  /// Akaike's criterion: twice the parameters less twice the log likelihood; smaller is better.
  package let akaike: Double

  package enum Family: String, CaseIterable, Sendable {
    case exponential, lognormal, gamma, weibull
  }

  /// Fits one family.
  ///
  /// Times of zero are moved to half a second, as clocks that count seconds would read them.
  /// - Returns: Nil with fewer than two ends seen, or if the search does not settle.
  package init?(_ sample: [CensoredTime], family: Family) {
    let sample = sample.filter { $0.time.isFinite && $0.time >= 0 }
      .map { CensoredTime(max($0.time, 0.5), isEvent: $0.isEvent) }
    let ends = sample.count { $0.isEvent }
    guard ends >= 2 else { return nil }
    let hazardMean = sample.reduce(0.0) { $0 + $1.time } / Double(ends)
    if family == .exponential {
      logLikelihood = -Double(ends) * (log(hazardMean) + 1)
      distribution = .exponential(mean: hazardMean)
      akaike = 2 - 2 * logLikelihood
      return
    }
    let solution = try? NelderMead.minimize(
      from: [log(hazardMean), 0], stepSizes: [0.5, 0.3], tolerance: 1e-6
    ) {
      -Law(family, logScale: $0[0], logShape: $0[1]).logLikelihood(sample)
    }
    guard let solution else { return nil }
    let law = Law(family, logScale: solution.point[0], logShape: solution.point[1])
    logLikelihood = -solution.value
    distribution = law.distribution
    akaike = 4 - 2 * logLikelihood
    guard logLikelihood.isFinite, distribution.mean.isFinite else { return nil }
  }

  /// The family with the smallest criterion.
  package static func best(_ sample: [CensoredTime]) -> DurationFit? {
    Family.allCases.compactMap { DurationFit(sample, family: $0) }.min { $0.akaike < $1.akaike }
  }
}

/// A two-parameter law on the scale that the search moves on.
private struct Law {
  let family: DurationFit.Family
  let scale: Double
  let shape: Double

  init(_ family: DurationFit.Family, logScale: Double, logShape: Double) {
    self.family = family
    scale = exp(min(40, max(-40, logScale)))
    shape = exp(min(6, max(-6, logShape)))
  }

  func logLikelihood(_ sample: [CensoredTime]) -> Double {
    var sum = 0.0
    for item in sample { sum += item.isEvent ? logDensity(item.time) : logSurvival(item.time) }
    return sum.isNaN ? -1e300 : sum
  }

  /// Lognormal with deviation `shape` and median `scale`; gamma and Weibull in the usual way.
  private func logDensity(_ t: Double) -> Double {
    switch family {
    case .lognormal:
      let z = log(t / scale) / shape
      return -0.5 * z * z - log(t * shape) - 0.918_938_533_204_672_7
    case .gamma: return (shape - 1) * log(t / scale) - t / scale - log(scale) - lgamma(shape)
    case .weibull:
      return log(shape / scale) + (shape - 1) * log(t / scale) - pow(t / scale, shape)
    case .exponential: return -log(scale) - t / scale
    }
  }

  private func logSurvival(_ t: Double) -> Double {
    switch family {
    case .lognormal: return log(max(1e-300, 0.5 * erfc(log(t / scale) / shape / 2.0.squareRoot())))
    case .gamma: return log(max(1e-300, SpecialFunctions.upperGamma(shape, t / scale)))
    case .weibull: return -pow(t / scale, shape)
    case .exponential: return -t / scale
    }
  }

  var distribution: Distribution {
    switch family {
    case .lognormal:
      .lognormal(
        mean: scale * exp(shape * shape / 2), cv: expm1(shape * shape).squareRoot())
    case .gamma: .gamma(mean: shape * scale, cv: 1 / shape.squareRoot())
    case .weibull: .weibull(mean: scale * exp(lgamma(1 + 1 / shape)), shape: shape)
    case .exponential: .exponential(mean: scale)
    }
  }
}
