// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Delay system M/M/c: everybody waits as long as it takes, first come, first served.
package struct ErlangC: Equatable, Sendable {
  package let load: ServiceLoad
  /// C, the share of arrivals that find all agents busy and wait, in [0, 1].
  package let waitProbability: Double

  /// C = B / (1 - ρ (1 - B)).
  ///
  /// - Throws: `.unstable` unless the agents exceed the offered load.
  /// - Complexity: O(c).
  package init(_ load: ServiceLoad) throws(QueueingError) {
    guard load.loadPerAgent < 1 else {
      throw .unstable(offeredLoad: load.offeredLoad, agents: load.agents)
    }
    self.load = load
    let blocking = ErlangB(load).blockingProbability
    waitProbability = blocking / (1 - load.loadPerAgent * (1 - blocking))
  }

  /// c μ - λ: the rate at which a busy desk works off its queue.
  private var drainRate: Double { load.serviceCapacity - load.arrivalRate }

  /// Mean wait of all arrivals, those who do not wait included: C / (c μ - λ).
  package var meanWait: Double { waitProbability / drainRate }
  /// Mean wait of those who wait.
  package var meanWaitOfDelayed: Double { 1 / drainRate }
  /// Mean number waiting, λ E[W].
  package var meanQueueLength: Double { load.arrivalRate * meanWait }
  /// Share of time an agent is busy, in [0, 1].
  package var occupancy: Double { load.loadPerAgent }

  /// Share of arrivals answered within `limit` >= 0: 1 - C e^(-(c μ - λ) limit).
  package func answeredWithin(_ limit: Double) -> Double {
    limit < 0 ? 0 : 1 - waitProbability * exp(-drainRate * limit)
  }
}
