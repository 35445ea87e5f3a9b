// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import QueueingTheory
import Testing

@Suite struct FiniteRoomTests {
  @Test(arguments: [(8.0, 10, 5), (10, 10, 3), (30, 10, 40), (0.5, 1, 0), (9000, 10_000, 100)])
  func `waiting places end the chain`(rate: Double, agents: Int, room: Int) throws {
    let queue = try FiniteRoomQueue(
      ServiceLoad(arrivalRate: rate, meanHandlingTime: 1, agents: agents), waitingRoom: room)
    let chain = BirthDeathChain.desk(
      arrivalRate: rate, meanHandling: 1, agents: agents, abandonRate: 0, waiting: room)
    let full = chain.probabilities[agents + room]
    #expect(close(queue.blockingProbability, full))
    #expect(close(queue.waitProbability, chain.expectation { $0 >= agents ? 1 : 0 } - full))
    let length = chain.expectation { Double(max(0, $0 - agents)) }
    #expect(close(queue.meanQueueLength, length))
    #expect(close(queue.meanWait, length / (rate * (1 - full))))
    #expect(close(queue.occupancy, chain.expectation { Double(min($0, agents)) } / Double(agents)))
  }

  @Test(arguments: [(8.0, 10, 5), (10, 10, 3), (30, 10, 40), (2, 1, 1)])
  func `the blocked are never answered, the others when those ahead have gone`(
    rate: Double, agents: Int, room: Int
  ) throws {
    let queue = try FiniteRoomQueue(
      ServiceLoad(arrivalRate: rate, meanHandlingTime: 1, agents: agents), waitingRoom: room)
    let chain = BirthDeathChain.desk(
      arrivalRate: rate, meanHandling: 1, agents: agents, abandonRate: 0, waiting: room)
    for limit in [0, 0.05, 0.3, 2] {
      // Who finds j waiting is served in time if more than j of the busy agents' chats end.
      let exact = chain.expectation { state in
        guard state >= agents else { return 1 }
        guard state < agents + room else { return 0 }
        let mean = Double(agents) * limit
        var term = exp(-mean)
        var atMost = term
        for ended in 0..<(state - agents) {
          term *= mean / Double(ended + 1)
          atMost += term
        }
        return 1 - atMost
      }
      #expect(close(queue.answeredWithin(limit), exact))
    }
  }

  @Test func `no waiting places are Erlang B and very many are Erlang C`() throws {
    let load = try ServiceLoad(arrivalRate: 8, meanHandlingTime: 1, agents: 10)
    let none = try FiniteRoomQueue(load, waitingRoom: 0)
    #expect(close(none.blockingProbability, ErlangB(load).blockingProbability))
    #expect(none.waitProbability == 0 && none.meanWait == 0)
    let many = try FiniteRoomQueue(load, waitingRoom: 1000)
    let queue = try ErlangC(load)
    #expect(close(many.waitProbability, queue.waitProbability))
    #expect(close(many.meanWait, queue.meanWait))
    for limit in [0, 0.1, 1] {
      #expect(close(many.answeredWithin(limit), queue.answeredWithin(limit)))
    }
  }

  @Test func `a crowd of a million in front of one agent stays in range`() throws {
    let load = try ServiceLoad(arrivalRate: 5, meanHandlingTime: 1, agents: 1)
    let queue = try FiniteRoomQueue(load, waitingRoom: 1_000_000)
    #expect(close(queue.blockingProbability, 0.8) && close(queue.occupancy, 1))
    // Geometric from the full end: on average 1/4 place is free.
    #expect(close(queue.meanQueueLength, 1_000_000 - 0.25, 1e-12))
    #expect(throws: QueueingError.self) { try FiniteRoomQueue(load, waitingRoom: -1) }
  }
}
