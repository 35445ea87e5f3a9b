// SPDX-License-Identifier: GPL-3.0-or-later

import DemandFitting
import Foundation
import Scenarios
import TestSupport
import Testing

@Suite struct DurationTests {
  /// Weeks in remission under 6-MP (Freireich et al. 1963), the textbook's censored sample.
  static let remission =
    [6, 6, 6, 7, 10, 13, 16, 22, 23].map { CensoredTime($0, isEvent: true) }
    + [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map { CensoredTime($0, isEvent: false) }

  @Test func `the product limit of the textbook's sample is the textbook's`() {
    let curve = KaplanMeier(Self.remission)
    let known = [0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448]
    #expect(curve.times == [6, 7, 10, 13, 16, 22, 23])
    for (found, expected) in zip(curve.survival, known) { #expect(abs(found - expected) < 5e-4) }
    #expect(abs(curve.standardErrors[0] - 0.0764) < 1e-4)
    #expect(curve.survival(at: 5.9) == 1 && curve.survival(at: 100) == curve.survival.last)
    #expect(curve.quantile(0.5) == 23)
  }

  @Test func `an exponential fit is the time at risk over the ends seen`() throws {
    let fit = try #require(DurationFit(Self.remission, family: .exponential))
    #expect(abs(fit.distribution.mean - 359.0 / 9) < 1e-9)
  }

  @Test func `a Weibull fit solves its likelihood equations`() throws {
    // In seconds, so that half a second either way is nothing.
    let remission = Self.remission.map {
      CensoredTime($0.time * 604_800, isEvent: $0.isEvent)
    }
    let fit = try #require(DurationFit(remission, family: .weibull))
    guard case .weibull(let mean, let shape) = fit.distribution else {
      Issue.record("not a Weibull")
      return
    }
    let powers = remission.map { pow($0.time, shape) }
    let total = powers.reduce(0, +)
    let logs = zip(powers, remission).reduce(0) { $0 + $1.0 * log($1.1.time) }
    let ends = remission.filter(\.isEvent)
    let meanLog = ends.reduce(0) { $0 + log($1.time) } / Double(ends.count)
    #expect(abs(logs / total - 1 / shape - meanLog) < 1e-3)
    let scale = pow(total / Double(ends.count), 1 / shape)
    #expect(abs(mean / (scale * tgamma(1 + 1 / shape)) - 1) < 1e-3)
  }

  @Test func `a lognormal sample is recognised and its moments recovered`() throws {
    var random = TestRandom(state: 17)
    let sample = (0..<4000).map { _ in
      CensoredTime(exp(5 + 0.8 * random.normal()), isEvent: true)
    }
    let best = try #require(DurationFit.best(sample))
    guard case .lognormal(let mean, let cv) = best.distribution else {
      Issue.record("another family")
      return
    }
    #expect(abs(mean / exp(5 + 0.32) - 1) < 0.06)
    #expect(abs(cv / expm1(0.64).squareRoot() - 1) < 0.08)
  }

  @Test
  func `patience read off a clock of whole seconds is recognised, with the answered censored`()
    throws
  {
    var random = TestRandom(state: 23)
    let scale = 240 / tgamma(1 + 1 / 0.7)
    let sample = (0..<4000).map { _ in
      let patience = scale * pow(-log(random.uniform()), 1 / 0.7)
      let wait = -90 * log(random.uniform())
      return CensoredTime(min(patience, wait).rounded(), isEvent: patience < wait)
    }
    let best = try #require(DurationFit.best(sample))
    guard case .weibull(let mean, let shape) = best.distribution else {
      Issue.record("\(best.distribution)")
      return
    }
    #expect(abs(mean / 240 - 1) < 0.15)
    #expect(abs(shape / 0.7 - 1) < 0.06)
  }

  @Test func `times that hardly differ are one time, not a law`() throws {
    let sample = (0..<400).map { CensoredTime($0 % 2 == 0 ? 300 : 301, isEvent: true) }
    #expect(DurationFit.best(sample)?.distribution == .deterministic(300.5))
  }

  @Test func `of laws that the data cannot tell apart the exponential is taken`() throws {
    var random = TestRandom(state: 31)
    var others = 0
    for _ in 0..<30 {
      let sample = (0..<300).map { _ in
        let patience = -340 * log(random.uniform())
        let wait = -50 * log(random.uniform())
        return CensoredTime(min(patience, wait), isEvent: patience < wait)
      }
      let best = try #require(DurationFit.best(sample))
      if case .exponential(let mean) = best.distribution {
        #expect(abs(mean / 340 - 1) < 0.6)
      } else {
        others += 1
      }
    }
    // Each of three wider laws is better by chance in about 5 of 100 samples.
    #expect(others <= 8)
  }

  @Test func `one end is not enough for a law`() {
    #expect(DurationFit([CensoredTime(5, isEvent: true)], family: .gamma) == nil)
    #expect(DurationFit.best([]) == nil)
  }
}
