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

struct ExplorationTests {
  /// January half as busy again, February half as busy: 60.5 mean days in 59.
  private func scenario(_ plans: [Plan]) -> PlannedScenario {
    var demand = ToyShop.random(dailyMean: 20)
    if case .seasonal(var source) = demand.source {
      source.monthFactors[0] = 1.5
      source.monthFactors[1] = 0.5
      demand.source = .seasonal(source)
    }
    return ToyShop.scenario(
      demand: demand, plans: plans, horizon: ToyShop.span("2026-01-01", "2026-02-28"))
  }

  /// Ten yuan for every arrival, the agents being the provider's.
  private var perArrival: Plan {
    var clause = PerConversationClause(price: .yuan(10))
    clause.conversation = .everyArrival
    return Plan(
      name: "pay", staffing: StaffingPlan(lines: [ToyShop.line(1)]),
      contract: Contract(name: "pay", clauses: [Clause("each", .perConversation(clause))]))
  }

  private func point(_ cost: Double, _ share: Double?, _ net: Double) -> FrontierPoint {
    FrontierPoint(
      plan: "p", source: .plan, cost: cost, service: share, netResult: net, answer: .met)
  }

  @Test func `a choice is efficient if nothing is as cheap and as good and better in one`() {
    let points = Frontier.marked([
      point(300, 0.9, 5), point(100, 0.5, 1), point(200, 0.9, 5), point(200, 0.4, 9),
      point(400, nil, 9), point(500, 1, 0),
    ])
    #expect(points.map(\.cost) == [100, 200, 200, 300, 400, 500])
    #expect(points.map(\.isEfficientForService) == [true, true, false, false, false, true])
    #expect(points.map(\.isEfficientForNetResult) == [true, false, true, false, false, false])
  }

  @Test func `a thousand arrivals at ten yuan cost two seats, whatever the season`() async throws {
    let shop = scenario([ToyShop.seatPlan(agents: 1), perArrival])
    let options = ComparisonOptions(volumeMultiples: [0.5, 1, 2], curveReplications: 30)
    let comparison = try await Comparer(
      scenario: shop, options: ComparisonOptions(replications: 30, volumeMultiples: [])
    ).compare()
    let surface = try #require(
      try await SurfaceFinder(scenario: shop, options: options, strengths: [1, 0])
        .surface(comparison))
    #expect(surface.seasons.map(\.strength) == [0, 1])
    #expect(abs(surface.seasons[0].peakToMean - 1) < 1e-12)
    #expect(abs(surface.seasons[1].peakToMean - 1.5 * 59 / 60.5) < 1e-12)
    for season in surface.seasons {
      let crossing = try #require(season.breakEven)
      #expect(crossing.below == "pay" && crossing.above == "seats")
      // Both costs are straight lines in the arrivals of the same customers: 10,000 yuan each.
      #expect(abs(crossing.dailyInquiries - 1000.0 / 59) < 1e-9)
      let own = try #require(season.curve.points.first { $0.multiple == 1 })
      #expect(abs(own.dailyInquiries - 20 * 60.5 / 59) < 0.5, "the volume is kept")
    }
  }

  @Test func `an exploration has every part that the scenario allows`() async throws {
    let hybrid = Plan(
      name: "hybrid",
      staffing: StaffingPlan(lines: [ToyShop.line(1), ToyShop.line(1, .shortTerm)]),
      contract: Contract(
        name: "hybrid",
        clauses: [
          Clause("seat", .seats(SeatClause(seats: .staffed(group: "sales")))),
          Clause("shift", .shifts(ShiftClause(group: "sales"))),
        ]))
    let options = ExplorationOptions(
      comparison: ComparisonOptions(
        replications: 2, volumeMultiples: [0.5, 2], curveReplications: 1),
      seasons: [1], hybridSeats: 1...1, hybridShortTerm: 0...1)
    let exploration = try await Explorer(
      scenario: scenario([ToyShop.seatPlan(agents: 1), perArrival, hybrid]), options: options
    ).explore()
    #expect(exploration.favourite == exploration.comparison.cheapest)
    // Four assumptions, and one price for each clause of each plan.
    #expect(exploration.tornado.count == 4 + 4)
    #expect(exploration.surface?.seasons.count == 1)
    #expect(exploration.comparison.breakEven == exploration.surface?.seasons[0].curve)
    #expect(exploration.hybrids.map(\.rows.count) == [2])
    #expect(exploration.hybrids.first?.isBestOnEdge == false, "fewer than none there cannot be")
    #expect(exploration.providers.isEmpty)
    #expect(exploration.frontier.count == 3 + 2)
    #expect(throws: PlanningError.self) {
      try SurfaceFinder(
        scenario: scenario([perArrival]), options: ComparisonOptions(), strengths: [-1])
    }
  }
}
