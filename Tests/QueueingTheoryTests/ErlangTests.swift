// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import QueueingTheory
import Testing

@Suite struct ErlangTests {
  /// 100 chats in 30 minutes of 3 minutes each; seconds.
  static func example(agents: Int) throws -> ServiceLoad {
    try ServiceLoad(arrivalRate: 100.0 / 1800, meanHandlingTime: 180, agents: agents)
  }

  @Test func `the textbook desk of fourteen agents`() throws {
    let queue = try ErlangC(Self.example(agents: 14))
    #expect(abs(queue.waitProbability - 0.174132) < 5e-7)
    #expect(abs(queue.answeredWithin(20) - 0.888350) < 5e-7)
    #expect(abs(queue.meanWait - 7.8359) < 5e-5)
    #expect(close(queue.meanQueueLength, queue.meanWait / 18))
    #expect(queue.answeredWithin(-1) == 0)
    #expect(close(queue.answeredWithin(0), 1 - queue.waitProbability))
  }

  @Test func `Erlang A with patience of five minutes loses two and a half percent`() throws {
    let queue = try ErlangA.queue(Self.example(agents: 13), meanPatience: 300)
    #expect(abs(queue.waitProbability - 0.22580) < 5e-6)
    #expect(abs(queue.abandonmentProbability - 0.02496) < 5e-6)
    #expect(abs(queue.occupancy - 0.75003) < 5e-6)
    #expect(abs(queue.meanWait / 60 - 0.12482) < 5e-6)
  }

  @Test(arguments: [(0.5, 1), (3, 2), (10, 14), (400, 380), (9000, 9100)])
  func `Erlang B is the last state of the truncated chain`(load: Double, agents: Int) throws {
    let system = ErlangB(
      try ServiceLoad(arrivalRate: load, meanHandlingTime: 1, agents: agents))
    let chain = BirthDeathChain.desk(
      arrivalRate: load, meanHandling: 1, agents: agents, abandonRate: 0, waiting: 0)
    #expect(close(system.blockingProbability, chain.probabilities[agents]))
    #expect(close(system.occupancy, chain.expectation { Double($0) } / Double(agents)))
  }

  @Test func `a vanishing Erlang B keeps its logarithm and its queue`() throws {
    let load = try ServiceLoad(arrivalRate: 1, meanHandlingTime: 1, agents: 10_000)
    #expect(ErlangB(load).blockingProbability == 0)
    let queue = try ErlangA.queue(load, meanPatience: 1)
    #expect(queue.waitProbability == 0 && queue.occupancy == 1e-4)
    #expect(queue.meanWaitOfAbandoned == 0 && queue.meanWaitOfServed == 0)
  }

  @Test(arguments: [(0.7, 1), (4, 5), (9500, 10_000), (9990, 10_000)])
  func `Erlang C is the chain with a queue without end`(load: Double, agents: Int) throws {
    let queue = try ErlangC(
      ServiceLoad(arrivalRate: load, meanHandlingTime: 1, agents: agents))
    // The tail is geometric: 40 relaxation lengths leave nothing of it.
    let waiting = Int(40 / (1 - load / Double(agents)))
    let chain = BirthDeathChain.desk(
      arrivalRate: load, meanHandling: 1, agents: agents, abandonRate: 0, waiting: waiting)
    #expect(close(queue.waitProbability, chain.expectation { $0 >= agents ? 1 : 0 }))
    #expect(close(queue.meanQueueLength, chain.expectation { Double(max(0, $0 - agents)) }, 1e-8))
  }

  @Test func `a desk without enough agents is unstable`() throws {
    #expect(throws: QueueingError.unstable(offeredLoad: 10, agents: 10)) {
      try ErlangC(Self.example(agents: 10))
    }
  }

  @Test func `loads that are no loads are refused`() {
    #expect(throws: QueueingError.notPositive(.arrivalRate, found: -1)) {
      try ServiceLoad(arrivalRate: -1, meanHandlingTime: 1, agents: 1)
    }
    #expect(throws: QueueingError.notPositive(.meanHandlingTime, found: .infinity)) {
      try ServiceLoad(arrivalRate: 1, meanHandlingTime: .infinity, agents: 1)
    }
    #expect(throws: QueueingError.outOfRange(.agents, found: 0, allowed: 1...1e7)) {
      try ServiceLoad(arrivalRate: 1, meanHandlingTime: 1, agents: 0)
    }
    #expect(throws: QueueingError.self) {
      try ServiceLoad(arrivalRate: 1e300, meanHandlingTime: 1e300, agents: 1)
    }
  }
}
