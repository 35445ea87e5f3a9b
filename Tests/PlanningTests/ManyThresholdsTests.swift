// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Measures
import Planning
import Plans
import Pricing
import Scenarios
import TestSupport
import Testing

/// Targets and measures with thresholds of their own, beside the scenario's acceptable wait.
@Suite struct ManyThresholdsTests {
  private func scenario(_ targets: [ServiceTarget]) -> PlannedScenario {
    var scenario = ToyShop.scenario(
      demand: ToyShop.random(dailyMean: 90), plans: [ToyShop.seatPlan(agents: 2)],
      horizon: ToyShop.span("2026-01-20", "2026-02-10"), targets: targets,
      handling: .exponential(mean: 600))
    scenario.scenario.inquiryTypes[0].firstReplyDelay = .exponential(mean: 30)
    return scenario
  }

  private func evaluation(_ scenario: PlannedScenario) async throws -> GroupEvaluation {
    var evaluation = try GroupEvaluation(scenario.plans, scenario: scenario.scenario)
    try await evaluation.run(upTo: 5, threads: 1)
    return evaluation
  }

  /// Experiments that a value holds, however deep.
  private func experiments(in value: Any) -> Int {
    if value is Experiment { return 1 }
    return Mirror(reflecting: value).children.reduce(0) { $0 + experiments(in: $1.value) }
  }

  @Test(arguments: [TargetScope.year, .everyMonth, .shareOfDays(0.5)])
  func `a target within another wait is met as by a desk with that acceptable wait`(
    scope: TargetScope
  ) async throws {
    let waits = [0.0, 20, 100, 300]
    let targets = waits.map {
      ServiceTarget(measure: .serviceLevel(within: $0), bound: 0.6, scope: scope)
    }
    let together = try await evaluation(scenario(targets)).targetResults()
    #expect(Set(together.compactMap(\.value?.mean)).count > 2)
    for (wait, target) in zip(waits, targets) {
      var alone = scenario([target])
      alone.scenario.acceptableWait = Seconds(wait)
      let result = try #require(try await evaluation(alone).targetResults().first)
      #expect(together.contains(result), "\(wait)")
    }
  }

  @Test func `any number of thresholds costs one simulation`() async throws {
    var shop = scenario(
      [5.0, 60, 120].map { ServiceTarget(measure: .serviceLevel(within: $0), bound: 0.6) }
        + [ServiceTarget(measure: .firstReply(within: 45), bound: 0.5)])
    shop.scenario.measures = [
      .answered(within: 10), .answered(within: 240), .firstReply(within: 90),
    ]
    let evaluation = try await evaluation(shop)
    #expect(experiments(in: evaluation) == 1)
    #expect(evaluation.targetResults().count == 4)
    let outcome = try #require(evaluation.report().totals.first).counts
    let shares = [5.0, 10, 60, 120, 240].map { outcome[Measure.answered(within: $0)] }
    #expect(shares == shares.sorted() && shares[0] < shares[4])
  }

  @Test func `a bonus clause can name a measure that the scenario asks for`() async throws {
    var shop = scenario([])
    shop.scenario.measures = [.answered(within: 10)]
    let experiment = try Experiment(scenario: shop.scenario, staffing: shop.plans[0].staffing)
    #expect(
      experiment.usageBuilder.schema.results == [
        "service_level", "three_minute_reply_share", "abandonment", "mean_wait", "late_replies",
        "answered_within_10s",
      ])
  }
}
