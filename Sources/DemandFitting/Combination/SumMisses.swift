// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Foundation
import NumericalMethods

/// How far sums over some days ahead of past origins were from their forecasts, in the deviations that the
/// model gives them.
struct SumMisses {
  /// Variances of the sums' logarithms, added up over origins: of the level, as a calibration has it, and
  /// of the days and chance.
  private(set) var level = 0.0
  private(set) var noise = 0.0
  /// The variance that a shared shift of variance one adds to them.
  private(set) var reach = 0.0
  /// Sums that do not overlap which these are worth.
  private(set) var worth = 0.0
  private var scores: [Double] = []

  /// - Parameters:
  ///   - byOrigin: The misses of each past origin, in order.
  ///   - calibration: What has been found of the level; its shared shift counts for `reach` alone.
  init(
    _ byOrigin: [(origin: Int, misses: [Combination.Miss])], over days: ClosedRange<Int>,
    _ record: DayRecord, _ model: Calibration.Model, _ calibration: Calibration
  ) {
    var origins: [Int] = []
    for (origin, misses) in byOrigin {
      let own = misses.filter { days.contains($0.ahead) }
      guard own.count * 4 >= days.count * 3 else { continue }
      let means = own.map { exp($0.centre) * $0.exposure }
      let mean = means.reduce(0, +)
      let total = own.reduce(0.0) { $0 + $1.total }
      guard mean > 1 else { continue }
      var (level, noise) = (0.0, 1 / mean)
      for (i, first) in own.enumerated() {
        for (j, second) in own.enumerated() {
          let share = means[i] * means[j] / (mean * mean)
          level +=
            share * model.covariance[first.ahead - 1, second.ahead - 1]
            * calibration.level(ahead: first.ahead) * calibration.level(ahead: second.ahead)
          reach +=
            share * calibration.shared(ahead: first.ahead)
            * calibration.shared(ahead: second.ahead)
          let distance = abs(first.ahead - second.ahead)
          let deviations = [first, second].map {
            model.variance(record.date($0.origin + $0.ahead - 1).weekday).squareRoot()
          }
          noise +=
            share * deviations[0] * deviations[1] * pow(model.factor.correlation, Double(distance))
        }
      }
      scores.append(abs(log((total + 0.5) / (mean + 0.5))) / (level + noise).squareRoot())
      self.level += level
      self.noise += noise
      origins.append(origin)
    }
    guard let low = origins.min(), let high = origins.max() else { return }
    worth = min(Double(scores.count), Double(high - low) / Double(days.count) + 1)
  }

  /// The factor on the sums' deviation by which eight of ten would have been in their band, moved to a
  /// belief that is worth some sums.
  func factor(belief: Double, worth believed: Double, most: Double) -> Double {
    let found = min(most, quantile(scores.sorted(), 0.8) / Calibration.edge)
    return (found * worth + belief * believed) / (worth + believed)
  }
}
