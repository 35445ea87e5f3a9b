// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import QueueingTheory
import Testing

@Suite struct StaffingTests {
  @Test func `eighty percent in twenty seconds takes fourteen agents`() throws {
    let agents = try Staffing.agents(
      arrivalRate: 100.0 / 1800, meanHandlingTime: 180,
      targets: [.answeredWithin(limit: 20, share: 0.8)])
    #expect(agents == 14)
  }

  @Test(arguments: [0.02, 1, 7.5, 60, 2000])
  func `one agent fewer misses a target`(rate: Double) throws {
    let patience = DurationLaw.lognormal(mean: 3, coefficientOfVariation: 1.2)
    let targets: [StaffingTarget] = [
      .abandonment(0.03), .answeredWithin(limit: 0.5, share: 0.9), .occupancy(0.97),
    ]
    let agents = try Staffing.agents(
      arrivalRate: rate, meanHandlingTime: 4.5, patience: patience, targets: targets)
    func met(_ agents: Int) throws -> Bool {
      let queue = try ImpatientQueue(
        ServiceLoad(arrivalRate: rate, meanHandlingTime: 4.5, agents: agents), patience: patience)
      return try queue.abandonmentProbability <= 0.03 && queue.servedWithin(0.5) >= 0.9
        && queue.occupancy <= 0.97
    }
    #expect(try met(agents))
    if agents > 1 { #expect(try !met(agents - 1)) }
  }

  @Test func `every target without patience is inverted`() throws {
    for target in [
      StaffingTarget.waitProbability(0.1), .meanWait(0.05), .occupancy(0.8),
      .answeredWithin(limit: 0.1, share: 0.95),
    ] {
      let agents = try Staffing.agents(
        arrivalRate: 30, meanHandlingTime: 1, targets: [target])
      func queue(_ c: Int) throws -> ErlangC {
        try ErlangC(ServiceLoad(arrivalRate: 30, meanHandlingTime: 1, agents: c))
      }
      func met(_ c: Int) throws -> Bool {
        switch target {
        case .waitProbability(let most): try queue(c).waitProbability <= most
        case .meanWait(let most): try queue(c).meanWait <= most
        case .occupancy(let most): try queue(c).occupancy <= most
        case .answeredWithin(let limit, let share): try queue(c).answeredWithin(limit) >= share
        case .abandonment: true
        }
      }
      #expect(try met(agents))
      #expect(try agents == 31 || !met(agents - 1))
    }
  }

  @Test func `every target with patience is inverted`() throws {
    let patience = DurationLaw.exponential(mean: 2)
    func queue(_ agents: Int) throws -> ImpatientQueue {
      try ImpatientQueue(
        ServiceLoad(arrivalRate: 30, meanHandlingTime: 1, agents: agents), patience: patience)
    }
    let cases: [(StaffingTarget, (ImpatientQueue) throws -> Bool)] = [
      (.waitProbability(0.1), { $0.waitProbability <= 0.1 }),
      (.meanWait(0.02), { $0.meanWait <= 0.02 }),
      // Where those who leave wait much longer than the served: half a minute of all is more.
      (.meanWait(0.5), { $0.meanWait <= 0.5 }),
      (.answeredWithin(limit: 0.1, share: 0.9), { try $0.servedWithin(0.1) >= 0.9 }),
      (.abandonment(0.05), { $0.abandonmentProbability <= 0.05 }),
      (.occupancy(0.8), { $0.occupancy <= 0.8 }),
    ]
    for (target, isMet) in cases {
      let agents = try Staffing.agents(
        arrivalRate: 30, meanHandlingTime: 1, patience: patience, targets: [target])
      #expect(try isMet(queue(agents)), "\(target)")
      #expect(try !isMet(queue(agents - 1)), "\(target)")
    }
  }

  @Test func `targets that nobody can reach are named so`() {
    #expect(throws: QueueingError.unreachable(largestAgents: 20)) {
      try Staffing.agents(
        arrivalRate: 30, meanHandlingTime: 1, targets: [.waitProbability(0.1)], largest: 20)
    }
    #expect(throws: QueueingError.self) {
      try Staffing.agents(arrivalRate: 1, meanHandlingTime: 1, targets: [.waitProbability(1.1)])
    }
  }

  @Test func `no arrivals need no agents`() throws {
    #expect(try Staffing.agents(arrivalRate: 0, meanHandlingTime: 1, targets: []) == 0)
  }
}
