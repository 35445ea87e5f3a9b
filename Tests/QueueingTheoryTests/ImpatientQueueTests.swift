// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import QueueingTheory
import Testing

@Suite struct ImpatientQueueTests {
  static func load(_ rate: Double, _ agents: Int, handling: Double = 1) throws -> ServiceLoad {
    try ServiceLoad(arrivalRate: rate, meanHandlingTime: handling, agents: agents)
  }

  @Test(arguments: [
    (0.5, 1, 0.2), (12, 10, 1), (400, 410, 0.5), (400, 390, 0.5), (400, 406, 2),
    (12_000, 10_000, 0.75), (10_000, 10_000, 3), (8000, 10_000, 1),
  ])
  func `exponential patience gives the birth-death chain`(rate: Double, agents: Int, theta: Double)
    throws
  {
    let queue = try ErlangA.queue(Self.load(rate, agents), meanPatience: 1 / theta)
    let fluid = max(0, rate - Double(agents)) / theta
    let waiting = Int(fluid + 40 * (rate / theta).squareRoot() + 60)
    let chain = BirthDeathChain.desk(
      arrivalRate: rate, meanHandling: 1, agents: agents, abandonRate: theta, waiting: waiting)
    let queueLength = chain.expectation { Double(max(0, $0 - agents)) }
    #expect(close(queue.waitProbability, chain.expectation { $0 >= agents ? 1 : 0 }))
    #expect(close(queue.meanQueueLength, queueLength))
    #expect(close(queue.abandonmentProbability, theta * queueLength / rate))
    let busy = chain.expectation { Double(min($0, agents)) } / Double(agents)
    #expect(close(queue.occupancy, busy))
  }

  @Test func `the share that leaves is the mean wait over the mean patience`() throws {
    for agents in [1, 40, 55, 300] {
      let queue = try ErlangA.queue(Self.load(54, agents), meanPatience: 3)
      #expect(abs(queue.abandonmentProbability / (queue.meanWait / 3) - 1) < 1e-11)
    }
  }

  @Test func `equal patience has a closed form`() throws {
    // f is linear up to the patience d, then falls with slope c μ.
    for (rate, agents, d) in [(11.0, 10, 0.8), (9, 10, 0.5), (12_000, 10_000, 0.1)] {
      let queue = try ImpatientQueue(Self.load(rate, agents), patience: .deterministic(d))
      let c = Double(agents)
      let blocking = ErlangB(
        try Self.load(rate, agents - 1)
      ).blockingProbability
      let scale = exp(-max(0, (rate - c) * d))
      let top = exp((rate - c) * d) * scale
      let j = (top - scale) / (rate - c) + top / c
      let total = scale / blocking + rate * j
      if scale == 0 {
        // Deep overload: only the neighbourhood of d is left, and everybody waits.
        #expect(close(queue.waitProbability, 1) && close(queue.occupancy, 1))
        continue
      }
      #expect(close(queue.waitProbability, rate * j / total))
      #expect(close(queue.abandonmentProbability, rate * top / c / total))
      #expect(close(queue.meanWaitOfAbandoned, d))
      #expect(close(try queue.servedWithin(d), 1 - queue.abandonmentProbability))
      #expect(try queue.waitsLongerThan(d * 1.01) == 0)
    }
  }

