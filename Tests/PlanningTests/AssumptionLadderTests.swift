// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Experiments
import Inference
import Measures
import Planning
import Plans
import Scenarios
import TestSupport
import Testing

struct AssumptionLadderTests {
  private let january = ToyShop.span("2026-01-01", "2026-01-31")

  private func ladder(_ scenario: PlannedScenario) async throws -> (AssumptionLadder, PlanOutcome) {
    let options = ComparisonOptions(replications: 30, volumeMultiples: [], curveReplications: 2)
    let outcome = try #require(
      try await Comparer(scenario: scenario, options: options).compare().plans.first)
    return (try await AssumptionLadder(outcome, scenario: scenario, threads: 2), outcome)
  }

  @Test func `the averages simulated agree with the formula on them`() async throws {
    var shop = ToyShop.scenario(
      demand: ToyShop.random(dailyMean: 75), plans: [ToyShop.seatPlan("seats", agents: 2)],
      horizon: january)
    for index in shop.inquiryTypes.indices {
      shop.inquiryTypes[index].patience = .exponential(mean: 300)
    }
    let (ladder, outcome) = try await ladder(shop)
    #expect(ladder.rungs.map(\.assumption).prefix(3) == [.formula, .chance, .parallelChats])
    let (formula, chance) = (ladder.rungs[0], ladder.rungs[1])
    let width = try #require(chance.halfWidth)
    #expect(width < 0.02)
    #expect(formula.serviceLevel > 0.2 && formula.serviceLevel < 0.98, "a desk under load")
    // Half a 95 % interval is about two standard errors.
    #expect(abs(formula.serviceLevel - chance.serviceLevel) < 2 * width)
    let last = try #require(ladder.rungs.last)
    #expect(last.serviceLevel == outcome.service[.serviceLevel]?.mean)
  }

  @Test func `demand heaped into one hour is named as what the formula misses`() async throws {
    var shop = ToyShop.scenario(
      demand: ToyShop.random(dailyMean: 40), plans: [ToyShop.seatPlan("seats", agents: 2)],
      horizon: january)
    guard case .seasonal(var demand) = shop.demand[0].source else {
      Issue.record("the toy shop has seasonal demand")
      return
    }
    demand.profile = (0..<24).map { $0 == 11 ? 1 : 0 }
    shop.demand[0].source = .seasonal(demand)
    for index in shop.inquiryTypes.indices {
      shop.inquiryTypes[index].patience = .exponential(mean: 300)
    }
    let (ladder, _) = try await ladder(shop)
    let largest = try #require(ladder.changes.first)
    #expect(largest.assumption == .dayAndRoster)
    #expect(largest.points < -0.1)
  }

  /// Two agents round the clock for customers who come, stay and work as the formula has it.
  private func flatShop() -> PlannedScenario {
    var shop = ToyShop.scenario(
      demand: ToyShop.random(dailyMean: 200), plans: [ToyShop.seatPlan("seats", agents: 2)],
      horizon: january, handling: .exponential(mean: 600))
    let always = ToyShop.clock(0, 24)
    shop.serviceWindow = .daily(always)
    shop.plans[0].staffing.lines[0].shift = ShiftPattern(name: "always", hours: always)
    shop.demand[0].source = .seasonal(
      SeasonalDemand(dailyMean: 200, profile: [Double](repeating: 1, count: 24)))
    shop.inquiryTypes[0].patience = .exponential(mean: 300)
    return shop
  }

  @Test func `where every assumption holds none is blamed`() async throws {
    let (ladder, _) = try await ladder(flatShop())
    #expect(!ladder.rungs.contains { $0.assumption == .routing })
    #expect(ladder.changes.filter { $0.isCertain }.isEmpty)
  }

  @Test func `a waiting room is named as routing`() async throws {
    var shop = flatShop()
    shop.routing.waitingRoom = 1
    let (ladder, _) = try await ladder(shop)
    let named = ladder.changes.filter { $0.isCertain }.map { $0.assumption }
    #expect(named == [.routing])
  }

  @Test func `a shop without customers has nothing to compare, and says so without a trap`()
    async throws
  {
    let shop = ToyShop.scenario(
      demand: ToyShop.random(dailyMean: 0), plans: [ToyShop.seatPlan("seats", agents: 1)],
      horizon: january)
    let (ladder, _) = try await ladder(shop)
    #expect(ladder.rungs.last?.serviceLevel.isFinite == false)
    #expect(ladder.desk.arrivalRate == 0)
  }
}
