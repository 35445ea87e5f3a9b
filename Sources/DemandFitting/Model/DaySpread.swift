// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Foundation

/// How far days stray from their mean beyond chance: one variance, and a factor for each weekday.
struct DaySpread: Equatable, Sendable {
  /// Variance of the day factor over all weekdays.
  private(set) var variance: Double
  /// Deviation of each weekday's factor over the common one, Monday first.
  private(set) var scales = [Double](repeating: 1, count: 7)

  /// Days that the prior's variance is worth.
  private static let priorDays = 10.0
  /// Days that the common variance is worth against a weekday's own.
  private static let commonDays = 40.0
  /// Ratio of variances beyond which a weekday is not believed.
  private static let largestRatio = 4.0

  init(_ prior: ShopPrior) { variance = prior.dayVariance }

  func scale(on weekday: Weekday) -> Double { scales[weekday.rawValue] }

  func variance(on weekday: Weekday) -> Double {
    variance * scale(on: weekday) * scale(on: weekday)
  }

  struct Residual {
    /// On a scale of equal variance, in units of the mean.
    let value: Double
    /// The part of its variance that is Poisson's.
    let poisson: Double
    let weekday: Weekday
  }

  /// The residual under the transformation that steadies a negative binomial's variance
  /// (Anscombe 1948), which is symmetric where ratios have a long upper tail.
  func residual(of total: Double, mean: Double, weekday: Weekday) -> Residual {
    let size = 1 / max(variance(on: weekday), 1e-4)
    let steady = { (count: Double) in asinh(((count + 0.375) / size).squareRoot()) }
    let unit = 2 * (1 + size / mean).squareRoot()
    return Residual(
      value: unit * (steady(total) - steady(mean)), poisson: 1 / mean, weekday: weekday)
  }

  /// Sets the variances from the 10 % and 90 % points of residuals, moved to the prior and to the
  /// common variance as far as data are few.
  ///
  /// - Parameter freedom: Degrees of freedom that the fit has used: its residuals are smaller than
  ///   its errors by their share.
  mutating func update(_ residuals: [Residual], freedom: Double, prior: ShopPrior) {
    let count = Double(residuals.count)
    guard count >= 5 else { return }
    let unused = max(0.25, 1 - freedom / count)
    let common = max(0.0002, Self.excess(residuals, unused))
    variance = (common * count + prior.dayVariance * Self.priorDays) / (count + Self.priorDays)
    for weekday in Weekday.allCases {
      let own = residuals.filter { $0.weekday == weekday }
      let days = Double(own.count)
      guard days >= 4 else { continue }
      let ratio = min(Self.largestRatio, max(0, Self.excess(own, unused)) / variance)
      let mixed = (ratio * days + Self.commonDays) / (days + Self.commonDays)
      scales[weekday.rawValue] = mixed.squareRoot()
    }
  }

  private static func excess(_ residuals: [Residual], _ unused: Double) -> Double {
    let sorted = residuals.map(\.value).sorted()
    // 2.5631 is the distance of these points in a standard normal law.
    let deviation = (midpointQuantile(sorted, 0.9) - midpointQuantile(sorted, 0.1)) / 2.5631
    let poisson = residuals.reduce(0) { $0 + $1.poisson } / Double(residuals.count)
    return deviation * deviation / unused - poisson
  }

  /// Quantile with the i-th of n values at (i − ½) / n (Hazen 1914): with few values the usual rule
  /// would draw the tails in.
  static func midpointQuantile(_ sorted: [Double], _ p: Double) -> Double {
    let place = p * Double(sorted.count) - 0.5
    guard place > 0, let last = sorted.last else { return sorted.first ?? .nan }
    let low = Int(place)
    guard low + 1 < sorted.count else { return last }
    return sorted[low] + (place - Double(low)) * (sorted[low + 1] - sorted[low])
  }
}
