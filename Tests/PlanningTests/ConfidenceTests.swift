// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Inference
import Measures
import Planning
import Plans
import Scenarios
import TestSupport
import Testing

/// Promises that must hold in a share of the horizons that may come.
@Suite struct ConfidenceTests {
  private func scenario(
    level: Double, _ confidence: TargetConfidence, scope: TargetScope = .year,
    sizing: Sizing? = Sizing(subject: .group("sales"), range: 1...40)
  ) -> PlannedScenario {
    var stream = ToyShop.random(dailyMean: 600)
    if case .seasonal(var demand) = stream.source {
      demand.doubt = DemandDoubt(level: level)
      stream.source = .seasonal(demand)
    }
    var plan = ToyShop.seatPlan(agents: 1)
    plan.staffing.sizing = sizing
    return ToyShop.scenario(
      demand: stream, plans: [plan], horizon: ToyShop.span("2026-01-24", "2026-03-06"),
      targets: [
        ServiceTarget(
          measure: .serviceLevel(within: 60), bound: 0.8, scope: scope, confidence: confidence)
      ], handling: .exponential(mean: 600))
  }

  private func evaluation(
    _ scenario: PlannedScenario, size: Int, replications: Int
  ) async throws -> GroupEvaluation {
    var evaluation = try GroupEvaluation(
      scenario.plans, sizes: .uniform(size), scenario: scenario.scenario)
    try await evaluation.run(upTo: replications, threads: 1)
    return evaluation
  }

  private func found(_ scenario: PlannedScenario) async throws -> Int {
    var sizer = try Sizer(scenario.plans, scenario: scenario.scenario, replications: 30, threads: 1)
    return try await sizer.search().size
  }

  @Test func `the less is known of the level, the more people keep a promise in nine of ten`()
    async throws
  {
    let mean = try await found(scenario(level: 0.15, .mean))
    let sure = try await found(scenario(level: 0.15, .horizons(0.9)))
    let known = try await found(scenario(level: 0, .horizons(0.9)))
    #expect(mean < sure && known < sure)
  }

  @Test func `the size chosen from thirty replications keeps the promise in hundreds of others`()
    async throws
  {
    let scenario = scenario(level: 0.15, .horizons(0.9))
    let size = try await found(scenario)
    func kept(_ size: Int) async throws -> Double {
      let result = try await evaluation(scenario, size: size, replications: 600)
        .targetResults()[0]
      return Double(try #require(result.horizons).kept) / 600
    }
    // Six hundred horizons tell a share to within 2.5 points.
    #expect(try await kept(size) > 0.85)
    #expect(try await kept(size - 1) < 0.925)
  }

  @Test func `all months of one horizon count together`() async throws {
    let whole = scenario(level: 0.1, .horizons(0.9), scope: .everyMonth)
    let size = try await found(scenario(level: 0.1, .mean))
    let joint = try await keptFlags(whole, size: size)
    // Customers belong to their dates, and nobody waits over the nights between the months.
    var months: [[Bool]] = []
    for span in [
      ("2026-01-24", "2026-01-31"), ("2026-02-01", "2026-02-28"), ("2026-03-01", "2026-03-06"),
    ] {
      var month = scenario(level: 0.1, .horizons(0.9))
      month.scenario.horizon = ToyShop.span(span.0, span.1)
      months.append(try await keptFlags(month, size: size))
    }
    #expect(joint == joint.indices.map { each in months.allSatisfy { $0[each] } })
    #expect(Set(joint).count == 2)
  }

  /// Whether each of thirty horizons keeps the promise, told one after the other.
  private func keptFlags(_ scenario: PlannedScenario, size: Int) async throws -> [Bool] {
    var evaluation = try await evaluation(scenario, size: size, replications: 1)
    var flags: [Bool] = []
    var kept = 0
    for count in 1...30 {
      try await evaluation.run(upTo: count, threads: 1)
      let now = try #require(evaluation.targetResults()[0].horizons).kept
      flags.append(now > kept)
      kept = now
    }
    return flags
  }

  @Test(arguments: [TargetScope.year, .everyMonth])
  func `sizes by month keep the promise together`(scope: TargetScope) async throws {
    let sizing = Sizing(
      subject: .group("sales"), range: 1...40, periods: .months)
    let scenario = scenario(level: 0.15, .horizons(0.9), scope: scope, sizing: sizing)
    var sizer = try PeriodSizer(
      scenario.plans, scenario: scenario.scenario,
      options: PeriodSizer.Options(replications: 30, largest: 30, threads: 1))
    let found = try await sizer.search()
    let horizons = try #require(found.evaluation.targetResults()[0].horizons)
    #expect(found.answer == .met && horizons.probability.mean >= 0.9)
  }
}
