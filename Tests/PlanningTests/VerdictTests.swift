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

struct VerdictTests {
  private func compare(
    _ scenario: PlannedScenario, replications: Int = 30
  ) async throws -> Comparison {
    try await Comparer(
      scenario: scenario,
      options: ComparisonOptions(replications: replications, volumeMultiples: [])
    ).compare()
  }

  private func scenario(_ plans: [Plan]) -> PlannedScenario {
    ToyShop.scenario(
      demand: ToyShop.random(dailyMean: 30), plans: plans,
      horizon: ToyShop.span("2026-01-01", "2026-01-31"))
  }

  private func perInquiry(_ name: String, yuan: Int32, _ more: [Clause] = []) -> Plan {
    let tier = Tier(upTo: nil, price: .yuan(yuan), unit: .perInquiry)
    return Plan(
      name: name, staffing: StaffingPlan(lines: [ToyShop.line(2)]),
      contract: Contract(
        name: name,
        clauses: [Clause("tier", .tiered(TieredClause(tiers: [tier], overflow: nil)))] + more))
  }

  private func ownPlan(agents: Int) -> Plan {
    Plan(
      name: "own", staffing: StaffingPlan(lines: [ToyShop.line(agents, .own)]),
      contract: Contract(
        name: "own", clauses: [Clause("team", .inHouse(InHouseClause(group: "sales")))]))
  }

  @Test func `a line that no clause bills beside one that is billed is named`() async throws {
    var half = ownPlan(agents: 1)
    half.contract.clauses = [Clause("team", .inHouse(InHouseClause(group: "own")))]
    var other = ToyShop.line(1, .dedicated)
    other.name = "late"
    half.staffing.lines.append(other)
    let warnings = try await compare(scenario([half]), replications: 2).verdict.warnings
    #expect(warnings.contains(.peopleNotBilled(plan: "own", lines: ["late"])))
    let whole = try await compare(scenario([ownPlan(agents: 2)]), replications: 2).verdict.warnings
    #expect(!whole.contains { if case .peopleNotBilled = $0 { true } else { false } })
  }

  @Test func `prices that nobody gave say how far they may move before another plan wins`()
    async throws
  {
    var tier = perInquiry("tier", yuan: 3)
    tier.contract.clauses[0].assumed = [.tiers]
    var dear = perInquiry("dear", yuan: 6)
    dear.contract.clauses[0].assumed = [.tiers]
    let verdict = try await compare(scenario([tier, dear])).verdict
    // Three yuan may become six before the other wins, whose six would have to fall to three.
    #expect(verdict.assumedPrices.map(\.plan) == ["tier", "dear"])
    #expect(verdict.assumedPrices.map(\.prices) == [[.tiers], [.tiers]])
    #expect(abs((verdict.assumedPrices[0].turn ?? 0) - 2) < 1e-6)
    #expect(abs((verdict.assumedPrices[1].turn ?? 0) - 0.5) < 1e-6)
    tier.contract.clauses[0].assumed = []
    #expect(try await compare(scenario([tier])).verdict.assumedPrices == [])
  }

  @Test func `plans that cost the same on average have no winner yet`() async throws {
    let tier = perInquiry("tier", yuan: 5)
    let mean = try #require(try await compare(scenario([tier])).plans.first).cost.total.mean
    let seat = ToyShop.seatPlan("seat", agents: 1, yuan: Int32(mean.rounded()))
    let verdict = try await compare(scenario([tier, seat])).verdict
    guard case .noWinnerYet(_, let contenders, let replications) = verdict.recommendation else {
      Issue.record("\(verdict.recommendation)")
      return
    }
    #expect(Set(contenders) == ["tier", "seat"])
    #expect((replications ?? .max) > 30)
    #expect(verdict.outsourcing == .cannotTell)
  }

  @Test func `a bought plan far below the own team says outsource, with the saving`() async throws {
    let verdict = try await compare(
      scenario([ownPlan(agents: 2), ToyShop.seatPlan(agents: 2, yuan: 1000)])
    ).verdict
    guard case .outsource(let saving?) = verdict.outsourcing else {
      Issue.record("\(verdict.outsourcing)")
      return
    }
    #expect(saving.lower > 0)
    #expect(verdict.recommendation.favourite == "seats")
  }

