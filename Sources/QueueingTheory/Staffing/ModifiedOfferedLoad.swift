// SPDX-License-Identifier: GPL-3.0-or-later

/// The busy agents an unlimited desk would have when the arrival rate changes over the day.
///
/// m(t) = ∫₀^∞ λ(t - u) P(S > u) du (Jennings, Mandelbaum, Massey and Whitt 1996). It lags behind the
/// rate by about a handling time, which period-by-period formulas miss. Staff with m(t) + β √m(t).
package enum ModifiedOfferedLoad {
  /// What came before the first interval.
  package enum History: Equatable, Sendable {
    /// The desk opens empty.
    case empty
    /// The intervals repeat for ever, as the days of a desk that never closes.
    case periodic
  }

  /// m(t) for rates that are constant over equal intervals, exactly.
  ///
  /// - Parameters:
  ///   - rates: λ of each interval, at least zero; the first begins at time 0, after the last none.
  ///   - interval: Length of an interval, above zero.
  ///   - times: Instants at which to evaluate.
  /// - Throws: `.notPositive`.
  /// - Complexity: O(times × rates), times the days a chat can last when periodic.
  package static func load(
    rates: [Double], interval: Double, handling: DurationLaw, at times: [Double],
    history: History = .empty
  ) throws(QueueingError) -> [Double] {
    try Require.positive(interval, .interval)
    try handling.validate(.handlingTime)
    for rate in rates where !(rate >= 0 && rate.isFinite) {
      throw .notPositive(.arrivalRate, found: rate)
    }
    guard !rates.isEmpty else { return times.map { _ in 0 } }
    let cycle = Double(rates.count) * interval
    // Arrivals longer ago than this have left, to the last digit.
    let memory = history == .periodic ? handling.quantile(1 - 1e-15) : 0
    let earlierCycles = Int((min(memory / cycle, 10_000)).rounded(.up))
    return times.map { time in
      var load = 0.0
      for back in -earlierCycles...0 {
        for (index, rate) in rates.enumerated() where rate > 0 {
          let start = Double(back) * cycle + Double(index) * interval
          if start >= time { break }
          let youngest = max(0, time - start - interval)
          load +=
            rate * (handling.limitedMean(time - start) - handling.limitedMean(youngest))
        }
      }
      return load
    }
  }
}
