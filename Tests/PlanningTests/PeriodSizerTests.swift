// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Experiments
import Measures
import Money
import Planning
import Plans
import Pricing
import Scenarios
import TestSupport
import Testing

struct PeriodSizerTests {
  /// Two shifts that overlap, a quiet January, a lively February and a March in between.
  private func scenario(
    _ targets: [ServiceTarget], lines: [SizedLine], periods: SizingPeriods = .months,
    engagement: Engagement = .dedicated, terms: SeatTerms = .assumed
  ) -> PlannedScenario {
    var plan = ToyShop.seatPlan(agents: 1)
    plan.staffing.lines = [
      StaffingLine(
        name: "early", group: "sales",
        shift: ShiftPattern(name: "early", hours: ToyShop.clock(9, 14)), agents: 1,
        engagement: engagement),
      StaffingLine(
        name: "late", group: "sales",
        shift: ShiftPattern(name: "late", hours: ToyShop.clock(12, 17)), agents: 1,
        engagement: engagement),
    ]
    let range =
      (lines.map(\.range.lowerBound).min() ?? 1)...(lines.map(\.range.upperBound).max() ?? 1)
    plan.staffing.sizing = Sizing(subject: .lines(lines), range: range, periods: periods)
    var clause = SeatClause(seats: .staffed(group: "sales"), monthlyPrice: .yuan(5000))
    clause.seatTerms = terms
    plan.contract.clauses =
      engagement == .own
      ? [Clause("own", .inHouse(InHouseClause(group: "sales")))]
      : [Clause("seat", .seats(clause))]
    var profile = [Double](repeating: 0, count: 24)
    for hour in 9..<17 { profile[hour] = hour < 12 ? 1 : 1.5 }
    var demand = SeasonalDemand(dailyMean: 110, profile: profile)
    demand.monthFactors = [0.6, 1.8, 1.1] + Array(repeating: 1, count: 9)
    return ToyShop.scenario(
      demand: DemandStream(
        name: "shop", source: .seasonal(demand),
        mix: [TypeShare(inquiryType: "presale", share: 1)]),
      plans: [plan], horizon: ToyShop.span("2026-01-10", "2026-03-20"), targets: targets,
      handling: .exponential(mean: 600))
  }

  private let lines = [
    SizedLine(name: "early", range: 1...6), SizedLine(name: "late", range: 1...6),
  ]

  private func search(_ scenario: PlannedScenario, replications: Int = 12) async throws
    -> PeriodSizer.Found
  {
    var sizer = try PeriodSizer(
      scenario.plans, scenario: scenario.scenario,
      options: PeriodSizer.Options(
        replications: replications, largest: replications, threads: 1))
    return try await sizer.search()
  }

  /// What each pair of sizes gives, each simulated by itself over the whole horizon.
  private func scan(_ scenario: PlannedScenario, replications: Int = 12) async throws
    -> ServiceTable
  {
    let layout = SizingLayout(
      scenario.plans[0].staffing, sizing: try #require(scenario.plans[0].staffing.sizing),
      horizon: scenario.horizon)
    var table = try ServiceTable(layout, scenario: scenario.scenario)
    for pair in Self.pairs {
      let sizes = Self.sizes(pair, pair, pair)
      let experiment = try Experiment(
        scenario: scenario.scenario, staffing: scenario.plans[0].staffing.sized(sizes, layout))
      try await experiment.run(0..<replications, threads: 1) { summary in
        table.add(
          summary, sizes, segments: Array(layout.segments.indices), failures: false)
      }
    }
    return table
  }

  private static let pairs = (1...6).flatMap { early in (1...6).map { [early, $0] } }

  /// Both shifts in January, February and March.
  private static func sizes(_ january: [Int], _ february: [Int], _ march: [Int]) -> PeriodSizes {
    PeriodSizes(
      counts: [[january[0], february[0], march[0]], [january[1], february[1], march[1]]])
  }

