// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Scenarios
import SimulationEngine
import TestSupport
import Testing

/// A shift that ends at the busiest hour, against Kolmogorov's equations.
@Suite struct ShiftTheoryTests {
  private let rates = (0..<48).map { 0.01 + 0.065 * pow(sin(Double($0) / 48 * .pi), 2) }
  private let theta = 1.0 / 200
  private let mu = 1.0 / 120

  @Test func `where heads count, the idle go first and eight of twelve stay`() throws {
    // Those beyond eight who are busy as the shift ends finish outside the chain: they take nobody.
    // So n up to 8 stays n, 9 to 12 become 8, and a line behind twelve stands behind eight.
    var shares = [Double](repeating: 0, count: 160)
    shares[0] = 1
    var queueArea = 0.0
    let step = 0.5
    var isLater = false
    let line = ImpatientLine(mu: mu, theta: theta)
    for index in 0..<Int(86_400 / step) {
      let time = Double(index) * step
      if time >= 12 * 3600, !isLater {
        var after = [Double](repeating: 0, count: shares.count)
        for (n, share) in shares.enumerated() { after[n <= 8 ? n : 8 + max(0, n - 12)] += share }
        shares = after
        isLater = true
      }
      let c = isLater ? 8 : 12
      shares = line.advance(shares, lambda: rates[Int(time / 1800)], agents: c, step: step)
      queueArea += step * shares.indices.reduce(0.0) { $0 + Double(max(0, $1 - c)) * shares[$1] }
    }
    let arrivals = rates.reduce(0) { $0 + $1 * 1800 }
    let scenario = ToyDesk.scenario(
      types: [ToyDesk.chat(.exponential(mean: 120), patience: .exponential(mean: 200))],
      groups: [ToyDesk.group()],
      demand: [
        DemandStream(
          name: "shop",
          source: .seasonal(SeasonalDemand(dailyMean: arrivals, profile: rates)),
          mix: [TypeShare(inquiryType: "chat", share: 1)])
      ], routing: RoutingRules(shiftEnd: .poolExchangeable))
    let run = try TheoryRun(
      scenario, [ToyDesk.line(4, hours: ToyDesk.hours(0, 12)), ToyDesk.line(8)],
      replications: 1000)
    let abandoned = run.ratio(
      { Double($0.total().abandoned) }, { Double($0.total().arrived) })
    let exact = queueArea * theta / arrivals
    #expect(abandoned.agrees(with: exact), "\(abandoned), exact \(exact)")
  }
}