  @Test func `outsourcing is set against the own team at its best, not as it is written`()
    async throws
  {
    var scenario = ToyShop.scenario(
      demand: ToyShop.random(dailyMean: 30), plans: [],
      horizon: ToyShop.span("2026-01-01", "2026-02-28"),
      targets: [ServiceTarget(measure: .abandonment, bound: 0.9, scope: .everyMonth)])
    func verdict(_ plans: [Plan]) async throws -> Verdict {
      scenario.plans = plans
      return try await Comparer(
        scenario: scenario,
        options: ComparisonOptions(
          replications: 10, volumeMultiples: [], suggestsSizes: true)
      ).compare().verdict
    }
    // Nine people are written where one would do; a seat for twice the price of one looks cheap beside them.
    let told = try await verdict([ownPlan(agents: 9), ToyShop.seatPlan(agents: 1, yuan: 20_000)])
    guard case .outsource(let saving?) = told.outsourcing else {
      Issue.record("\(told.outsourcing)")
      return
    }
    #expect(saving.lower > 0)
    let best = try #require(told.ownTeamAtBest)
    #expect(best.plan == "own" && best.saving.upper < 0)
    let lean = try await verdict([ownPlan(agents: 1), ToyShop.seatPlan(agents: 1, yuan: 1000)])
    #expect(lean.ownTeamAtBest == nil)
  }

  @Test func `an own team below every bought plan is kept`() async throws {
    let verdict = try await compare(
      scenario([ownPlan(agents: 1), ToyShop.seatPlan(agents: 2, yuan: 20_000)])
    ).verdict
    guard case .keepOwnTeam(let saving) = verdict.outsourcing else {
      Issue.record("\(verdict.outsourcing)")
      return
    }
    #expect(saving.lower > 0)
  }

  @Test func `a contract that runs the whole shop is shown and not ranked`() async throws {
    var wide = perInquiry("wide", yuan: 1)
    wide.contract.scope = .wholeShop
    let result = try await compare(scenario([wide, ToyShop.seatPlan(agents: 3)]))
    #expect(result.plans.count == 2)
    #expect(result.cheapest == "seats")
    #expect(result.differences.isEmpty)
    #expect(result.verdict.warnings.contains(.widerInScope(plan: "wide")))
    #expect(try await compare(scenario([wide])).verdict.recommendation == .nothingToRank)
  }

  @Test func `clause risks are named`() async throws {
    let tier = Tier(upTo: nil, price: .yuan(1), unit: .perInquiry)
    var lagging = TieredClause(tiers: [tier], overflow: nil)
    lagging.key = .lastMonth
    var plan = perInquiry(
      "tier", yuan: 1,
      [
        Clause("late", .latePayment(LatePaymentClause())),
        Clause("poach", .poaching(PoachingClause())),
        Clause("exit", .earlyExit(EarlyExitClause())),
      ])
    plan.contract.clauses[0].terms = .tiered(lagging)
    let warnings = try await compare(scenario([plan]), replications: 2).verdict.warnings
    for clause in ["tier", "late", "poach", "exit"] {
      #expect(warnings.contains(.clause(plan: "tier", clause: clause)))
    }
    #expect(warnings.contains(.fewReplications(2)))
    #expect(warnings.contains(.noTargets))
  }

  @Test func `a season, growth and languages make three kinds of firm`() async throws {
    var factors = [Double](repeating: 1, count: 12)
    factors[1] = 4
    var shop = scenario([ToyShop.seatPlan(agents: 2)])
    shop.horizon = ToyShop.span("2026-01-01", "2026-02-28")
    shop.shop = ShopFacts(openPosts: 2, ownAgents: 3, languages: ["en", "ja"])
    shop.demand[0].source = .seasonal(
      SeasonalDemand(dailyMean: 20, growthPerYear: 0.6, monthFactors: factors))
    let verdict = try await compare(shop, replications: 10).verdict
    #expect(Set(verdict.firmKinds).isSuperset(of: [.seasonal, .fastGrowing, .international]))
    #expect(verdict.evidence.contains(.vacancies(open: 2, own: 3)))
    #expect(verdict.evidence.contains(.growth(perYear: 0.6)))
    let saysHours = verdict.evidence.contains {
      if case .hoursToCover = $0 { true } else { false }
    }
    #expect(!saysHours, "eight open hours are one shift")
  }