  @Test func `each month has the fewest seats of all pairs of shifts`() async throws {
    let target = ServiceTarget(measure: .abandonment, bound: 0.06, scope: .everyMonth)
    let scenario = scenario([target], lines: lines)
    let found = try await search(scenario)
    #expect(found.answer == .met)
    let table = try await scan(scenario)
    for month in 0..<3 {
      let enough = Self.pairs.filter { pair in
        table.result(0, segments: [month], Self.sizes(pair, pair, pair))?.isMet ?? false
      }
      let fewest = try #require(enough.map { $0[0] + $0[1] }.min())
      #expect(found.sizes.counts[0][month] + found.sizes.counts[1][month] == fewest, "\(month)")
    }
    #expect(
      found.sizes.counts[0][0] + found.sizes.counts[1][0]
        < found.sizes.counts[0][1] + found.sizes.counts[1][1])
  }

  @Test func `a year's target is met at the cost of the cheapest of all sizes by month`()
    async throws
  {
    let target = ServiceTarget(measure: .serviceLevel(within: 60), bound: 0.85)
    let scenario = scenario([target], lines: lines)
    let found = try await search(scenario)
    #expect(found.answer == .met)
    let layout = found.layout
    let prices = try SeatPrices(scenario.plans[0], layout, scenario: scenario.scenario).prices
    func price(_ sizes: PeriodSizes) -> Double {
      zip(sizes.counts, prices).reduce(0) { sum, unit in
        sum + zip(unit.0, unit.1).reduce(0) { $0 + Double($1.0) * $1.1 }
      }
    }
    let table = try await scan(scenario)
    // Every month with every pair: the cheapest whose service over the horizon is enough.
    var cheapest = Double.infinity
    for first in Self.pairs {
      for second in Self.pairs {
        for third in Self.pairs {
          let sizes = Self.sizes(first, second, third)
          guard price(sizes) < cheapest else { continue }
          if table.result(0, segments: [0, 1, 2], sizes)?.isMet ?? false {
            cheapest = price(sizes)
          }
        }
      }
    }
    #expect(price(found.sizes) <= cheapest * 1.03)
    #expect(price(found.sizes) >= cheapest - 1e-6)
  }

  @Test func `with a minimum term of two months February's seats stay in March`() async throws {
    let target = ServiceTarget(measure: .abandonment, bound: 0.06, scope: .everyMonth)
    let free = try await search(scenario([target], lines: lines))
    let bound = try await search(
      scenario([target], lines: lines, terms: SeatTerms(minimumTerm: .months(3))))
    for unit in 0..<2 {
      let (wanted, held) = (free.sizes.counts[unit], bound.sizes.counts[unit])
      #expect(held[1] == wanted[1])
      #expect(held[2] >= held[1] - held[0])
    }
  }

  @Test func `own staff grow by hiring and shrink by turnover only`() async throws {
    let target = ServiceTarget(measure: .abandonment, bound: 0.06, scope: .everyMonth)
    let found = try await search(scenario([target], lines: lines, engagement: .own))
    for counts in found.sizes.counts {
      // Five per cent a month of a handful of people is nobody.
      #expect(counts[2] >= counts[1])
    }
  }

  @Test func `named periods share one size over their spans`() async throws {
    let target = ServiceTarget(measure: .abandonment, bound: 0.06, scope: .everyMonth)
    let periods = SizingPeriods.named([
      NamedPeriod(
        name: "quiet",
        spans: [
          ToyShop.span("2026-01-01", "2026-01-31"), ToyShop.span("2026-03-01", "2026-03-31"),
        ]),
      NamedPeriod(name: "sale", spans: [ToyShop.span("2026-02-01", "2026-02-28")]),
    ])
    let found = try await search(scenario([target], lines: lines, periods: periods))
    #expect(found.answer == .met)
    #expect(found.layout.units[0].periods.map(\.name) == ["quiet", "sale"])
    #expect(found.sizes.counts[0].count == 2)
    let lines = scenario([target], lines: lines).plans[0].staffing.sized(found.sizes, found.layout)
    for date in found.evaluation.scenario.horizon {
      let working = lines.lines.filter { $0.sizingName == "late" && $0.works(on: date) }
        .reduce(0) { $0 + $1.agents }
      let period = date.yearMonth.month == 2 ? 1 : 0
      #expect(working == found.sizes.counts[1][period])
    }
  }

  @Test func `a line whose size changes becomes one line for each level`() {
    let plan = scenario([], lines: lines).plans[0].staffing
    let sizing = Sizing(subject: .lines(lines), range: 1...6, periods: .months)
    let layout = SizingLayout(
      plan, sizing: sizing, horizon: ToyShop.span("2026-01-10", "2026-03-20"))
    let sized = plan.sized(PeriodSizes(counts: [[2, 5, 2], [3, 3, 3]]), layout)
    #expect(sized.lines.map(\.agents) == [2, 3, 3])
    #expect(sized.lines[0].dates == [ToyShop.span("2026-01-10", "2026-03-20")])
    #expect(sized.lines[1].dates == [ToyShop.span("2026-02-01", "2026-02-28")])
    #expect(sized.lines[2].dates == nil)
    #expect(sized.sizing == nil)
  }

  @Test func `own staff are hired so that the bill is the least of all that meet the targets`()
    async throws
  {
    let target = ServiceTarget(measure: .abandonment, bound: 0.06, scope: .everyMonth)
    let shop = scenario([target], lines: lines, engagement: .own)
    let found = try await search(shop)
    let table = try await scan(shop)
    let meeting = (0..<3).map { month in
      Self.pairs.filter { pair in
        table.result(0, segments: [month], Self.sizes(pair, pair, pair))?.isMet ?? false
      }
    }
    func bill(_ sizes: PeriodSizes) throws -> Double {
      try SeatPrices.bill(shop.plans[0], sizes, found.layout, scenario: shop.scenario)
    }
    var cheapest = Double.infinity
    for first in meeting[0] {
      for second in meeting[1] {
        // Nobody leaves so few people within a month: nobody is sent away.
        for third in meeting[2] where third[0] >= second[0] && third[1] >= second[1] {
          guard second[0] >= first[0], second[1] >= first[1] else { continue }
          cheapest = min(cheapest, try bill(Self.sizes(first, second, third)))
        }
      }
    }
    let own = try bill(found.sizes)
    #expect(own >= cheapest - 1e-6 && own <= cheapest * 1.03)
  }

  @Test func `a line that needs more than the largest size allowed is named with its months`()
    async throws
  {
    let target = ServiceTarget(measure: .abandonment, bound: 0.06, scope: .everyMonth)
    let narrow = [
      SizedLine(name: "early", range: 1...6), SizedLine(name: "late", range: 1...1),
    ]
    let found = try await search(scenario([target], lines: narrow))
    #expect(found.answer == .missed)
    #expect(
      found.limits.contains { $0.unit == "late" && $0.period == "2026-02" && $0.largest == 1 })
    let wide = try await search(scenario([target], lines: lines))
    #expect(wide.answer == .met && wide.limits == [])
  }
}
