// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NumericalMethods

/// M/M/c+G: customers wait in order of arrival and leave when their patience, of any law, ends.
///
/// Zeltyn and Mandelbaum 2005 (Queueing Systems 51, 361–402). The offered wait V, what a customer of
/// infinite patience would wait, has density v(x) = λ e^f(x) / (E + λ J) for x > 0, with
/// f(x) = λ E[min(patience, x)] - c μ x, J = ∫ e^f and E = 1 / B(c - 1). Every measure is an integral
/// under v, in a form without differences of large numbers. f is concave, so e^f has one peak; all
/// is scaled by it, which keeps ten thousand agents and deep overload in range.
package struct ImpatientQueue: Equatable, Sendable {
  package let load: ServiceLoad
  package let patience: DurationLaw
  /// Share of arrivals that do not reach an agent at once, in [0, 1], whether they are served later
  /// or leave.
  package let waitProbability: Double
  /// Share of arrivals that leave unserved, in [0, 1].
  package let abandonmentProbability: Double
  /// Mean wait of all arrivals: the served until served, the leavers until they leave, zero for those
  /// who reach an agent at once.
  package let meanWait: Double
  /// Mean wait of the served, those without a wait included.
  package let meanWaitOfServed: Double
  private let offeredWait: OfferedWait

  /// - Throws: `.notPositive` for the patience, `.numerical`.
  /// - Complexity: O(c) and some hundred evaluations of the patience law.
  package init(_ load: ServiceLoad, patience: DurationLaw) throws(QueueingError) {
    try patience.validate(.patience)
    let wait = try OfferedWait(load, patience)
    self.load = load
    self.patience = patience
    offeredWait = wait
    waitProbability = try wait.integral { _ in 1 }
    abandonmentProbability = try wait.integral { patience.cumulative($0) }
    meanWait = try wait.integral { patience.limitedMean($0) }
    let served = try wait.integral { $0 * patience.survival($0) }
    meanWaitOfServed = served / (1 - abandonmentProbability)
  }

  /// Mean wait of those who leave; zero where nobody does.
  package var meanWaitOfAbandoned: Double {
    guard abandonmentProbability > 0 else { return 0 }
    let ofServed = meanWaitOfServed * (1 - abandonmentProbability)
    return max(0, meanWait - ofServed) / abandonmentProbability
  }

  /// Mean number waiting, λ E[W].
  package var meanQueueLength: Double { load.arrivalRate * meanWait }

  /// Share of time an agent is busy, in [0, 1]: λ (1 - P(abandon)) / (c μ).
  package var occupancy: Double { load.loadPerAgent * (1 - abandonmentProbability) }

  /// Share of all arrivals served within `limit` >= 0; who leaves counts as an arrival, never as
  /// answered, however soon.
  package func servedWithin(_ limit: Double) throws(QueueingError) -> Double {
    guard limit >= 0 else { return 0 }
    let later = try offeredWait.integral(from: limit) { patience.survival($0) }
    return max(0, 1 - abandonmentProbability - later)
  }

  /// Share of all arrivals still waiting `limit` >= 0 after they came, served later or not.
  package func waitsLongerThan(_ limit: Double) throws(QueueingError) -> Double {
    guard limit >= 0 else { return 1 }
    return patience.survival(limit) * (try offeredWait.integral(from: limit) { _ in 1 })
  }
}
