// SPDX-License-Identifier: GPL-3.0-or-later

import QueueingTheory
import Testing

@Suite struct SquareRootTests {
  @Test func `the limit without patience at four hundred erlangs`() throws {
    let load = try ServiceLoad(arrivalRate: 400, meanHandlingTime: 1, agents: 410)
    #expect(load.safety == 0.5)
    #expect(abs(try ErlangC(load).waitProbability - 0.5102) < 5e-5)
    #expect(abs(SquareRootApproximation.halfinWhitt(safety: 0.5) - 0.5045) < 5e-5)
    #expect(SquareRootApproximation.halfinWhitt(safety: -0.1) == 1)
  }

  @Test(arguments: [
    (0.5, 410, 0.3635, 0.3572), (0.5, 390, 0.8025, 0.7979), (2, 406, 0.3249, 0.3176),
  ])
  func `the limit with patience at four hundred erlangs`(
    theta: Double, agents: Int, exact: Double, approximation: Double
  ) throws {
    let load = try ServiceLoad(arrivalRate: 400, meanHandlingTime: 1, agents: agents)
    let queue = try ErlangA.queue(load, meanPatience: 1 / theta)
    #expect(abs(queue.waitProbability - exact) < 5e-5)
    let limit = SquareRootApproximation.garnett(safety: load.safety, patienceRatio: 1 / theta)
    #expect(abs(limit - approximation) < 5e-5)
    let leaving = SquareRootApproximation.garnettAbandonment(
      safety: load.safety, patienceRatio: 1 / theta, offeredLoad: 400)
    #expect(abs(leaving - queue.abandonmentProbability) < 0.002)
  }

  @Test func `the safety that gives a probability of waiting gives it back`() throws {
    for target in [0.02, 0.3, 0.9] {
      let plain = try SquareRootApproximation.safety(waitProbability: target)
      #expect(abs(SquareRootApproximation.halfinWhitt(safety: plain) - target) < 1e-10)
      let patient = try SquareRootApproximation.safety(waitProbability: target, patienceRatio: 0.7)
      let back = SquareRootApproximation.garnett(safety: patient, patienceRatio: 0.7)
      #expect(abs(back - target) < 1e-10)
    }
    #expect(throws: QueueingError.self) {
      try SquareRootApproximation.safety(waitProbability: 1.5)
    }
  }

  @Test func `square-root staffing rounds up`() {
    #expect(SquareRootApproximation.agents(offeredLoad: 100, safety: 0.5) == 105)
    #expect(SquareRootApproximation.agents(offeredLoad: 100, safety: 0.51) == 106)
    #expect(SquareRootApproximation.agents(offeredLoad: 0, safety: 2) == 0)
  }
}
