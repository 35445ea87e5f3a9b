// SPDX-License-Identifier: GPL-3.0-or-later

extension ErlangReport.Row {
  init(_ queue: ErlangC, _ limit: Double, _ levels: [Double]) throws(QueueingError) {
    try self.init(
      queue, limit, levels, waitProbability: queue.waitProbability, meanWait: queue.meanWait,
      meanQueueLength: queue.meanQueueLength, occupancy: queue.occupancy,
      meanWaitOfServed: queue.meanWait)
  }

  init(_ queue: ImpatientQueue, _ limit: Double, _ levels: [Double]) throws(QueueingError) {
    try self.init(
      queue, limit, levels, waitProbability: queue.waitProbability, meanWait: queue.meanWait,
      meanQueueLength: queue.meanQueueLength, occupancy: queue.occupancy,
      abandonmentProbability: queue.abandonmentProbability,
      meanWaitOfServed: queue.meanWaitOfServed, meanWaitOfAbandoned: queue.meanWaitOfAbandoned)
  }

  init(_ queue: FiniteRoomQueue, _ limit: Double, _ levels: [Double]) throws(QueueingError) {
    try self.init(
      queue, limit, levels, waitProbability: queue.waitProbability,
      meanWait: queue.meanQueueLength / queue.load.arrivalRate,
      meanQueueLength: queue.meanQueueLength, occupancy: queue.occupancy,
      blockingProbability: queue.blockingProbability, meanWaitOfServed: queue.meanWait)
  }

  init(_ queue: FiniteImpatientQueue, _ limit: Double, _ levels: [Double]) throws(QueueingError) {
    try self.init(
      queue, limit, levels, waitProbability: queue.waitProbability, meanWait: queue.meanWait,
      meanQueueLength: queue.meanQueueLength, occupancy: queue.occupancy,
      abandonmentProbability: queue.abandonmentProbability,
      blockingProbability: queue.blockingProbability, meanWaitOfServed: queue.meanWaitOfServed,
      meanWaitOfAbandoned: queue.meanWaitOfAbandoned)
  }

  private init(
    _ law: some WaitLaw, _ limit: Double, _ levels: [Double], waitProbability: Double,
    meanWait: Double, meanQueueLength: Double, occupancy: Double,
    abandonmentProbability: Double? = nil,
    blockingProbability: Double? = nil, meanWaitOfServed: Double,
    meanWaitOfAbandoned: Double? = nil
  ) throws(QueueingError) {
    self.waitProbability = waitProbability
    self.meanWait = meanWait
    self.meanQueueLength = meanQueueLength
    self.occupancy = occupancy
    answeredWithin = try law.servedWithin(limit)
    waitWithin = try law.waitWithin(limit)
    waitWithinOfServed = try law.waitWithinOfServed(limit)
    self.abandonmentProbability = abandonmentProbability
    self.blockingProbability = blockingProbability
    self.meanWaitOfServed = meanWaitOfServed
    self.meanWaitOfAbandoned = meanWaitOfAbandoned
    var quantiles: [ErlangReport.Quantile] = []
    for level in levels {
      quantiles.append(
        ErlangReport.Quantile(
          level: level, wait: try law.waitQuantile(level),
          waitOfServed: try law.waitQuantileOfServed(level)))
    }
    self.quantiles = quantiles
  }
}
