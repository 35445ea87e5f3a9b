// SPDX-License-Identifier: GPL-3.0-or-later

/// A queue whose waits are known as a law, not by their mean alone.
protocol WaitLaw {
  /// Share of all arrivals that are served, sooner or later, in [0, 1].
  var servedProbability: Double { get }
  /// Share of all arrivals served within `limit` >= 0.
  func servedWithin(_ limit: Double) throws(QueueingError) -> Double
  /// Share of all arrivals still waiting `limit` >= 0 after they came, served later or not.
  func waitsLongerThan(_ limit: Double) throws(QueueingError) -> Double
  /// A wait of the size that is usual here, above zero.
  var timeScale: Double { get }
}

extension WaitLaw {
  /// Share of all arrivals whose wait has ended within `limit`: served, gone, or turned away at once.
  func waitWithin(_ limit: Double) throws(QueueingError) -> Double {
    max(0, 1 - (try waitsLongerThan(limit)))
  }

  /// Share of the served whose wait was at most `limit`; 1 where nobody is served.
  func waitWithinOfServed(_ limit: Double) throws(QueueingError) -> Double {
    servedProbability > 0 ? min(1, try servedWithin(limit) / servedProbability) : 1
  }

  /// The least wait that a share `level` of all arrivals does not exceed.
  func waitQuantile(_ level: Double) throws(QueueingError) -> Double {
    try quantile(level) { limit throws(QueueingError) in try waitWithin(limit) }
  }

  /// The least wait that a share `level` of the served does not exceed.
  func waitQuantileOfServed(_ level: Double) throws(QueueingError) -> Double {
    try quantile(level) { limit throws(QueueingError) in try waitWithinOfServed(limit) }
  }

  /// By halving, since a law of patience with an atom makes the share jump.
  private func quantile(
    _ level: Double, _ share: (Double) throws(QueueingError) -> Double
  ) throws(QueueingError) -> Double {
    if try share(0) >= level { return 0 }
    var (low, high) = (0.0, timeScale)
    while try share(high) < level {
      (low, high) = (high, high * 2)
      guard high < 1e15 * timeScale else { return .infinity }
    }
    while high - low > 1e-10 * high {
      let middle = low + (high - low) / 2
      if try share(middle) >= level { high = middle } else { low = middle }
    }
    return high
  }
}

extension ErlangC: WaitLaw {
  var servedProbability: Double { 1 }
  var timeScale: Double { meanWaitOfDelayed }
  func servedWithin(_ limit: Double) -> Double { answeredWithin(limit) }
  func waitsLongerThan(_ limit: Double) -> Double { 1 - answeredWithin(limit) }
}

extension ImpatientQueue: WaitLaw {
  var servedProbability: Double { 1 - abandonmentProbability }
  var timeScale: Double { patience.mean }
}

extension FiniteRoomQueue: WaitLaw {
  var servedProbability: Double { 1 - blockingProbability }
  var timeScale: Double { load.meanHandlingTime }
  func servedWithin(_ limit: Double) -> Double { answeredWithin(limit) }
  func waitsLongerThan(_ limit: Double) -> Double {
    max(0, servedProbability - answeredWithin(limit))
  }
}

extension FiniteImpatientQueue: WaitLaw {
  var servedProbability: Double { 1 - blockingProbability - abandonmentProbability }
  var timeScale: Double { meanPatience }
}
