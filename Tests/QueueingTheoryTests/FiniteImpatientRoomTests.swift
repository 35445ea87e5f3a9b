// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import QueueingTheory
import Testing

@Suite struct FiniteImpatientRoomTests {
  struct Case: Sendable {
    var rate: Double
    var agents: Int
    var meanPatience: Double
    var room: Int
    var limit: Double
    /// By the balance equations, and the matrix exponential of one customer's place in the line
    /// (SciPy 1.17, Padé): blocked, waiting, leaving, queue length, served within the limit, still
    /// waiting at it, mean waits of the served and of the leavers.
    var exact: [Double]
  }

  static let cases = [
    Case(
      rate: 11, agents: 10, meanPatience: 1.5, room: 20, limit: 0.5,
      exact: [
        2.845_945_943_418_74e-05, 0.713_232_404_735_329_3, 0.156_201_214_547_538_8,
        2.577_320_040_034_390_3, 0.706_877_217_027_450_5, 0.160_036_942_373_153_58,
        0.228_413_563_155_443_37, 0.266_151_804_880_866_4,
      ]),
    Case(
      rate: 0.5, agents: 1, meanPatience: 0.5, room: 3, limit: 0.25,
      exact: [
        0.000_373_831_775_700_934_56, 0.371_588_785_046_729_04, 0.255_700_934_579_439_27,
        0.063_925_233_644_859_82, 0.685_954_522_897_712_7, 0.181_019_680_697_332_82,
        0.055_084_948_552_285_24, 0.339_738_234_475_076_56,
      ]),
    Case(
      rate: 300, agents: 100, meanPatience: 1 / 0.3, room: 50, limit: 0.2,
      exact: [
        0.617_285_050_909_896_5, 0.382_714_949_090_103_5, 0.049_381_615_756_770_16,
        49.381_615_756_770_16, 1.198_979_859_114_640_2e-07, 0.360_427_245_890_766_36,
        0.459_835_656_713_322_2, 0.229_373_491_420_712_63,
      ]),
  ]

  @Test(arguments: cases)
  func `a room that fills and customers who leave, against balance equations and an exponential`(
    _ test: Case
  ) throws {
    let queue = try FiniteImpatientQueue(
      ServiceLoad(arrivalRate: test.rate, meanHandlingTime: 1, agents: test.agents),
      meanPatience: test.meanPatience, waitingRoom: test.room)
    let found = [
      queue.blockingProbability, queue.waitProbability, queue.abandonmentProbability,
      queue.meanQueueLength, queue.servedWithin(test.limit), queue.waitsLongerThan(test.limit),
      queue.meanWaitOfServed, queue.meanWaitOfAbandoned,
    ]
    for (index, (found, exact)) in zip(found, test.exact).enumerated() {
      #expect(abs(found - exact) <= 1e-9 * max(exact, 1e-4), "\(index): \(found), \(exact)")
    }
    #expect(
      close(
        queue.occupancy * Double(test.agents),
        test.rate * (1 - queue.blockingProbability - queue.abandonmentProbability)))
    #expect(close(queue.servedWithin(1e6), queue.occupancy * Double(test.agents) / test.rate))
  }

  @Test
  func `without places it is Erlang B, with very many Erlang A, with endless patience M/M/c/K`()
    throws
  {
    let load = try ServiceLoad(arrivalRate: 12, meanHandlingTime: 1, agents: 10)
    let none = try FiniteImpatientQueue(load, meanPatience: 2, waitingRoom: 0)
    #expect(close(none.blockingProbability, ErlangB(load).blockingProbability))
    #expect(none.meanWait == 0 && none.meanWaitOfAbandoned == 0)
    let many = try FiniteImpatientQueue(load, meanPatience: 2, waitingRoom: 300)
    let queue = try ErlangA.queue(load, meanPatience: 2)
    #expect(close(many.abandonmentProbability, queue.abandonmentProbability))
    #expect(close(many.meanWaitOfServed, queue.meanWaitOfServed))
    #expect(try close(many.servedWithin(0.3), queue.servedWithin(0.3)))
    let patient = try FiniteImpatientQueue(load, meanPatience: 1e9, waitingRoom: 15)
    let room = try FiniteRoomQueue(load, waitingRoom: 15)
    #expect(close(patient.blockingProbability, room.blockingProbability, 1e-7))
    #expect(close(patient.meanWaitOfServed, room.meanWait, 1e-7))
    #expect(throws: QueueingError.notPositive(.patience, found: 0)) {
      try FiniteImpatientQueue(load, meanPatience: 0, waitingRoom: 3)
    }
  }
}