  @Test func `what speaks for the kind of firm comes before what does not (F29, F30)`() async throws
  {
    var shop = scenario([ToyShop.seatPlan(agents: 2)])
    shop.shop = ShopFacts(openPosts: 1, ownAgents: 3, languages: ["en", "ja"])
    let verdict = try await compare(shop, replications: 2).verdict
    let isSeason = { (evidence: Verdict.Evidence) in
      if case .seasonality = evidence { true } else { false }
    }
    let isLanguages = { (evidence: Verdict.Evidence) in
      if case .languages = evidence { true } else { false }
    }
    #expect(!verdict.firmKinds.contains(.seasonal))
    let season = try #require(verdict.evidence.firstIndex(where: isSeason))
    let languages = try #require(verdict.evidence.firstIndex(where: isLanguages))
    #expect(languages < season)
  }

  @Test func `a level that only grows has no season (F29)`() async throws {
    var shop = scenario([ToyShop.seatPlan(agents: 2)])
    shop.horizon = ToyShop.span("2026-01-01", "2026-12-31")
    shop.demand[0].source = .seasonal(SeasonalDemand(dailyMean: 400, growthPerYear: 3))
    let verdict = try await compare(shop, replications: 1).verdict
    #expect(verdict.firmKinds.contains(.fastGrowing))
    #expect(!verdict.firmKinds.contains(.seasonal))
  }

  @Test func `a low price alone is warned of, not recommended (F31)`() async throws {
    var shop = scenario([
      ToyShop.seatPlan("thin", agents: 1, yuan: 100),
      ToyShop.seatPlan("full", agents: 4, yuan: 900),
    ])
    shop.demand[0].source = .seasonal(SeasonalDemand(dailyMean: 150))
    shop.serviceTargets = [ServiceTarget(measure: .abandonment, bound: 0.3, scope: .year)]
    let verdict = try await compare(shop).verdict
    #expect(verdict.recommendation.favourite == "full")
    let isWarned = verdict.warnings.contains {
      if case .cheapButBelowTarget(let plan, _, _) = $0 { plan == "thin" } else { false }
    }
    #expect(isWarned, "\(verdict.warnings)")
  }

