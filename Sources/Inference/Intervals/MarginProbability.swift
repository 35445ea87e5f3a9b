// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NumericalMethods

/// How probably a margin is not negative, estimated from independent margins.
///
/// A share of thirty replications moves in steps of three points and says nothing between them. So the
/// margins are smoothed by a normal kernel of Silverman's width, drawn together so that their variance
/// stays what it was (Silverman 1986, Density Estimation, sections 3.4.2 and 6.4.1).
package struct MarginProbability: Equatable, Sendable {
  /// Probability in [0, 1] at 95 %. Its error is that of the smoothed margins, and not less than what
  /// margins that never failed leave open.
  package let interval: ConfidenceInterval
  /// Margins that are not negative.
  package let kept: Int
  /// Of each margin the smoothed chance in [0, 1] that it is not negative; their mean is the estimate.
  package let chances: [Double]
  private let centres: [Double]
  private let width: Double

  /// - Parameter margins: Finite, one or more.
  package init(_ margins: [Double]) {
    let count = Double(margins.count)
    let moments = SampleMoments(margins)
    let deviation = margins.count > 1 ? moments.standardDeviation : 0
    let width = Self.width(margins, deviation: deviation)
    // Drawn together by the kernel's part of the variance.
    let pull =
      deviation > 0 ? 1 / (1 + width * width / (deviation * deviation)).squareRoot() : 1
    centres = margins.map { moments.mean + ($0 - moments.mean) * pull }
    self.width = width * pull
    kept = margins.count { $0 >= 0 }
    chances = centres.map { [own = self.width] in Self.chance($0, width: own) }
    let of = SampleMoments(chances)
    let unseen = 0.5 / (count + 1)
    let error = max(
      margins.count > 1 ? of.standardError : .infinity,
      (unseen * (1 - unseen) / count).squareRoot())
    let law = StudentTDistribution(degreesOfFreedom: max(1, count - 1))
    interval = ConfidenceInterval(
      mean: of.mean,
      halfWidth: margins.count > 1 ? law.twoSidedQuantile(level: 0.95) * error : .infinity,
      level: 0.95, count: margins.count)
  }

  /// The margin that is exceeded with a probability in (0, 1).
  package func exceeded(with probability: Double) -> Double {
    guard let low = centres.min(), let high = centres.max() else { return .nan }
    var (below, above) = (low - 8 * width, high + 8 * width)
    for _ in 0..<100 where above > below {
      let middle = below + (above - below) / 2
      let share =
        centres.reduce(0) { $0 + Self.chance($1 - middle, width: width) } / Double(centres.count)
      if share >= probability { below = middle } else { above = middle }
    }
    return below
  }

  private static func chance(_ margin: Double, width: Double) -> Double {
    guard width > 0 else { return margin >= 0 ? 1 : 0 }
    return NormalDistribution.standard.cumulative(margin / width)
  }

  /// Silverman's rule of thumb, 0.9 min(s, IQR ÷ 1.34) n^(−1/5).
  private static func width(_ margins: [Double], deviation: Double) -> Double {
    guard margins.count > 1, deviation > 0 else { return 0 }
    let sorted = margins.sorted()
    func quartile(_ share: Double) -> Double {
      let place = share * Double(sorted.count - 1)
      let lower = Int(place)
      let upper = min(lower + 1, sorted.count - 1)
      return sorted[lower] + (place - Double(lower)) * (sorted[upper] - sorted[lower])
    }
    let range = (quartile(0.75) - quartile(0.25)) / 1.34
    let scale = range > 0 ? min(deviation, range) : deviation
    return 0.9 * scale * pow(Double(margins.count), -0.2)
  }
}