  @Test(arguments: [
    DurationLaw.lognormal(mean: 3, coefficientOfVariation: 1.2),
    .gamma(mean: 2, coefficientOfVariation: 0.5), .gamma(mean: 2, coefficientOfVariation: 1.6),
  ])
  func `other laws agree with a plain sum over a fine grid`(patience: DurationLaw) throws {
    let (rate, agents, c) = (21.0, 20, 20.0)
    let queue = try ImpatientQueue(Self.load(rate, agents), patience: patience)
    let blocking = ErlangB(try Self.load(rate, agents - 1)).blockingProbability
    // Midpoint rule in y = √x, which tames densities without bound at zero; the survival function
    // is summed up, not taken from its integral.
    let (end, cells) = (7.0, 400_000)
    let h = end / Double(cells)
    var (limited, survival) = (0.0, 1.0)
    var (j, left, wait, late) = (0.0, 0.0, 0.0, 0.0)
    for cell in 0..<cells {
      let y = (Double(cell) + 0.5) * h
      let width = 2 * y * h
      survival = patience.survival(y * y)
      limited += survival * width / 2
      let weight = exp(rate * limited - c * y * y) * width
      j += weight
      left += weight * (1 - survival)
      wait += weight * limited
      if y * y > 0.25 { late += weight * survival }
      limited += survival * width / 2
    }
    let total = 1 / blocking + rate * j
    #expect(close(queue.waitProbability, rate * j / total, 1e-7))
    #expect(close(queue.abandonmentProbability, rate * left / total, 1e-7))
    #expect(close(queue.meanWait, rate * wait / total, 1e-7))
    let within = 1 - rate * (left + late) / total
    #expect(close(try queue.servedWithin(0.25), within, 1e-5))
  }

  @Test func `gamma patience with variation one is exponential`() throws {
    let load = try Self.load(33, 30)
    let gamma = try ImpatientQueue(load, patience: .gamma(mean: 2, coefficientOfVariation: 1))
    let exponential = try ErlangA.queue(load, meanPatience: 2)
    #expect(close(gamma.waitProbability, exponential.waitProbability, 1e-11))
    #expect(close(gamma.meanWaitOfServed, exponential.meanWaitOfServed, 1e-11))
    #expect(close(gamma.meanWaitOfAbandoned, exponential.meanWaitOfAbandoned, 1e-10))
    #expect(close(try gamma.servedWithin(0.2), try exponential.servedWithin(0.2), 1e-11))
  }

  @Test func `one law of waits gives every figure`() throws {
    let queue = try ImpatientQueue(
      Self.load(54, 50), patience: .lognormal(mean: 3, coefficientOfVariation: 1.2))
    // Mean wait is the integral of its tail; coarse Simpson, fine enough for six digits.
    let (end, cells) = (6.0, 3000)
    let h = end / Double(cells)
    var area = 0.0
    for cell in 0...cells {
      let weight = cell == 0 || cell == cells ? 1.0 : (cell % 2 == 1 ? 4 : 2)
      area += weight * (try queue.waitsLongerThan(Double(cell) * h)) * h / 3
    }
    #expect(close(area, queue.meanWait, 1e-6))
    #expect(close(try queue.waitsLongerThan(0), queue.waitProbability))
    #expect(close(try queue.servedWithin(0), 1 - queue.waitProbability))
    #expect(close(try queue.servedWithin(1e6), 1 - queue.abandonmentProbability))
    let mixed =
      queue.meanWaitOfServed * (1 - queue.abandonmentProbability)
      + queue.meanWaitOfAbandoned * queue.abandonmentProbability
    #expect(close(mixed, queue.meanWait))
  }

  @Test func `very long patience is Erlang C`() throws {
    let load = try Self.load(45, 50)
    let patient = try ErlangA.queue(load, meanPatience: 1e9)
    let queue = try ErlangC(load)
    #expect(close(patient.waitProbability, queue.waitProbability, 1e-8))
    #expect(close(try patient.servedWithin(0.1), queue.answeredWithin(0.1), 1e-8))
  }

  @Test func `deep overload follows the fluid`() throws {
    let patience = DurationLaw.lognormal(mean: 3, coefficientOfVariation: 1.2)
    let queue = try ImpatientQueue(Self.load(15_000, 10_000), patience: patience)
    #expect(close(queue.abandonmentProbability, 1.0 / 3, 1e-4))
    #expect(close(queue.meanWaitOfServed, patience.quantile(1.0 / 3), 2e-3))
  }

  @Test func `patience that is none is refused`() throws {
    let load = try Self.load(1, 2)
    #expect(throws: QueueingError.notPositive(.patience, found: 0)) {
      try ErlangA.queue(load, meanPatience: 0)
    }
    #expect(throws: QueueingError.notPositive(.patience, found: -1)) {
      try ImpatientQueue(load, patience: .gamma(mean: 1, coefficientOfVariation: -1))
    }
  }
}
