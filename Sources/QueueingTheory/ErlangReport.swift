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
    /// P(W <= limit) of all arrivals: served, gone or turned away by then.
    package let waitWithin: Double
    /// P(W <= limit) of the served.
    package let waitWithinOfServed: Double
    package let abandonmentProbability: Double?
    package let blockingProbability: Double?
    package let meanWaitOfServed: Double?
    package let meanWaitOfAbandoned: Double?
    /// One for each of `quantileLevels`; none where the report was not asked for them or a waiting
    /// room has too many places.
    package let quantiles: [Quantile]
  }

  /// The waits that a share `level` of the customers does not exceed.
  package struct Quantile: Equatable, Sendable {
    package let level: Double
    /// Of all arrivals, as `waitWithin` counts them.
    package let wait: Double
    package let waitOfServed: Double
  }

  package static let quantileLevels = [0.5, 0.8, 0.9, 0.95, 0.99]
  /// Waiting places above which quantiles would take seconds, as each looks at every place many times.
  package static let largestRoomWithQuantiles = 2000

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
  /// M/M/c/K+M: the room is full at times and customers leave, patience exponential of the same mean;
  /// nil without one of them.
  package let impatientRoom: Row?
  package let squareRoot: SquareRoot

  /// - Parameters:
  ///   - patience: Nil for customers who never leave.
  ///   - waitingRoom: Waiting places beside the agents; nil for any number.
  ///   - timeLimit: The limit of "answered within", at least zero.
  ///   - withQuantiles: Whether the rows have quantiles of the wait.
  /// - Throws: What the formulas throw; an unstable delay system only leaves its row out.
  package init(
    _ load: ServiceLoad, patience: DurationLaw? = nil, waitingRoom: Int? = nil, timeLimit: Double,
    withQuantiles: Bool = false
  ) throws(QueueingError) {
    guard timeLimit >= 0, timeLimit.isFinite else {
      throw .notPositive(.timeLimit, found: timeLimit)
    }
    self.load = load
    self.patience = patience
    self.waitingRoom = waitingRoom
    self.timeLimit = timeLimit
    blockingProbability = ErlangB(load).blockingProbability
    let levels = withQuantiles ? Self.quantileLevels : []
    let roomLevels = waitingRoom ?? 0 > Self.largestRoomWithQuantiles ? [] : levels
    delay = load.loadPerAgent < 1 ? try Row(try ErlangC(load), timeLimit, levels) : nil
    if let patience {
      impatient = try Row(
        try ImpatientQueue(load, patience: .exponential(mean: patience.mean)), timeLimit, levels)
    } else {
      impatient = nil
    }
    switch patience {
    case .deterministic?, .lognormal?, .gamma?:
      generalPatience = try patience.map { law throws(QueueingError) in
        try Row(try ImpatientQueue(load, patience: law), timeLimit, levels)
      }
    case .exponential?, nil: generalPatience = nil
    }
    if let waitingRoom {
      finiteRoom = try Row(
        try FiniteRoomQueue(load, waitingRoom: waitingRoom), timeLimit, roomLevels)
    } else {
      finiteRoom = nil
    }
    if let waitingRoom, let patience {
      impatientRoom = try Row(
        try FiniteImpatientQueue(load, meanPatience: patience.mean, waitingRoom: waitingRoom),
        timeLimit, roomLevels)
    } else {
      impatientRoom = nil
    }
    squareRoot = SquareRoot(load, patience)
  }

  /// Whether no model has a steady state: nobody leaves, none is turned away, and the agents do not
  /// exceed the load.
  package var isOverloaded: Bool { delay == nil && patience == nil && waitingRoom == nil }
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
