// SPDX-License-Identifier: GPL-3.0-or-later

extension ModifiedOfferedLoad {
  /// One interval of a day: what a period-by-period formula takes as its load, and what it is.
  package struct Row: Equatable, Sendable {
    /// Start of the interval, from the day's.
    package let start: Double
    /// λ.
    package let rate: Double
    /// λ E[S], as if the rate had always been so.
    package let stationaryLoad: Double
    /// m(t) in the middle of the interval.
    package let middleLoad: Double
    /// The largest m(t) of the interval, seen at 13 instants.
    package let largestLoad: Double
    /// ⌈m + β √m⌉ at the largest load.
    package let agents: Int
  }

  /// The modified offered load of every interval and the agents that it takes, by the square-root
  /// rule of Halfin and Whitt, or of Garnett, Mandelbaum and Reiman where customers leave.
  ///
  /// - Parameters:
  ///   - rates: λ of each interval, at least zero.
  ///   - patience: Mean of exponential patience; nil for customers who never leave.
  ///   - waitProbability: Share that may have to wait, in (0, 1).
  /// - Throws: `.notPositive`, `.outOfRange`, `.numerical`.
  package static func day(
    rates: [Double], interval: Double, handling: DurationLaw, patience: Double?,
    waitProbability: Double, history: History = .empty
  ) throws(QueueingError) -> [Row] {
    let beta = try SquareRootApproximation.safety(
      waitProbability: waitProbability, patienceRatio: patience.map { $0 / handling.mean })
    let steps = 12
    let times = rates.indices.flatMap { index in
      (0...steps).map { (Double(index) + Double($0) / Double(steps)) * interval }
    }
    let loads = try load(
      rates: rates, interval: interval, handling: handling, at: times, history: history)
    return rates.indices.map { index in
      let own = loads[index * (steps + 1)..<(index + 1) * (steps + 1)]
      let largest = own.max() ?? 0
      return Row(
        start: Double(index) * interval, rate: rates[index],
        stationaryLoad: rates[index] * handling.mean,
        middleLoad: own[own.startIndex + steps / 2], largestLoad: largest,
        agents: largest > 0
          ? max(1, SquareRootApproximation.agents(offeredLoad: largest, safety: beta)) : 0)
    }
  }
}
