// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Experiments
import Foundation
import Measures
import Planning
import Plans
import Scenarios
import TestSupport
import Testing

/// Sizes on the sample paths of a forecast.
@Suite struct ForecastPathsTests {
  private static let horizon = ToyShop.span("2026-01-24", "2026-02-20")
  private static let level = 0.15

  private func scenario(_ demand: DemandStream) -> PlannedScenario {
    var plan = ToyShop.seatPlan(agents: 1)
    plan.staffing.sizing = Sizing(subject: .group("sales"), range: 1...40)
    return ToyShop.scenario(
      demand: demand, plans: [plan], horizon: Self.horizon,
      targets: [
        ServiceTarget(
          measure: .serviceLevel(within: 60), bound: 0.8, confidence: .horizons(0.9))
      ], handling: .exponential(mean: 600))
  }

  private var rates: DemandStream {
    var stream = ToyShop.random(dailyMean: 600)
    if case .seasonal(var demand) = stream.source {
      demand.doubt = DemandDoubt(level: Self.level)
      stream.source = .seasonal(demand)
    }
    return stream
  }

  /// The same demand, drawn by the hour: one lognormal level a path.
  private func paths(_ count: Int) -> ForecastPaths {
    var draws = PathDraws(state: 9)
    let starts = Self.horizon.flatMap { date in
      (9..<17).map { date.dayNumber * 86_400 + $0 * 3600 }
    }
    return ForecastPaths(
      source: "paths.csv", interval: 3600, starts: starts,
      counts: (0..<count).map { _ in
        let level = exp(Self.level * draws.normal() - Self.level * Self.level / 2)
        return starts.map { _ in Int(draws.poisson(600.0 / 8 * level)) }
      })
  }

  private func stream(_ paths: ForecastPaths) -> DemandStream {
    DemandStream(
      name: "shop", source: .forecast(paths),
      mix: [TypeShare(inquiryType: "presale", share: 1)])
  }

  private func size(_ scenario: PlannedScenario, replications: Int) async throws -> Int {
    var sizer = try Sizer(
      scenario.plans, scenario: scenario.scenario, replications: replications, threads: 1)
    return try await sizer.search().size
  }

  @Test func `sizes on paths are those on the rates that drew them`() async throws {
    let onRates = try await size(scenario(rates), replications: 60)
    let onPaths = try await size(scenario(stream(paths(60))), replications: 60)
    // Sixty levels drawn at random leave the ninth tenth open by some percent.
    #expect(abs(onRates - onPaths) <= 1)
  }

  @Test func `each replication takes one path, in their order, and then begins anew`() async throws
  {
    let paths = paths(3)
    let scenario = scenario(stream(paths))
    var evaluation = try GroupEvaluation(
      scenario.plans, sizes: .uniform(40), scenario: scenario.scenario)
    try await evaluation.run(upTo: 4, threads: 2)
    let sums = paths.counts.map { Double($0.reduce(0, +)) }
    #expect(evaluation.report().years.map { $0[.arrivals] } == sums + [sums[0]])
  }
}

private struct PathDraws: UniformDraws {
  var state: UInt64

  mutating func uniform() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (Double(state >> 11) + 0.5) * 0x1p-53
  }
}
