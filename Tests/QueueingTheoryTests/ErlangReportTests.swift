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

  /// 100 chats in half an hour of 3 min each and 14 agents: C = 0.174132, and a wait of t is exceeded
  /// by C e^(-(c μ - λ) t).
  @Test func `quantiles of an endless queue are logarithms`() throws {
    let load = try ServiceLoad(arrivalRate: 100.0 / 1800, meanHandlingTime: 180, agents: 14)
    let row = try #require(
      try ErlangReport(load, timeLimit: 20, withQuantiles: true).delay)
    let exact = [0, 0, 24.958_937_923_220_034, 56.150_561_048_417_515, 128.575_267_107_952_02]
    for (quantile, exact) in zip(row.quantiles, exact) {
      #expect(abs(quantile.wait - exact) < 1e-6, "\(quantile.level)")
      #expect(quantile.waitOfServed == quantile.wait)
    }
    #expect(row.quantiles.map(\.level) == ErlangReport.quantileLevels)
    #expect(row.waitWithin == row.answeredWithin && row.waitWithinOfServed == row.answeredWithin)
  }

  /// The same with 13 agents and patience of 5 min; the values are those of a chain of 120 places
  /// (SciPy's matrix exponential, halving).
  @Test func `who waits at most so long, with and without those who leave`() throws {
    let load = try ServiceLoad(arrivalRate: 100.0 / 1800, meanHandlingTime: 180, agents: 13)
    let report = try ErlangReport(
      load, patience: .exponential(mean: 300), waitingRoom: 120, timeLimit: 20,
      withQuantiles: true)
    for row in try [#require(report.impatient), #require(report.impatientRoom)] {
      #expect(abs(row.answeredWithin - 0.858_177_700_030_762_7) < 1e-9)
      #expect(abs(row.waitWithin - (1 - 0.130_193_695_292_831_92)) < 1e-9)
      #expect(
        abs(row.waitWithinOfServed - 0.858_177_700_030_762_7 / (1 - 0.024_963_303_633_571_854))
          < 1e-9)
      let all = [0.8: 4.584_568_940_250_454, 0.9: 28.940_669_210_576_456, 0.99: 95.873_918_945_842]
      let served = [0.8: 1.144_359_830_180_8, 0.9: 26.259_882_421_102, 0.99: 94.314_337_399_096]
      for quantile in row.quantiles {
        if let exact = all[quantile.level] { #expect(abs(quantile.wait - exact) < 1e-6) }
        if let exact = served[quantile.level] {
          #expect(abs(quantile.waitOfServed - exact) < 1e-6)
        }
      }
    }
  }

  @Test func `a law of patience with one value ends every wait at it`() throws {
    let load = try ServiceLoad(arrivalRate: 20, meanHandlingTime: 1, agents: 10)
    let report = try ErlangReport(
      load, patience: .deterministic(0.5), timeLimit: 0.5, withQuantiles: true)
    let row = try #require(report.generalPatience)
    let last = try #require(row.quantiles.last)
    #expect(abs(last.wait - 0.5) < 1e-8 && last.waitOfServed <= 0.5 + 1e-8)
    #expect(report.isOverloaded == false)
    #expect(try ErlangReport(load, timeLimit: 1).isOverloaded)
    #expect(try !ErlangReport(load, waitingRoom: 3, timeLimit: 1).isOverloaded)
  }
}
