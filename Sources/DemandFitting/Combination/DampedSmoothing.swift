// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Foundation

/// Exponential smoothing of the level with a damped trend (Gardner, McKenzie 1985), of days without
/// what the calendar says of them.
///
/// In the logarithm, by relative errors: l ← l + φ b + α e, b ← φ b + α β e with e = count ÷ e^(l + φ b) − 1,
/// cut where it is far beyond the day's spread. So the mean is followed, not that of logarithms. α, β and φ are
/// those of a grid with the least errors two weeks ahead in the past.
struct DampedSmoothing: Sendable {
  private let fit: DayFit
  private var state: State

  private struct State {
    var level: Double
    var slope = 0.0
    let gain: Double
    let slopeGain: Double
    let damping: Double

    /// The logarithm of the level some days after the last one.
    func level(ahead: Int) -> Double { level + trend(ahead: ahead) }

    /// What the slope adds to it from the last day on.
    func trend(ahead: Int) -> Double {
      let reach = damping < 1 ? damping * (1 - pow(damping, Double(ahead))) / (1 - damping) : 0
      return slope * reach
    }

    mutating func follow(_ ratio: Double?, limit: Double) {
      slope *= damping
      level += slope
      guard let ratio else { return }
      let error = max(-limit, min(limit, ratio / exp(level) - 1))
      level += gain * error
      slope += gain * slopeGain * error
    }
  }

  private static let gains = [0.03, 0.06, 0.12, 0.25]
  private static let slopeGains = [0.0, 0.05, 0.15]
  /// A day's part of the slope that is left on the next.
  private static let dampings = [0.97, 0.99]
  /// Deviations beyond which an error is cut.
  private static let limit = 2.0
  /// Days ahead at which a choice is judged.
  private static let judged = 14
  private static let start = 28

  init(_ fit: DayFit) {
    self.fit = fit
    let record = fit.record
    let effects = (0..<record.count).map { exp(fit.calendarEffect(on: record.date($0))) }
    let ratios = (0..<record.count).map { day -> Double? in
      guard record.isScored(day) else { return nil }
      return record.totals[day] / (record.exposures[day] * effects[day])
    }
    let early = ratios.prefix(Self.start).compactMap { $0 }.sorted()
    let level = log(max(1e-3, early.isEmpty ? 1 : quantile(early, 0.5)))
    let limits = (0..<record.count).map { day in
      let mean = max(0.5, fit.regression.fitted[day])
      let own = fit.regression.spread.variance(on: fit.design.weekday(day))
      return Self.limit * (own + 1 / mean).squareRoot()
    }
    var best: (loss: Double, state: State)?
    for gain in Self.gains {
      for slopeGain in Self.slopeGains {
        for damping in slopeGain > 0 ? Self.dampings : [1] {
          var state = State(
            level: level, gain: gain, slopeGain: slopeGain, damping: damping)
          let loss = Self.run(&state, ratios, limits)
          if loss < best?.loss ?? .infinity { best = (loss, state) }
        }
      }
    }
    state = best?.state ?? State(level: level, gain: 0.1, slopeGain: 0, damping: 1)
  }

  /// Follows the ratios and returns the mean absolute error of the days judged, each cut as above.
  private static func run(_ state: inout State, _ ratios: [Double?], _ limits: [Double]) -> Double {
    var (loss, seen) = (0.0, 0.0)
    for day in ratios.indices {
      if day >= start, day + judged <= ratios.count {
        for ahead in [1, judged / 2, judged] {
          let place = day + ahead - 1
          guard let ratio = ratios[place] else { continue }
          let error = ratio / exp(state.level(ahead: ahead)) - 1
          loss += min(limits[place], abs(error))
          seen += 1
        }
      }
      state.follow(ratios[day], limit: limits[day])
    }
    // A trend has to earn its place.
    return seen > 0 ? loss / seen * (state.slopeGain > 0 ? 1.01 : 1) : state.gain
  }

  /// What the damped trend adds to the logarithm of the mean from the last day on.
  func trend(ahead: Int) -> Double { state.trend(ahead: ahead) }

  func centre(ahead: Int) -> Double {
    let date = fit.record.date(fit.record.count - 1 + ahead)
    return state.level(ahead: ahead) + fit.calendarEffect(on: date)
  }
}
