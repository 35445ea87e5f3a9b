// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Foundation
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

  @Test func `the number of replications that is told likely tells when it is run`() throws {
    // Shares near the bound, drawn anew for each shop; those open after thirty replications run as
    // many as they are told, on further draws.
    var random = SystemlessRandom(state: 20_260_311)
    var (told, open) = (0, 0)
    for shop in 0..<400 {
      let mean = 0.8 + 0.002 * Double(shop % 21 - 10)
      var values = (0..<30).map { _ in mean + 0.03 * random.normal() }
      let first = TargetResult(target, value: ConfidenceInterval(of: values))
      guard let count = first.replicationsLikelyToTell, count <= 3000 else { continue }
      let least = try #require(first.replicationsToTell)
      #expect(count >= least)
      open += 1
      values += (30..<count).map { _ in mean + 0.03 * random.normal() }
      if TargetResult(target, value: ConfidenceInterval(of: values)).answer != .undecided {
        told += 1
      }
    }
    #expect(open > 40)
    #expect(Double(told) > 0.6 * Double(open), "\(told) of \(open)")
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

/// A generator of its own, the same in every run.
private struct SystemlessRandom {
  var state: UInt64

  mutating func uniform() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (Double(state >> 11) + 0.5) / Double(1 << 53)
  }

  /// Box and Muller.
  mutating func normal() -> Double {
    (-2 * log(uniform())).squareRoot() * cos(2 * .pi * uniform())
  }
}
