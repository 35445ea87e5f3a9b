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
  /// Where all times are whole seconds an end was seen somewhere within half a second of its
  /// reading: a law whose density is infinite at zero would else be judged by the clock. Zeros that
  /// remain are moved to half a second.
  /// - Returns: Nil with fewer than two ends seen, or if the search does not settle.
  package init?(_ sample: [CensoredTime], family: Family) {
    let sample = Readings(sample.filter { $0.time.isFinite && $0.time >= 0 })
    guard sample.ends >= 2 else { return nil }
    let hazardMean = sample.total / sample.ends
    if family == .exponential {
      logLikelihood = Law(.exponential, logScale: log(hazardMean), logShape: 0)
        .logLikelihood(sample)
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

  /// Times whose spread is within this share of their mean are one and the same time.
  private static let constantSpread = 0.02

  /// One time for all, where every end was seen and they hardly differ; a law of two parameters has
  /// no maximum there.
  private init?(constant sample: [CensoredTime]) {
    let times = sample.map(\.time)
    let mean = times.reduce(0, +) / Double(times.count)
    let squares = times.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let isConstant =
      (squares / Double(times.count)).squareRoot() <= Self.constantSpread * mean
    guard times.count >= 2, mean > 0, sample.allSatisfy(\.isEvent), isConstant else { return nil }
    distribution = .deterministic(mean)
    logLikelihood = 0
    akaike = 2
  }

  /// Differences of the criterion up to this tell two laws not apart (Burnham, Anderson 2002).
  private static let indistinguishable = 2.0

  /// The family with the smallest criterion, or the exponential where it is as good; one time for
  /// all where they hardly differ.
  package static func best(_ sample: [CensoredTime]) -> DurationFit? {
    if let constant = DurationFit(constant: sample) { return constant }
    let fits = Family.allCases.compactMap { DurationFit(sample, family: $0) }
    guard let best = fits.min(by: { $0.akaike < $1.akaike }) else { return nil }
    let simple = fits.first { if case .exponential = $0.distribution { true } else { false } }
    if let simple, simple.akaike <= best.akaike + indistinguishable { return simple }
    return best
  }
}

/// Times with how often each was read, so that a hundred thousand whole seconds cost no more than
/// the few hundred different ones.
private struct Readings {
  /// In order of time, ends before cut-off times.
  let items: [(time: Double, isEvent: Bool, count: Double)]
  let isWhole: Bool

  init(_ sample: [CensoredTime]) {
    isWhole = sample.allSatisfy { $0.time == $0.time.rounded() }
    var counts: [[Double: Double]] = [[:], [:]]
    for item in sample { counts[item.isEvent ? 0 : 1][item.time, default: 0] += 1 }
    items = counts.enumerated().flatMap { kind, times in
      times.map { (time: $0.key, isEvent: kind == 0, count: $0.value) }
    }.sorted { ($0.time, $0.isEvent ? 0 : 1) < ($1.time, $1.isEvent ? 0 : 1) }
  }

  /// Ends seen.
  var ends: Double { items.reduce(0) { $0 + ($1.isEvent ? $1.count : 0) } }
  /// Seconds lasted by all.
  var total: Double { items.reduce(0) { $0 + $1.count * max($1.time, 0.5) } }
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

  func logLikelihood(_ sample: Readings) -> Double {
    var sum = 0.0
    for item in sample.items {
      let time = max(item.time, 0.5)
      let term =
        !item.isEvent
        ? logSurvival(time) : sample.isWhole ? logShare(around: item.time) : logDensity(time)
      sum += item.count * term
    }
    return sum.isNaN ? -1e300 : sum
  }

  /// Logarithm of the probability of an end within half a second; far out, where survivals differ
  /// by less than their rounding, that of the density times a second.
  private func logShare(around time: Double) -> Double {
    let before = time > 0.5 ? exp(logSurvival(time - 0.5)) : 1
    let share = before - exp(logSurvival(time + 0.5))
    return share > 1e-9 ? log(share) : logDensity(max(time, 0.5))
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
