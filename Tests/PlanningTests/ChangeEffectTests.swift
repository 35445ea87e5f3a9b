// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Inference
import Planning
import Plans
import Scenarios
import TestSupport
import Testing

struct ChangeEffectTests {
  private func compare(
    dailyMean: Double, from first: String = "2026-01-01", plans: [Plan]? = nil
  ) async throws -> Comparison {
    let scenario = ToyShop.scenario(
      demand: ToyShop.random(dailyMean: dailyMean),
      plans: plans ?? [ToyShop.seatPlan("two", agents: 2), ToyShop.seatPlan("three", agents: 3)],
      horizon: ToyShop.span(first, "2026-02-28"))
    return try await Comparer(
      scenario: scenario, options: ComparisonOptions(replications: 20, volumeMultiples: [])
    ).compare()
  }

  @Test func `what is not changed differs by exactly nothing`() async throws {
    let effect = try await ChangeEffect(
      before: compare(dailyMean: 60), after: compare(dailyMean: 60))
    for change in [effect.volume] + effect.months.map(\.inquiries) + effect.plans.map(\.netResult) {
      #expect(change.difference.mean == 0 && change.difference.halfWidth == 0)
      #expect(change.before == change.after)
    }
  }

  @Test func `more customers are counted by month and type, and weigh on service and result`()
    async throws
  {
    let effect = try await ChangeEffect(
      before: compare(dailyMean: 60), after: compare(dailyMean: 90))
    let more = effect.volume.difference
    #expect(abs(more.mean - 30 * 59) < 3 * more.halfWidth)
    #expect(abs((effect.volume.relative ?? 0) - 0.5) < 0.05)
    #expect(effect.months.map(\.month.description) == ["2026-01", "2026-02"])
    for parts in [effect.months.map(\.inquiries), effect.types.map(\.inquiries)] {
      #expect(abs(parts.reduce(0) { $0 + $1.difference.mean } - more.mean) < 1e-6)
    }
    let two = try #require(effect.plans.first)
    #expect(two.after.name == "two")
    #expect(two.cost.difference.mean == 0, "seats cost what they cost")
    #expect((two.abandonment?.difference.lower ?? 0) > 0)
    #expect((two.serviceLevel?.difference.upper ?? 0) < 0)
    #expect(two.netResult.difference.lower > 0)
  }

  @Test func `the same customers make the difference surer than two independent runs would`()
    async throws
  {
    let (before, after) = (try await compare(dailyMean: 60), try await compare(dailyMean: 63))
    let effect = try ChangeEffect(before: before, after: after)
    let own = after.plans[0].service.arrivals.halfWidth
    #expect(effect.volume.difference.halfWidth < own)
  }

  @Test func `other days, or no plan in common, are refused`() async throws {
    let before = try await compare(dailyMean: 60)
    let later = try await compare(dailyMean: 60, from: "2026-01-02")
    #expect(throws: PlanningError.differentHorizons) {
      try ChangeEffect(before: before, after: later)
    }
    let other = try await compare(dailyMean: 60, plans: [ToyShop.seatPlan("new", agents: 2)])
    #expect(throws: PlanningError.noCommonPlan) { try ChangeEffect(before: before, after: other) }
  }
}