  @Test func `a pool that earns less than its people cost is warned of (F31)`() async throws {
    let cheap = { (yuan: Int32) in
      var plan = self.perInquiry("pool", yuan: yuan)
      plan.staffing = StaffingPlan(lines: [ToyShop.line(2, .shared)])
      return plan
    }
    let warned = try await compare(scenario([cheap(1)]), replications: 2)
    let outcome = try #require(warned.plans.first)
    // All the work is the shop's: two people of a first-tier city for January, with 4 holiday shifts.
    let cost = try #require(outcome.costToServe)
    #expect(cost > 2 * 5950)
    #expect(
      warned.verdict.warnings.contains(
        .belowCostToServe(plan: "pool", revenue: outcome.cost.total.mean, cost: cost)))
    let fair = try await compare(scenario([cheap(100)]), replications: 2)
    #expect(
      !fair.verdict.warnings.contains {
        if case .belowCostToServe = $0 { true } else { false }
      })
  }

  @Test func `a contract shorter than the horizon is warned about`() async throws {
    var part = perInquiry("part", yuan: 1)
    part.contract.term = ToyShop.span("2026-01-11", "2026-01-20")
    let warnings = try await compare(
      scenario([part, ToyShop.seatPlan(agents: 2)]), replications: 2
    ).verdict.warnings
    #expect(warnings.contains(.partOfHorizonBilled(plan: "part", days: 10, of: 31)))
  }

  @Test func `a search whose first size is enough says that a smaller one may do`() async throws {
    var plan = ToyShop.seatPlan(agents: 1)
    plan.staffing.sizing = Sizing(subject: .group("sales"), range: 6...8)
    var shop = scenario([plan])
    shop.serviceTargets = [ServiceTarget(measure: .serviceLevel(within: 60), bound: 0.8)]
    let isSaid = { (shop: PlannedScenario) in
      try await compare(shop, replications: 6).verdict.warnings.contains {
        if case .smallestSizeIsEnough("seats", _, false) = $0 { true } else { false }
      }
    }
    #expect(try await isSaid(shop))
    shop.plans[0].staffing.sizing = Sizing(subject: .group("sales"), range: 1...8)
    shop.demand = [ToyShop.random(dailyMean: 4)]
    #expect(try await !isSaid(shop), "one agent is the least there is")
  }

  @Test func `half hours without anybody are warned about where they are allowed`() async throws {
    // One agent who eats from 12 to 13, one of eight hours in which as many come.
    var plan = ToyShop.seatPlan(agents: 1)
    plan.staffing.lines[0].shift.breaks = [ToyShop.clock(12, 13)]
    plan.staffing.unstaffed = .allow
    var shop = scenario([plan])
    shop.demand = [ToyShop.random(dailyMean: 40)]
    let comparison = try await compare(shop, replications: 4)
    let found = comparison.verdict.warnings.compactMap { warning -> (Double, Double)? in
      guard case .unstaffed("seats", let arriving, let lost) = warning else { return nil }
      return (arriving, lost)
    }
    let (arriving, lost) = try #require(found.first)
    #expect(found.count == 1)
    #expect(abs(arriving - 1 / 8.0) < 0.03)
    // Whose patience of five minutes ends before 13:00: all but those of the last twelfth.
    #expect(lost > 0.8 && lost < 1)
    shop.plans[0].staffing.unstaffed = .refuse
    #expect(try await compare(shop, replications: 2).plans[0].performance.unstaffed == nil)
  }

  @Test func `speeds that were extrapolated and a growth without its date are said`() async throws {
    var shop = scenario([ToyShop.seatPlan(agents: 2)])
    shop.agentGroups[0].extrapolatedBeyond = 2
    shop.agentGroups[0].chatLimit = 3
    guard case .seasonal(var demand) = shop.demand[0].source else { return }
    demand.growthPerYear = 0.4
    shop.demand[0].source = .seasonal(demand)
    let warnings = try await compare(shop, replications: 2).verdict.warnings
    #expect(warnings.contains(.speedsExtrapolated(group: "sales", measured: 2, limit: 3)))
    let growth = Verdict.Warning.growthFromAssumed(
      stream: "shop", perYear: 0.4, date: shop.horizon.first)
    #expect(warnings.contains(growth))
    demand.growthFrom = shop.horizon.first
    shop.demand[0].source = .seasonal(demand)
    #expect(try await !compare(shop, replications: 2).verdict.warnings.contains(growth))
  }

  @Test func `a shop without customers is told so`() async throws {
    var shop = scenario([ToyShop.seatPlan(agents: 1)])
    shop.demand = [ToyShop.random(dailyMean: 0)]
    #expect(try await compare(shop, replications: 2).verdict.warnings.contains(.noCustomers))
  }

  @Test func `languages alone do not make a shop whose core is elsewhere`() async throws {
    var shop = scenario([ToyShop.seatPlan(agents: 2)])
    shop.shop = ShopFacts(languages: ["de", "en"])
    #expect(try await !compare(shop, replications: 2).verdict.firmKinds.contains(.coreElsewhere))
    shop.shop.ownAgents = 0
    #expect(try await compare(shop, replications: 2).verdict.firmKinds.contains(.coreElsewhere))
  }

  @Test func `a promotion outside the horizon is no reason`() async throws {
    func reasons(_ start: WallClock, _ end: WallClock) async throws -> [Verdict.Evidence] {
      var shop = scenario([ToyShop.seatPlan(agents: 2)])
      guard case .seasonal(var demand) = shop.demand[0].source else { return [] }
      demand.promotions = [
        PromotionWave(
          name: "sale", phases: [PromotionPhase(name: "sale", start: start, end: end, lift: 3)])
      ]
      shop.demand[0].source = .seasonal(demand)
      return try await compare(shop, replications: 2).verdict.evidence.filter {
        if case .campaign = $0 { true } else { false }
      }
    }
    let instant = { (date: String) in WallClock(date: ToyShop.span(date, date).first) }
    #expect(try await reasons(instant("2026-06-01"), instant("2026-06-18")).isEmpty)
    #expect(try await reasons(instant("2026-01-25"), instant("2026-02-18")).count == 1)
  }

  @Test func `that another plan earns more is said before what it would have to cost`() async throws
  {
    var shop = scenario([
      ToyShop.seatPlan("lean", agents: 1, yuan: 100),
      ToyShop.seatPlan("ample", agents: 2, yuan: 110),
    ])
    shop.demand = [ToyShop.random(dailyMean: 80)]
    let changes = try await compare(shop).verdict.changes
    guard case .netResult("ample", let gains, false, .met) = changes.first else {
      Issue.record("\(changes)")
      return
    }
    #expect(gains.lower > 0)
  }

  @Test func `people whom the contract bills as own staff are an own team`() async throws {
    var team = ownPlan(agents: 2)
    team.staffing.lines[0].engagement = .dedicated
    let verdict = try await compare(scenario([team, ToyShop.seatPlan(agents: 2, yuan: 1000)]))
      .verdict
    guard case .outsource(.some) = verdict.outsourcing else {
      Issue.record("\(verdict.outsourcing)")
      return
    }
  }
}
