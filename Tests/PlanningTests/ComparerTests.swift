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

struct ComparerTests {
  private let january = ToyShop.span("2026-01-01", "2026-01-31")

  private func compare(
    _ plans: [Plan], dailyMean: Double = 40, targets: [ServiceTarget] = [], threads: Int = 1,
    replications: Int = 30, multiples: [Double] = []
  ) async throws -> Comparison {
    let scenario = ToyShop.scenario(
      demand: ToyShop.random(dailyMean: dailyMean), plans: plans, horizon: january,
      targets: targets)
    return try await Comparer(
      scenario: scenario,
      options: ComparisonOptions(
        replications: replications, threads: threads, volumeMultiples: multiples)
    ).compare()
  }

  private func perInquiry(_ name: String, agents: Int, fen: Int64) -> Plan {
    Plan(
      name: name, staffing: StaffingPlan(lines: [ToyShop.line(agents)]),
      contract: Contract(
        name: name,
        clauses: [
          Clause(
            "inquiries",
            .tiered(
              TieredClause(
                tiers: [
                  Tier(upTo: nil, price: UnitPrice(Money(fen: fen)), unit: .perInquiry)
                ], overflow: nil)))
        ]))
  }

  @Test func `a seat month costs its price and the cheaper seat wins by the difference`()
    async throws
  {
    let result = try await compare([
      ToyShop.seatPlan("dear", agents: 2, yuan: 5000),
      ToyShop.seatPlan("cheap", agents: 2, yuan: 4500),
    ])
    #expect(result.plan("dear")?.cost.total.mean == 10_000)
    #expect(result.plan("cheap")?.cost.total.interval.halfWidth == 0)
    #expect(result.cheapest == "cheap")
    #expect(result.differences.map(\.toCheapest.interval.mean) == [1000])
    guard case .winner("cheap", "dear", _) = result.verdict.recommendation else {
      Issue.record("\(result.verdict.recommendation)")
      return
    }
    #expect(
      result.verdict.changes.contains(
        .price(plan: "dear", clause: "seat", from: "5000", to: "4500.00")))
  }

  @Test func `a plan compared with itself differs by exactly nothing`() async throws {
    let result = try await compare([
      perInquiry("a", agents: 1, fen: 90), perInquiry("b", agents: 1, fen: 90),
    ])
    let difference = try #require(result.differences.first).toCheapest
    #expect(difference.interval.mean == 0)
    #expect(difference.interval.halfWidth == 0)
    #expect(result.plans[0].cost.total.values == result.plans[1].cost.total.values)
  }

  @Test func `every plan meets the same customers whatever its staffing`() async throws {
    let result = try await compare([
      ToyShop.seatPlan("one", agents: 1), ToyShop.seatPlan("five", agents: 5),
    ])
    #expect(
      result.plans[0].performance.days.map(\.measures[.arrivals])
        == result.plans[1].performance.days.map(\.measures[.arrivals]))
    #expect(
      result.plans[0].performance.year[.answered] < result.plans[1].performance.year[.answered])
  }

  @Test func `two threads and another order of plans give the same bits`() async throws {
    let plans = [ToyShop.seatPlan("seats", agents: 2), perInquiry("tier", agents: 1, fen: 120)]
    let one = try await compare(plans)
    let two = try await compare(plans.reversed(), threads: 2)
    for plan in one.plans {
      let other = try #require(two.plan(plan.name))
      #expect(other.cost.total == plan.cost.total)
      #expect(other.performance == plan.performance)
      #expect(other.commerce.netResult == plan.commerce.netResult)
    }
  }

  @Test func `the bill is what the answered inquiries cost, replication by replication`()
    async throws
  {
    let plan = try #require(
      try await compare([perInquiry("tier", agents: 1, fen: 120)]).plans.first)
    #expect(plan.billing.invoices.count == plan.cost.total.values.count)
    for (replication, invoices) in plan.billing.invoices.enumerated() {
      let answered = try #require(invoices.lines.first).quantity
      #expect(invoices.total.fen == answered.numerator * 120 / answered.denominator)
      #expect(plan.cost.total.values[replication] == invoices.total.inYuan)
    }
  }

  @Test func `net result is margin on sales minus cost`() async throws {
    let plan = try #require(
      try await compare([ToyShop.seatPlan(agents: 1)], replications: 5).plans.first)
    for (net, sales) in zip(plan.commerce.netResult.values, plan.commerce.salesAttributed.values) {
      #expect(abs(net - (0.4 * sales - 5000)) < 1e-6)
    }
    #expect(
      abs(plan.commerce.salesLost.mean - plan.performance.year[.abandoned] * 0.5 * 100) < 1e-6)
  }

  @Test func `a cheap plan below the target does not win and is warned of`() async throws {
    let target = ServiceTarget(measure: .abandonment, bound: 0.05)
    let result = try await compare(
      [ToyShop.seatPlan("lean", agents: 1), ToyShop.seatPlan("good", agents: 4)],
      dailyMean: 60, targets: [target])
    guard case .winner("good", nil, nil) = result.verdict.recommendation else {
      Issue.record("\(result.verdict.recommendation)")
      return
    }
    let isWarned = result.verdict.warnings.contains {
      if case .cheapButBelowTarget("lean", 15_000, _) = $0 { true } else { false }
    }
    #expect(isWarned)
    #expect(result.verdict.changes.contains(.targets(plan: "lean", saves: 15_000)))
  }

  @Test func `where every plan misses, the nearest is named`() async throws {
    let target = ServiceTarget(measure: .abandonment, bound: 0.0001)
    let result = try await compare(
      [ToyShop.seatPlan("one", agents: 1), ToyShop.seatPlan("two", agents: 2)], dailyMean: 80,
      targets: [target])
    guard case .nobodyMeetsTargets("two", let missed) = result.verdict.recommendation else {
      Issue.record("\(result.verdict.recommendation)")
      return
    }
    #expect(missed.count == 1)
  }

  @Test func `a volume without a price leaves the plan out instead of failing`() async throws {
    var plan = perInquiry("tier", agents: 1, fen: 100)
    plan.contract.clauses[0].terms = .tiered(
      TieredClause(tiers: [Tier(upTo: 10, price: .yuan(900), unit: .monthlyFee)], overflow: nil))
    let result = try await compare([plan, ToyShop.seatPlan(agents: 1)])
    #expect(result.plans.map(\.name) == ["seats"])
    #expect(result.refused.map(\.plan) == ["tier"])
    #expect(result.refused.first?.replications == 30)
  }

  @Test func `the break-even volume is where the seat's price buys as many inquiries`()
    async throws
  {
    // 0.8 yuan an inquiry against 1,000 a month: 1,250 inquiries, 40.3 a day of 31.
    let result = try await compare(
      [perInquiry("tier", agents: 20, fen: 80), ToyShop.seatPlan("seat", agents: 1, yuan: 1000)],
      dailyMean: 40, replications: 4, multiples: [0.5, 1, 2])
    let crossing = try #require(result.breakEven?.crossings.first)
    #expect(crossing.below == "tier")
    #expect(crossing.above == "seat")
    #expect(crossing.isVolumeAgainstSeats)
    #expect(abs(crossing.dailyInquiries - 1250.0 / 31) < 0.5)
  }
}
