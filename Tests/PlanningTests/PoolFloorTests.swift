// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Experiments
import Inference
import Measures
import Money
import Planning
import Plans
import Pricing
import Scenarios
import TestSupport
import Testing

/// What is assumed, and how far it may move.
struct PoolFloorTests {
  private func pooled(agents: Int) -> Plan {
    Plan(
      name: "pool", staffing: StaffingPlan(lines: [ToyShop.line(agents, .shared)]),
      contract: Contract(
        name: "pool",
        clauses: [
          Clause(
            "tier",
            .tiered(
              TieredClause(
                tiers: [Tier(upTo: nil, price: .yuan(1), unit: .perInquiry)], overflow: nil)))
        ]))
  }

  private func scenario(agents: Int, abandonment: Double = 0.05) -> PlannedScenario {
    ToyShop.scenario(
      demand: ToyShop.random(dailyMean: 120), plans: [pooled(agents: agents)],
      horizon: ToyShop.span("2026-01-01", "2026-01-31"),
      targets: [ServiceTarget(measure: .abandonment, bound: abandonment, scope: .everyMonth)],
      handling: .exponential(mean: 600))
  }

  private func compare(_ scenario: PlannedScenario, suggests: Bool = true) async throws
    -> Comparison
  {
    try await Comparer(
      scenario: scenario,
      options: ComparisonOptions(
        replications: 10, volumeMultiples: [], largestReplications: 10, suggestsSizes: suggests)
    ).compare()
  }

  private func floor(_ comparison: Comparison) -> PoolFloor? {
    for case .pool(let floor) in comparison.verdict.assumedValues { return floor }
    return nil
  }

  @Test func `a pool may shrink to the least size that meets the targets when tried alone`()
    async throws
  {
    let found = try #require(floor(try await compare(scenario(agents: 10))))
    // Every size, each compared by itself.
    var least = 10
    for agents in (1...10).reversed() {
      let alone = try await compare(scenario(agents: agents), suggests: false)
      guard alone.plans[0].meetsTargets else { break }
      least = agents
    }
    #expect(least > 1 && least < 10)
    #expect(found.least == Double(least) / 10)
    let below = try #require(found.below)
    #expect(below.share == Double(least - 1) / 10)
    #expect(below.answer != .met)
  }

  @Test func `a pool of which any part is enough has nothing below it`() async throws {
    let found = try #require(floor(try await compare(scenario(agents: 4, abandonment: 1))))
    #expect(found.least == 0.25)
    #expect(found.below == nil)
  }

  @Test func `seats that nobody shares have no floor`() async throws {
    var scenario = scenario(agents: 8)
    scenario.plans = [ToyShop.seatPlan(agents: 8)]
    #expect(floor(try await compare(scenario)) == nil)
  }

  @Test func `a shared group without a factor on conversion is said to sell as any other`()
    async throws
  {
    var scenario = scenario(agents: 8)
    scenario.agentGroups[0].isConversionAssumed = true
    let values = try await compare(scenario, suggests: false).verdict.assumedValues
    #expect(values.contains(.conversion(groups: ["sales"])))
    scenario.agentGroups[0].isConversionAssumed = false
    #expect(try await compare(scenario, suggests: false).verdict.assumedValues.isEmpty)
  }

  @Test func `promotions dated by another year are named with it`() async throws {
    var scenario = scenario(agents: 8)
    guard case .seasonal(var demand) = scenario.demand[0].source else {
      Issue.record("no seasonal demand")
      return
    }
    func wave(_ name: String, _ day: String, _ dates: PromotionDates) -> PromotionWave {
      let span = ToyShop.span(day, day)
      return PromotionWave(
        name: name,
        phases: [
          PromotionPhase(
            name: "day", start: WallClock(date: span.first, time: .midnight),
            end: WallClock(date: span.first, time: .endOfDay), lift: 1.2)
        ], dates: dates)
    }
    demand.promotions = [
      wave("a", "2026-01-10", .extrapolated(from: 2025)), wave("b", "2026-01-11", .given),
      wave("c", "2026-01-12", .uncertain), wave("d", "2026-03-12", .extrapolated(from: 2025)),
    ]
    scenario.demand[0].source = .seasonal(demand)
    let values = try await compare(scenario, suggests: false).verdict.assumedValues
    #expect(values.contains(.promotionDates([.init(promotion: "a", year: 2025)])))
    #expect(values.contains(.uncertainDates(["c"])))
  }

  @Test func `people already there by the bill and by the shop are set side by side`() async throws
  {
    var own = ToyShop.seatPlan("own", agents: 5)
    own.staffing.lines = [ToyShop.line(5, .own)]
    var clause = InHouseClause(group: "own")
    func warnings(_ existing: Int?, _ shop: Int?) async throws -> [Verdict.Warning] {
      clause.recruiting.existingTeam = existing
      own.contract.clauses = [Clause("team", .inHouse(clause))]
      var scenario = scenario(agents: 8)
      scenario.plans = [own]
      scenario.shop.ownAgents = shop
      return try await compare(scenario, suggests: false).verdict.warnings.filter {
        if case .ownTeamsDiffer = $0 { true } else { false }
      }
    }
    #expect(
      try await warnings(3, 4)
        == [.ownTeamsDiffer(plan: "own", billed: 3, shop: 4, isWritten: true)])
    #expect(
      try await warnings(nil, 4)
        == [.ownTeamsDiffer(plan: "own", billed: 6, shop: 4, isWritten: false)])
    #expect(try await warnings(4, 4).isEmpty)
    // Five posts on all days of the week take 5 × 7 ÷ 6 people.
    #expect(try await warnings(nil, 6).isEmpty)
    #expect(try await warnings(nil, nil).isEmpty)
    clause.recruiting = .none
    #expect(try await warnings(3, 4).isEmpty)
  }
}
