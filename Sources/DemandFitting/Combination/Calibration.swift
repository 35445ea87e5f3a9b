// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Foundation
import NumericalMethods

/// How much wider or narrower bands have to be than the model alone would draw them, by what its
/// combined forecasts missed from past origins.
///
/// As split conformal prediction takes it (Vovk and others 2005; Lei and others 2018): of sums over the
/// week next to the origin and over two weeks far from it the distance, in their deviations, within which eight of
/// ten fell, which moves the doubt about the level; of single days the distance beyond which one of ten
/// fell, below and above, which moves the law of days. All are moved to a belief, since origins are few.
struct Calibration: Equatable, Sendable {
  /// On the deviation of the level's logarithm, next to the history and far from it.
  private(set) var near = 1.0
  private(set) var far = 1.0
  /// On the day law's distance from its median, below and above.
  private(set) var lower = 1.0
  private(set) var upper = 1.0

  /// Days ahead of the two sums.
  private static let nearDays = 1...7
  private static let farDays = 15...28
  /// Sums that do not overlap which the belief in the level's doubt is worth.
  private static let believedSums = 3.0
  /// Days that the belief in the day law is worth.
  private static let believedDays = 120.0
  /// Part of the misses that is new: neighbouring days share their level, origins their days.
  private static let fresh = 0.5
  /// What is believed of the factor on the deviation of sums before any was missed.
  private static let believedFactor = 1.4
  private static let bounds = 0.8...1.5
  /// Normal score of the band's edges.
  private static let edge = 1.2816

  static let none = Calibration()

  /// What the model says of a day ahead.
  struct Model {
    /// Covariance of the level's logarithm by day ahead, from 1.
    let covariance: Matrix
    let law: DayLaw
    let factor: DayFactorProcess
    /// Weekday of a day ahead.
    let variance: (Weekday) -> Double
  }

  private init() {}

  init(_ combination: Combination, _ record: DayRecord, _ model: Model) {
    // In order: sums of fractions depend on it in their last bits.
    let byOrigin = Dictionary(grouping: combination.misses, by: \.origin)
      .sorted { $0.key < $1.key }.map { (origin: $0.key, misses: $0.value) }
    let nearScale = Self.levelScale(byOrigin, Self.nearDays, record, model)
    let farScale = Self.levelScale(byOrigin, Self.farDays, record, model)
    near = nearScale ?? 1
    far = farScale ?? near
    let misses = combination.misses
    lower = side(-1, misses, record, model)
    upper = side(1, misses, record, model)
  }

  /// Factor on the level's deviation some days ahead.
  func level(ahead: Int) -> Double {
    let part = Double(min(max(ahead, 4), 21) - 4) / 17
    return near + part * (far - near)
  }

  /// Of sums over some days ahead.
  private static func levelScale(
    _ byOrigin: [(origin: Int, misses: [Combination.Miss])], _ days: ClosedRange<Int>,
    _ record: DayRecord,
    _ model: Model
  ) -> Double? {
    var scores: [Double] = []
    var (levels, noises) = (0.0, 0.0)
    var reach: [Int] = []
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
          level += share * model.covariance[first.ahead - 1, second.ahead - 1]
          let distance = abs(first.ahead - second.ahead)
          let deviations = [first, second].map {
            model.variance(record.date($0.origin + $0.ahead - 1).weekday).squareRoot()
          }
          noise +=
            share * deviations[0] * deviations[1] * pow(model.factor.correlation, Double(distance))
        }
      }
      scores.append(abs(log((total + 0.5) / (mean + 0.5))) / (level + noise).squareRoot())
      levels += level
      noises += noise
      reach.append(origin)
    }
    guard levels > 0, let low = reach.min(), let high = reach.max() else { return nil }
    let worth = min(Double(scores.count), Double(high - low) / Double(days.count) + 1)
    let found = min(bounds.upperBound, quantile(scores.sorted(), 0.8) / edge)
    let factor = (found * worth + believedFactor * believedSums) / (worth + believedSums)
    let squared = (factor * factor * (levels + noises) - noises) / levels
    return max(bounds.lowerBound, min(bounds.upperBound, max(0, squared).squareRoot()))
  }

  /// Factor on the day law's distance on one side, by the share of days beyond the band's edge.
  private func side(
    _ sign: Double, _ misses: [Combination.Miss], _ record: DayRecord, _ model: Model
  ) -> Double {
    var scores: [Double] = []
    var (law, rest, count) = (0.0, 0.0, 0.0)
    for miss in misses {
      let mean = exp(miss.centre) * miss.exposure
      guard mean >= 2 else { continue }
      let weekday = record.date(miss.origin + miss.ahead - 1).weekday
      let score = Self.edge * model.factor.variance(ahead: miss.ahead).squareRoot()
      let distance =
        model.law.value(score: sign * score, on: weekday) - model.law.value(score: 0, on: weekday)
      let scale = level(ahead: miss.ahead)
      let level = scale * scale * model.covariance[miss.ahead - 1, miss.ahead - 1]
      let other = Self.edge * Self.edge * (level + 1 / mean)
      let error = log((miss.total + 0.5) / (mean + 0.5))
      scores.append(sign * error / (distance * distance + other).squareRoot())
      law += distance * distance
      rest += other
      count += 1
    }
    guard count >= 14, law > 0 else { return 1 }
    let found = max(0.3, quantile(scores.sorted(), 0.9))
    let days = Self.fresh * count
    let factor = (found * days + Self.believedDays) / (days + Self.believedDays)
    let squared = (factor * factor * (law + rest) - rest) / law
    return max(
      Self.bounds.lowerBound, min(Self.bounds.upperBound, max(0, squared).squareRoot()))
  }
}
