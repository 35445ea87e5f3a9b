// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Scenarios

/// The random factor of each day of one stream in one replication.
enum DayFactors {
  /// Factors of mean one and gamma marginals, tied by a Gaussian score.
  ///
  /// The score of a date is a moving sum z = Σ φ^j e(d − j) over normals that belong to the dates,
  /// cut where φ^j < 10⁻⁷: an AR(1) in all but name, whose value on a date does not depend on
  /// where the horizon begins or ends.
  ///
  /// - Parameter mirrored: Turns every score's sign, for antithetic pairs.
  static func factors(
    _ busyness: BusynessFactor?, firstDay: Int, count: Int, streamKey: UInt64, mirrored: Bool
  ) -> [Double] {
    guard let busyness, busyness.shape.isFinite else { return Array(repeating: 1, count: count) }
    let phi = busyness.correlation
    let memory = phi == 0 ? 1 : min(2000, Int((log(1e-7) / log(abs(phi))).rounded(.up)))
    var weights: [Double] = [1]
    for _ in 1..<max(memory, 1) { weights.append(weights[weights.count - 1] * phi) }
    let norm = 1 / weights.reduce(0) { $0 + $1 * $1 }.squareRoot()
    let noise = (0..<(count + weights.count - 1)).map { offset -> Double in
      let day = StreamKey.day(streamKey, dayNumber: firstDay - weights.count + 1 + offset)
      var stream = RandomStream(key: day, purpose: Purpose.score)
      return Ziggurat.shared.normal(&stream)
    }
    let quantile = GammaQuantile(shape: busyness.shape)
    return (0..<count).map { day in
      var score = 0.0
      for lag in 0..<weights.count {
        score += weights[lag] * noise[day + weights.count - 1 - lag]
      }
      score *= norm
      return quantile.value(score: mirrored ? -score : score) / busyness.shape
    }
  }
}
