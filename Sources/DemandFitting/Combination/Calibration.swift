// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Foundation
import NumericalMethods

/// How much wider or narrower bands have to be than the model alone would draw them, by what its
/// combined forecasts missed from past origins.
///
/// As split conformal prediction takes it (Vovk and others 2005; Lei and others 2018): of sums over the
/// week next to the origin and over two weeks far from it the distance, in their deviations, within which eight of
/// ten fell, which moves the doubt about the level; of sums over all four weeks the same, which adds a shift
/// that all later days share; of single days the distance beyond which one of ten fell, below and above, which
/// moves the law of days. All are moved to a belief, since origins are few.
struct Calibration: Equatable, Sendable {
  /// On the deviation of the level's logarithm, next to the history and far from it.
  private(set) var near = 1.0
  private(set) var far = 1.0
  /// Variance of a shift of the level's logarithm that all days far ahead share.
  private(set) var common = 0.0
  /// On the day law's distance from its median, below and above.
  private(set) var lower = 1.0
  private(set) var upper = 1.0

  /// Days ahead of the sums.
  private static let nearDays = 1...7
  private static let farDays = 15...28
  private static let allDays = 1...28
  /// Days ahead from which the shared shift is whole.
  private static let sharedFrom = 14.0
  /// Sums that do not overlap which the belief in the level's doubt is worth.
  private static let believedSums = 3.0
  /// Days that the belief in the day law is worth.
  private static let believedDays = 120.0
  /// Part of the misses that is new: neighbouring days share their level, origins their days.
  private static let fresh = 0.5
  /// What is believed of the factor on the deviation of sums before any was missed.
  private static let believedFactor = 1.4
  /// The same of sums over four weeks, beside what the shorter ones have changed, and the most that is
  /// taken of it.
  private static let believedWhole = 1.4
  private static let mostWhole = 2.0
  private static let bounds = 0.8...1.5
  /// Normal score of the band's edges.
  static let edge = 1.2816

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
    func sums(_ days: ClosedRange<Int>, _ calibration: Calibration) -> SumMisses {
      SumMisses(byOrigin, over: days, record, model, calibration)
    }
    near = Self.levelScale(sums(Self.nearDays, .none)) ?? 1
    far = Self.levelScale(sums(Self.farDays, .none)) ?? near
    var reach = self
    reach.common = 1
    common = Self.common(sums(Self.allDays, reach))
    let misses = combination.misses
    lower = side(-1, misses, record, model)
    upper = side(1, misses, record, model)
  }

  /// Factor on the level's deviation some days ahead.
  func level(ahead: Int) -> Double {
    let part = Double(min(max(ahead, 4), 21) - 4) / 17
    return near + part * (far - near)
  }

  /// Part of the shared shift that a day ahead has: none yet on the first, all of it from two weeks on.
  func shared(ahead: Int) -> Double {
    common.squareRoot() * min(1, Double(max(0, ahead)) / Self.sharedFrom)
  }

  /// Factor on the level's deviation, by sums over some days ahead.
  private static func levelScale(_ sums: SumMisses) -> Double? {
    guard sums.level > 0, sums.worth > 0 else { return nil }
    let factor = sums.factor(
      belief: believedFactor, worth: believedSums, most: bounds.upperBound)
    let squared = (factor * factor * (sums.level + sums.noise) - sums.noise) / sums.level
    return max(bounds.lowerBound, min(bounds.upperBound, max(0, squared).squareRoot()))
  }

  /// Variance that sums over four weeks lack beside what days and weeks have told.
  private static func common(_ sums: SumMisses) -> Double {
    guard sums.reach > 0, sums.worth > 0 else { return 0 }
    let factor = sums.factor(
      belief: believedWhole, worth: believedSums, most: mostWhole)
    return max(0, (factor * factor - 1) * (sums.level + sums.noise) / sums.reach)
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
      let own = shared(ahead: miss.ahead)
      let level = scale * scale * model.covariance[miss.ahead - 1, miss.ahead - 1] + own * own
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
