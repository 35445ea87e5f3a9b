// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Inference
import Measures
import Planning
import Plans
import Scenarios
import TestSupport
import Testing

struct TargetAnswerTests {
  private let target = ServiceTarget(measure: .serviceLevel(within: 60), bound: 0.8)

  private func interval(_ mean: Double, _ halfWidth: Double, _ count: Int = 30)
    -> ConfidenceInterval
  {
    ConfidenceInterval(mean: mean, halfWidth: halfWidth, level: 0.95, count: count)
  }

  @Test func `met, missed and open by the two ends of the interval`() {
    #expect(TargetResult(target, value: interval(0.85, 0.02)).answer == .met)
    #expect(TargetResult(target, value: interval(0.75, 0.02)).answer == .missed)
    #expect(TargetResult(target, value: interval(0.81, 0.02)).answer == .undecided)
    #expect(TargetResult(target, value: interval(0.79, 0.02)).answer == .undecided)
  }

  @Test func `a measure of which less is better is judged from the other side`() {
    let left = ServiceTarget(measure: .abandonment, bound: 0.1)
    #expect(TargetResult(left, value: interval(0.05, 0.02)).answer == .met)
    #expect(TargetResult(left, value: interval(0.15, 0.02)).answer == .missed)
    #expect(TargetResult(left, value: interval(0.11, 0.02)).answer == .undecided)
  }

  @Test func `a target missed never has an estimate that keeps the bound`() {
    for mean in stride(from: 0.7, through: 0.9, by: 0.001) {
      let result = TargetResult(target, value: interval(mean, 0.015))
      if result.answer == .missed { #expect(!result.isEstimateKept) }
      if result.answer == .met { #expect(result.isEstimateKept) }
    }
  }

  @Test func `one replication tells nothing, and nothing says how many would`() {
    let result = TargetResult(target, value: interval(0.95, .infinity, 1))
    #expect(result.answer == .undecided)
    #expect(result.replicationsToTell == nil)
  }

  @Test func `half the distance takes four times the replications`() throws {
    // The half-width at 90 % is narrower than that at 95 % by Student's quantiles for 29.
    let narrow = 0.02 * 1.699127 / 2.045230
    let near = TargetResult(target, value: interval(0.81, 0.02))
    let expected = 30 * (narrow / 0.01) * (narrow / 0.01)
    #expect(try #require(near.replicationsToTell) == Int(expected.rounded(.up)))
    let nearer = try #require(
      TargetResult(target, value: interval(0.805, 0.02)).replicationsToTell)
    #expect(nearer == Int((4 * expected).rounded(.up)))
  }

  @Test func `a plan is met where all are, and missed where one is`() {
    let met = TargetResult(target, value: interval(0.9, 0.02))
    let open = TargetResult(target, value: interval(0.81, 0.02))
    let missed = TargetResult(target, value: interval(0.7, 0.02))
    #expect([met, met].answer == .met)
    #expect([met, open].answer == .undecided)
    #expect([met, open, missed].answer == .missed)
    #expect([TargetResult]().answer == .met)
  }

  /// A target at what the plan reaches, so that few replications leave it open.
  private func comparison(largest: Int?) async throws -> Comparison {
    var scenario = ToyShop.scenario(
      demand: ToyShop.random(dailyMean: 120), plans: [ToyShop.seatPlan(agents: 3)],
      horizon: ToyShop.span("2026-01-20", "2026-02-10"),
      targets: [ServiceTarget(measure: .abandonment, bound: 0.05)],
      handling: .exponential(mean: 600))
    let first = try await Comparer(
      scenario: scenario,
      options: ComparisonOptions(
        replications: 10, volumeMultiples: [], largestReplications: 10)
    ).compare()
    let value = try #require(first.plans[0].targets[0].value)
    // Three tenths of the half-width are about seventy replications away.
    scenario.serviceTargets[0].bound = value.mean + 0.3 * value.halfWidth
    return try await Comparer(
      scenario: scenario,
      options: ComparisonOptions(
        replications: 10, volumeMultiples: [], largestReplications: largest)
    ).compare()
  }

  @Test func `replications are added while a target is open and a number of them would tell`()
    async throws
  {
    let many = try await comparison(largest: 2000)
    #expect(many.replications > 50)
    #expect(many.replications <= 2000)
    #expect(many.plans[0].targets[0].answer != .undecided)
    #expect(many.plans[0].cost.total.values.count == many.replications)
  }

  @Test func `an open target is no miss, and the verdict says what would tell`() async throws {
    let few = try await comparison(largest: 10)
    #expect(few.replications == 10)
    let result = few.plans[0].targets[0]
    #expect(result.answer == .undecided)
    guard case .targetsUndecided("seats", let open, _) = few.verdict.recommendation else {
      Issue.record("\(few.verdict.recommendation)")
      return
    }
    #expect(open == few.plans[0].targets)
  }
}
