// SPDX-License-Identifier: GPL-3.0-or-later

/// Every steady-state formula for one desk, side by side. Times in the unit of the input.
package struct ErlangReport: Equatable, Sendable {
  /// Measures that the formulas have in common; what a model does not know is nil.
  package struct Row: Equatable, Sendable {
    /// Share of all arrivals that do not reach an agent at once and are not turned away.
    package let waitProbability: Double
    /// Mean wait of all arrivals, 0 for those who are turned away: as the simulation counts it.
    package let meanWait: Double
    package let meanQueueLength: Double
    /// Busy share of an agent's time.
    package let occupancy: Double
    /// Share of all arrivals answered within the limit; leavers and the blocked count as arrivals.
    package let answeredWithin: Double
    package let abandonmentProbability: Double?
    package let blockingProbability: Double?
    package let meanWaitOfServed: Double?
    package let meanWaitOfAbandoned: Double?
  }

  /// Approximations of large desks, for comparison with the exact rows.
  package struct SquareRoot: Equatable, Sendable {
    /// Halfin and Whitt's P(wait); nil where the agents do not exceed the load.
    package let waitProbability: Double?
    /// Garnett, Mandelbaum and Reiman's P(wait) and P(abandon); nil without patience.
    package let waitProbabilityWithPatience: Double?
    package let abandonmentProbability: Double?
  }

  package let load: ServiceLoad
  package let patience: DurationLaw?
  package let waitingRoom: Int?
  package let timeLimit: Double
  /// Erlang B: nobody waits.
  package let blockingProbability: Double
  /// Erlang C: everybody waits; nil where the agents do not exceed the load.
  package let delay: Row?
  /// Erlang A: customers leave, patience exponential of the same mean; nil without patience.
  package let impatient: Row?
  /// M/M/c+G: patience as it is; nil without patience, or where it is exponential.
  package let generalPatience: Row?
  /// M/M/c/K: the waiting room is full at times; nil without a waiting room.
  package let finiteRoom: Row?
  package let squareRoot: SquareRoot

  /// - Parameters:
  ///   - patience: Nil for customers who never leave.
  ///   - waitingRoom: Waiting places beside the agents; nil for any number.
  ///   - timeLimit: The limit of "answered within", at least zero.
  /// - Throws: What the formulas throw; an unstable delay system only leaves its row out.
  package init(
    _ load: ServiceLoad, patience: DurationLaw? = nil, waitingRoom: Int? = nil, timeLimit: Double
  ) throws(QueueingError) {
    guard timeLimit >= 0, timeLimit.isFinite else {
      throw .notPositive(.timeLimit, found: timeLimit)
    }
    self.load = load
    self.patience = patience
    self.waitingRoom = waitingRoom
    self.timeLimit = timeLimit
    blockingProbability = ErlangB(load).blockingProbability
    delay = load.loadPerAgent < 1 ? Row(try ErlangC(load), timeLimit) : nil
    if let patience {
      impatient = try Row(
        try ImpatientQueue(load, patience: .exponential(mean: patience.mean)), timeLimit)
    } else {
      impatient = nil
    }
    switch patience {
    case .deterministic?, .lognormal?, .gamma?:
      generalPatience = try patience.map { law throws(QueueingError) in
        try Row(try ImpatientQueue(load, patience: law), timeLimit)
      }
    case .exponential?, nil: generalPatience = nil
    }
    if let waitingRoom {
      finiteRoom = Row(try FiniteRoomQueue(load, waitingRoom: waitingRoom), timeLimit)
    } else {
      finiteRoom = nil
    }
    squareRoot = SquareRoot(load, patience)
  }
}

extension ErlangReport.Row {
  fileprivate init(_ queue: ErlangC, _ limit: Double) {
    self.init(
      waitProbability: queue.waitProbability, meanWait: queue.meanWait,
      meanQueueLength: queue.meanQueueLength, occupancy: queue.occupancy,
      answeredWithin: queue.answeredWithin(limit), abandonmentProbability: nil,
      blockingProbability: nil, meanWaitOfServed: queue.meanWait, meanWaitOfAbandoned: nil)
  }

  fileprivate init(_ queue: ImpatientQueue, _ limit: Double) throws(QueueingError) {
    self.init(
      waitProbability: queue.waitProbability, meanWait: queue.meanWait,
      meanQueueLength: queue.meanQueueLength, occupancy: queue.occupancy,
      answeredWithin: try queue.servedWithin(limit),
      abandonmentProbability: queue.abandonmentProbability, blockingProbability: nil,
      meanWaitOfServed: queue.meanWaitOfServed, meanWaitOfAbandoned: queue.meanWaitOfAbandoned)
  }

  fileprivate init(_ queue: FiniteRoomQueue, _ limit: Double) {
    self.init(
      waitProbability: queue.waitProbability,
      meanWait: queue.meanQueueLength / queue.load.arrivalRate,
      meanQueueLength: queue.meanQueueLength, occupancy: queue.occupancy,
      answeredWithin: queue.answeredWithin(limit), abandonmentProbability: nil,
      blockingProbability: queue.blockingProbability, meanWaitOfServed: queue.meanWait,
      meanWaitOfAbandoned: nil)
  }
}

extension ErlangReport.SquareRoot {
  /// Patience enters as an exponential law of its mean, as in the row of Erlang A.
  fileprivate init(_ load: ServiceLoad, _ patience: DurationLaw?) {
    let beta = load.safety
    waitProbability = beta > 0 ? SquareRootApproximation.halfinWhitt(safety: beta) : nil
    guard let mean = patience?.mean else {
      waitProbabilityWithPatience = nil
      abandonmentProbability = nil
      return
    }
    let ratio = mean / load.meanHandlingTime
    waitProbabilityWithPatience = SquareRootApproximation.garnett(
      safety: beta, patienceRatio: ratio)
    abandonmentProbability = SquareRootApproximation.garnettAbandonment(
      safety: beta, patienceRatio: ratio, offeredLoad: load.offeredLoad)
  }
}
