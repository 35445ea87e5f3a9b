// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Scenarios
import SimulationEngine
import TestSupport
import Testing

/// A shift that ends at the busiest hour, against Kolmogorov's equations.
@Suite struct ShiftTheoryTests {
  private let rates = (0..<48).map { (0.01 + 0.065 * pow(sin(Double($0) / 48 * .pi), 2)) / 7.5 }
  private let line = ImpatientLine(mu: 1.0 / 900, theta: 1.0 / 200)
  private let step = 4.0

  private var arrivals: Double { rates.reduce(0) { $0 + $1 * 1800 } }

  @Test func `where heads count, the next chats that end bring twelve down to eight`() throws {
    // More than eight go on working, and as one is done she goes: nobody else is taken meanwhile.
    var (queueArea, shares) = morning()
    var above = (9...12).map { _ in [Double](repeating: 0, count: shares.count) }
    for n in 9..<shares.count {
      above[min(n, 12) - 9][max(0, n - 12)] = shares[n]
      shares[n] = 0
    }
    for index in Int(43_200 / step)..<Int(86_400 / step) {
      let lambda = rates[Int(Double(index) * step / 1800)]
      shares = line.advance(shares, lambda: lambda, agents: 8, step: step)
      for working in 9...12 {
        let (left, done) = line.advance(
          frozen: above[working - 9], working: working, lambda: lambda, step: step)
        above[working - 9] = left
        for (queue, share) in done.enumerated() {
          if working > 9 {
            above[working - 10][queue] += share
          } else if 8 + queue < shares.count {
            shares[8 + queue] += share
          }
        }
      }
      queueArea += step * waiting(shares, agents: 8)
      for queues in above { queueArea += step * waiting(queues, agents: 0) }
    }
    try expect(.poolExchangeable, abandoned: queueArea * line.theta / arrivals)
  }

  @Test func `where names count, a leaver's slot is not filled and the others take the next`()
    throws
  {
    // Each of twelve is as likely as another to have been one of the four.
    let (before, shares) = morning()
    var queueArea = before
    var after = [Double](repeating: 0, count: shares.count)
    for (n, share) in shares.enumerated() {
      let busy = min(n, 12)
      for leavers in max(0, busy - 8)...min(busy, 4) {
        let ways = choose(4, leavers) * choose(8, busy - leavers) / choose(12, busy)
        after[n - leavers] += share * ways
      }
    }
    for index in Int(43_200 / step)..<Int(86_400 / step) {
      let lambda = rates[Int(Double(index) * step / 1800)]
      after = line.advance(after, lambda: lambda, agents: 8, step: step)
      queueArea += step * waiting(after, agents: 8)
    }
    try expect(.finishThenLeave, abandoned: queueArea * line.theta / arrivals)
  }

  @Test func `where heads count, a change of shifts at full strength changes nothing`() throws {
    let scenario = scenario(.poolExchangeable)
    let changing = try TheoryRun(
      scenario,
      [
        ToyDesk.line(6, hours: ToyDesk.hours(0, 12)), ToyDesk.line(6, hours: ToyDesk.hours(12, 24)),
      ],
      replications: 20)
    let steady = try TheoryRun(
      scenario, [ToyDesk.line(6, hours: ToyDesk.hours(0, 24))], replications: 20)
    #expect(changing.records.map { $0.total() } == steady.records.map { $0.total() })
  }

  /// Waiting contact-seconds until noon, and the shares of n chats at noon.
  private func morning() -> (queueArea: Double, shares: [Double]) {
    var shares = [Double](repeating: 0, count: 60)
    shares[0] = 1
    var queueArea = 0.0
    for index in 0..<Int(43_200 / step) {
      let lambda = rates[Int(Double(index) * step / 1800)]
      shares = line.advance(shares, lambda: lambda, agents: 12, step: step)
      queueArea += step * waiting(shares, agents: 12)
    }
    return (queueArea, shares)
  }

  private func waiting(_ shares: [Double], agents: Int) -> Double {
    shares.indices.reduce(0.0) { $0 + Double(max(0, $1 - agents)) * shares[$1] }
  }

  private func choose(_ n: Int, _ k: Int) -> Double {
    (0..<k).reduce(1.0) { $0 * Double(n - $1) / Double($1 + 1) }
  }

  private func scenario(_ rule: ShiftEndRule) -> Scenario {
    ToyDesk.scenario(
      types: [ToyDesk.chat(.exponential(mean: 900), patience: .exponential(mean: 200))],
      groups: [ToyDesk.group()],
      demand: [
        DemandStream(
          name: "shop",
          source: .seasonal(SeasonalDemand(dailyMean: arrivals, profile: rates)),
          mix: [TypeShare(inquiryType: "chat", share: 1)])
      ], routing: RoutingRules(agentSelection: .longestIdle, shiftEnd: rule))
  }

  private func expect(_ rule: ShiftEndRule, abandoned exact: Double) throws {
    let run = try TheoryRun(
      scenario(rule), [ToyDesk.line(4, hours: ToyDesk.hours(0, 12)), ToyDesk.line(8)],
      replications: 10_000)
    let abandoned = run.ratio(
      { Double($0.total().abandoned) }, { Double($0.total().arrived) })
    #expect(abandoned.agrees(with: exact), "\(abandoned), exact \(exact)")
  }
}
