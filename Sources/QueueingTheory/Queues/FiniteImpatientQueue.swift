// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NumericalMethods

/// M/M/c/K+M with K = c + waiting places: who finds every place taken is turned away, those who wait
/// leave when their exponential patience ends. Stable at any load.
///
/// Who finds j waiting is served after j + 1 steps of rates c μ + i θ, i = 0 … j, if their own patience
/// lasts; e^(-θ W) of these steps has the law Beta(c μ / θ, j + 1), from which every measure follows.
package struct FiniteImpatientQueue: Equatable, Sendable {
  package let load: ServiceLoad
  /// 1/θ, above zero.
  package let meanPatience: Double
  /// Waiting places, not counting those at agents, from 0 to `largestRoom`.
  package let waitingRoom: Int
  /// Share of all arrivals that are turned away, in [0, 1].
  package let blockingProbability: Double
  /// Share of all arrivals that enter and do not reach an agent at once, in [0, 1].
  package let waitProbability: Double
  /// Mean number waiting.
  package let meanQueueLength: Double
  /// Mean wait of the served, those without a wait included.
  package let meanWaitOfServed: Double
  /// P(all agents busy and j wait), j = 0 ... waitingRoom.
  private let queueProbabilities: [Double]

  /// Every place costs a beta function in `answeredWithin`.
  package static let largestRoom = 1_000_000

  /// - Throws: `.notPositive` for the patience, `.outOfRange` for the waiting room.
  /// - Complexity: O(c + waitingRoom).
  package init(
    _ load: ServiceLoad, meanPatience: Double, waitingRoom: Int
  ) throws(QueueingError) {
    try Require.positive(meanPatience, .patience)
    try Require.within(Double(waitingRoom), 0...Double(Self.largestRoom), .waitingRoom)
    self.load = load
    self.meanPatience = meanPatience
    self.waitingRoom = waitingRoom
    let (capacity, theta) = (load.serviceCapacity, 1 / meanPatience)
    // ln of each state's weight against the state without a queue.
    var logs = [0.0]
    logs.reserveCapacity(waitingRoom + 1)
    for j in 0..<waitingRoom {
      logs.append(logs[j] + log(load.arrivalRate / (capacity + Double(j + 1) * theta)))
    }
    // The states with a free agent weigh 1/B - 1 times the state without one and without a queue.
    let logBusy = ErlangB.logBlocking(offeredLoad: load.offeredLoad, agents: load.agents)
    let largest = max(logs.max() ?? 0, -logBusy)
    let total =
      exp(-logBusy - largest) - exp(-largest) + logs.reduce(0) { $0 + exp($1 - largest) }
    let probabilities = logs.map { exp($0 - largest) / total }
    queueProbabilities = probabilities
    blockingProbability = probabilities[waitingRoom]
    waitProbability = probabilities.dropLast().reduce(0, +)
    meanQueueLength = probabilities.enumerated().reduce(0) { $0 + Double($1.0) * $1.1 }
    // E[W; served | j waiting] = c μ / (c μ + (j + 1) θ) × Σ 1 / (c μ + i θ), i = 1 … j + 1.
    var (wait, steps) = (0.0, 0.0)
    for j in 0..<waitingRoom {
      let rate = capacity + Double(j + 1) * theta
      steps += 1 / rate
      wait += probabilities[j] * capacity / rate * steps
    }
    let leaving = meanQueueLength * theta / load.arrivalRate
    meanWaitOfServed = wait / max(1 - blockingProbability - leaving, .leastNonzeroMagnitude)
  }

  /// Share of all arrivals that leave unserved after waiting, in [0, 1]: θ E[Q] / λ.
  package var abandonmentProbability: Double {
    meanQueueLength / (meanPatience * load.arrivalRate)
  }

  /// Mean wait of all arrivals, 0 for those who are turned away or reach an agent at once.
  package var meanWait: Double { meanQueueLength / load.arrivalRate }

  /// Mean wait of those who leave; zero where nobody does.
  package var meanWaitOfAbandoned: Double {
    guard abandonmentProbability > 0 else { return 0 }
    let served = 1 - blockingProbability - abandonmentProbability
    return max(0, meanWait - meanWaitOfServed * served) / abandonmentProbability
  }

  /// Share of time an agent is busy, in [0, 1].
  package var occupancy: Double {
    load.loadPerAgent * (1 - blockingProbability - abandonmentProbability)
  }

  /// Share of all arrivals served within `limit` >= 0; the blocked and who leaves count as arrivals.
  ///
  /// - Complexity: O(waitingRoom) beta functions.
  package func servedWithin(_ limit: Double) -> Double {
    guard limit >= 0 else { return 0 }
    let (capacity, theta) = (load.serviceCapacity, 1 / meanPatience)
    let atOnce = 1 - blockingProbability - waitProbability
    let later = (0..<waitingRoom).reduce(0.0) { sum, j in
      guard queueProbabilities[j] > 0 else { return sum }
      let law = BetaDistribution(alpha: capacity / theta + 1, beta: Double(j + 1))
      let served = capacity / (capacity + Double(j + 1) * theta)
      return sum + queueProbabilities[j] * served * law.upperTail(exp(-theta * limit))
    }
    return max(0, atOnce) + later
  }

  /// Share of all arrivals still waiting `limit` >= 0 after they came, served later or not.
  ///
  /// - Complexity: O(waitingRoom) beta functions.
  package func waitsLongerThan(_ limit: Double) -> Double {
    guard limit >= 0 else { return 1 }
    let patient = exp(-limit / meanPatience)
    return (0..<waitingRoom).reduce(0.0) { sum, j in
      guard queueProbabilities[j] > 0 else { return sum }
      let law = BetaDistribution(alpha: load.serviceCapacity * meanPatience, beta: Double(j + 1))
      return sum + queueProbabilities[j] * patient * law.cumulative(patient)
    }
  }
}
