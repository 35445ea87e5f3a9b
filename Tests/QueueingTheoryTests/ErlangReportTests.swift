// SPDX-License-Identifier: GPL-3.0-or-later

import QueueingTheory
import Testing

@Suite struct ErlangReportTests {
  @Test func `a report holds each formula's own numbers`() throws {
    let load = try ServiceLoad(arrivalRate: 12, meanHandlingTime: 4.5, agents: 60)
    let report = try ErlangReport(
      load, patience: .exponential(mean: 3), waitingRoom: 20, timeLimit: 0.5)
    let delay = try ErlangC(load)
    #expect(report.delay?.waitProbability == delay.waitProbability)
    #expect(report.delay?.answeredWithin == delay.answeredWithin(0.5))
    #expect(report.delay?.abandonmentProbability == nil)
    let impatient = try ErlangA.queue(load, meanPatience: 3)
    #expect(report.impatient?.abandonmentProbability == impatient.abandonmentProbability)
    #expect(report.impatient?.answeredWithin == (try impatient.servedWithin(0.5)))
    let room = try FiniteRoomQueue(load, waitingRoom: 20)
    #expect(report.finiteRoom?.blockingProbability == room.blockingProbability)
    // Of all arrivals: those who enter wait so long, the others not at all.
    let wait = try #require(report.finiteRoom?.meanWait)
    #expect(abs(wait - room.meanWait * (1 - room.blockingProbability)) < 1e-12)
    #expect(report.finiteRoom?.meanWaitOfServed == room.meanWait)
    #expect(report.blockingProbability == ErlangB(load).blockingProbability)
    let limit = try #require(report.squareRoot.waitProbabilityWithPatience)
    #expect(abs(limit - impatient.waitProbability) < 0.02)
    let leaving = try #require(report.squareRoot.abandonmentProbability)
    #expect(abs(leaving - impatient.abandonmentProbability) < 0.002)
    #expect(
      report.squareRoot.waitProbability
        == SquareRootApproximation.halfinWhitt(safety: load.safety))
  }

  @Test func `waits of all, of the served and of those who left come from their own formulas`()
    throws
  {
    let load = try ServiceLoad(arrivalRate: 12, meanHandlingTime: 4.5, agents: 56)
    let report = try ErlangReport(
      load, patience: .exponential(mean: 9), waitingRoom: 5, timeLimit: 0.5)
    let delay = try ErlangC(load)
    let impatient = try ErlangA.queue(load, meanPatience: 9)
    let room = try FiniteRoomQueue(load, waitingRoom: 5)
    #expect(report.delay?.meanWait == delay.meanWait)
    #expect(report.delay?.meanWaitOfServed == delay.meanWait)
    #expect(report.delay?.meanQueueLength == delay.meanQueueLength)
    #expect(report.delay?.occupancy == delay.occupancy)
    #expect(report.impatient?.meanWait == impatient.meanWait)
    #expect(report.impatient?.meanWaitOfServed == impatient.meanWaitOfServed)
    #expect(report.impatient?.meanWaitOfAbandoned == impatient.meanWaitOfAbandoned)
    #expect(report.impatient?.meanQueueLength == impatient.meanQueueLength)
    #expect(report.impatient?.occupancy == impatient.occupancy)
    // Of all who came, the blocked with a wait of 0.
    let answered = 1 - room.blockingProbability
    #expect(abs((report.finiteRoom?.meanWait ?? 0) - room.meanWait * answered) < 1e-12)
    #expect(report.finiteRoom?.meanWaitOfServed == room.meanWait)
    #expect(report.finiteRoom?.answeredWithin == room.answeredWithin(0.5))
    #expect(report.finiteRoom?.occupancy == room.occupancy)
    // Patience of twice a chat: √(μ/θ) is √2, not its inverse.
    #expect(
      report.squareRoot.waitProbabilityWithPatience
        == SquareRootApproximation.garnett(safety: load.safety, patienceRatio: 2))
  }

  @Test func `what a desk has not is left out, not invented`() throws {
    let overloaded = try ServiceLoad(arrivalRate: 12, meanHandlingTime: 4.5, agents: 50)
    let report = try ErlangReport(overloaded, timeLimit: 3)
    #expect(report.delay == nil && report.impatient == nil && report.finiteRoom == nil)
    #expect(report.squareRoot.waitProbability == nil)
    #expect(report.blockingProbability > 0.1)
    #expect(throws: QueueingError.notPositive(.timeLimit, found: -1)) {
      try ErlangReport(overloaded, timeLimit: -1)
    }
  }

  @Test func `another law of patience stands beside the exponential one of its mean`() throws {
    let load = try ServiceLoad(arrivalRate: 11, meanHandlingTime: 1, agents: 10)
    let report = try ErlangReport(load, patience: .deterministic(2), timeLimit: 1)
    let exponential = try ErlangReport(load, patience: .exponential(mean: 2), timeLimit: 1)
    #expect(exponential.generalPatience == nil)
    #expect(report.impatient == exponential.impatient)
    let queue = try ImpatientQueue(load, patience: .deterministic(2))
    #expect(report.generalPatience?.abandonmentProbability == queue.abandonmentProbability)
    #expect(report.generalPatience?.meanWait == queue.meanWait)
  }
}
