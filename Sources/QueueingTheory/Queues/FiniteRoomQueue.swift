// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NumericalMethods

/// M/M/c/K with K = c + waiting places: who finds every place taken is turned away, the others wait
/// as long as it takes. Stable at any load.
package struct FiniteRoomQueue: Equatable, Sendable {
  package let load: ServiceLoad
  /// Waiting places, not counting those at agents, from 0 to `largestRoom`.
  package let waitingRoom: Int
  /// Share of all arrivals that are turned away, in [0, 1].
  package let blockingProbability: Double
  /// Share of all arrivals that enter and wait, in [0, 1].
  package let waitProbability: Double
  /// Mean number waiting.
  package let meanQueueLength: Double
  /// P(all agents busy and j wait), j = 0 ... waitingRoom.
  private let queueProbabilities: [Double]

  package static let largestRoom = 10_000_000

  /// Probabilities p(c + j) = p(c) ρ^j, counted from the largest, so that deep overload stays exact.
  ///
  /// - Throws: `.outOfRange` for the waiting room.
  /// - Complexity: O(c + waitingRoom).
  package init(_ load: ServiceLoad, waitingRoom: Int) throws(QueueingError) {
    try Require.within(Double(waitingRoom), 0...Double(Self.largestRoom), .waitingRoom)
    self.load = load
    self.waitingRoom = waitingRoom
    let rho = load.loadPerAgent
    let isOverloaded = rho > 1
    var probabilities = (0...waitingRoom).map { j in
      isOverloaded ? pow(1 / rho, Double(waitingRoom - j)) : pow(rho, Double(j))
    }
    // The states with a free agent weigh 1/B - 1 times the state without one and without a queue.
    let logBusy = ErlangB.logBlocking(offeredLoad: load.offeredLoad, agents: load.agents)
    let free = expm1(-logBusy) * probabilities[0]
    let total = free + probabilities.reduce(0, +)
    for j in probabilities.indices { probabilities[j] /= total }
    queueProbabilities = probabilities
    blockingProbability = probabilities[waitingRoom]
    waitProbability = probabilities.dropLast().reduce(0, +)
    meanQueueLength = probabilities.enumerated().reduce(0) { $0 + Double($1.0) * $1.1 }
  }

  /// Mean wait of those who enter, the ones without a wait included.
  package var meanWait: Double {
    meanQueueLength / (load.arrivalRate * (1 - blockingProbability))
  }

  /// Share of time an agent is busy, in [0, 1].
  package var occupancy: Double { load.loadPerAgent * (1 - blockingProbability) }

  /// Share of all arrivals that are answered within `limit` >= 0; the blocked count as arrivals.
  ///
  /// Who finds j waiting needs j + 1 completions: an Erlang law with rate c μ.
  /// - Complexity: O(waitingRoom).
  package func answeredWithin(_ limit: Double) -> Double {
    guard limit >= 0 else { return 0 }
    let completions = PoissonDistribution(mean: load.serviceCapacity * limit)
    var later = 0.0
    for j in 0..<waitingRoom where queueProbabilities[j] > 0 {
      later += queueProbabilities[j] * completions.cumulative(j)
    }
    return max(0, 1 - blockingProbability - later)
  }
}
