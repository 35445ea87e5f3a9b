// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import QueueingTheory
import Testing

@Suite struct TurnTakingTests {
  static func desk(switching: Double = 0, writesAtOnce: Bool = false) throws -> TurnTakingDesk {
    try TurnTakingDesk(
      composeTime: 20, thinkTime: 40, messages: 8, switchingTime: switching,
      writesAtOnce: writesAtOnce)
  }

  @Test(arguments: [
    (1, 0.333, 20.0, 7.50, 1.00, 480.0, 20.0, 1.00), (2, 0.600, 26.7, 13.50, 1.80, 533, 31.4, 1.68),
    (3, 0.789, 36.0, 17.76, 2.37, 608, 43.2, 2.16), (4, 0.905, 48.4, 20.36, 2.71, 707, 58.8, 2.43),
    (5, 0.963, 63.8, 21.67, 2.89, 830, 77.8, 2.55),
    (8, 0.999, 120.1, 22.48, 3.00, 1281, 144.1, 2.61),
  ])
  func `the published table of parallel chats`(
    chats: Int, busy: Double, reply: Double, perHour: Double, multiple: Double, duration: Double,
    replySwitching: Double, multipleSwitching: Double
  ) throws {
    let plain = try Self.desk().measures(chats: chats)
    #expect(abs(plain.busyShare - busy) <= 0.0005)
    #expect(abs(plain.replyTime - reply) <= 0.05)
    #expect(abs(plain.chatRate * 3600 - perHour) <= 0.005)
    #expect(abs(plain.throughputMultiple - multiple) <= 0.005)
    #expect(abs(plain.chatDuration - duration) <= 0.5)
    let switching = try Self.desk(switching: 3).measures(chats: chats)
    #expect(abs(switching.replyTime - replySwitching) <= 0.05)
    #expect(abs(switching.throughputMultiple - multipleSwitching) <= 0.005)
  }

  @Test(arguments: [(2, 27.3), (3, 37.5), (4, 51.0), (5, 67.5), (8, 125.1)])
  func `customers who write at once wait longer for replies`(chats: Int, reply: Double) throws {
    let measures = try Self.desk(writesAtOnce: true).measures(chats: chats)
    #expect(abs(measures.replyTime - reply) <= 0.05)
  }

  @Test(arguments: [1, 2, 5, 20])
  func `mean value analysis is the finite-source formula`(chats: Int) throws {
    // p0 = 1 / Σ k!/(k-j)! (v/s)^j, summed directly.
    let ratio = 20.0 / 40
    var (term, sum) = (1.0, 1.0)
    for j in 1...chats {
      term *= Double(chats - j + 1) * ratio
      sum += term
    }
    let rate = (1 - 1 / sum) / 20
    let measures = try Self.desk().measures(chats: chats)
    #expect(close(measures.busyShare, 1 - 1 / sum, 1e-12))
    #expect(close(measures.replyTime, Double(chats) / rate - 40, 1e-12))
    #expect(close(measures.chatRate, rate / 8, 1e-12))
  }

  @Test func `throughput saturates at think over compose plus one`() throws {
    #expect(try Self.desk().saturation == 3)
  }

  @Test func `impossible desks are refused`() throws {
    #expect(throws: QueueingError.notPositive(.composeTime, found: 0)) {
      try TurnTakingDesk(composeTime: 0, thinkTime: 1, messages: 1)
    }
    #expect(throws: QueueingError.self) {
      try TurnTakingDesk(composeTime: 1, thinkTime: 1, messages: 0.5)
    }
    #expect(throws: QueueingError.self) { try Self.desk().measures(chats: 0) }
  }
}
