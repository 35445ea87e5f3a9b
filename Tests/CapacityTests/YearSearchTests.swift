// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Capacity
import Demand
import Experiments
import IntegerPrograms
import Measures
import Money
import Plans
import Pricing
import Scenarios
import TestSupport
import Testing

struct YearSearchTests {
  private static func date(_ text: String) -> CivilDate { ToyShop.span(text, text).first }

  private static let quarter = ToyShop.span("2026-03-01", "2026-06-30")

  /// A desk of four months of which the third is the busiest, with a promotion of three days.
  private func scenario(months: [Double] = [1, 1, 2, 1]) -> Scenario {
    var scenario = DeskScenario.make(
      perHour: [20, 30, 40, 40, 30, 20], handling: 300, patience: 180,
      targets: [
        ServiceTarget(measure: .serviceLevel(within: 60), bound: 0.8, scope: .everyMonth)
      ], horizon: Self.quarter)
    guard case .seasonal(var demand) = scenario.demand[0].source else { return scenario }
    demand.monthFactors = [1, 1] + months + Array(repeating: 1, count: 6)
    demand.promotions = [
      PromotionWave(
        name: "sale",
        phases: [
          PromotionPhase(
            name: "sale", start: WallClock(date: Self.date("2026-04-10")),
            end: WallClock(date: Self.date("2026-04-13")), lift: 2)
        ])
    ]
    scenario.demand[0].source = .seasonal(demand)
    return scenario
  }

  private func search(
    _ supplies: [ShiftSupply], _ clauses: [ClauseTerms], scenario: Scenario? = nil,
    gap: Double = 0, threads: Int = 2
  ) throws -> YearSearch {
    let scenario = scenario ?? self.scenario()
    let plan = Plan(
      name: "plan", staffing: StaffingPlan(lines: []),
      contract: Contract(
        name: "contract",
        clauses: clauses.enumerated().map { Clause("people \($0 + 1)", $1) }))
    return try YearSearch(
      ShiftQuestion(
        RequirementQuestion(
          scenario: scenario, groups: [], days: scenario.horizon, replications: 10,
          threads: threads), plan: plan, design: ShiftDesign(supplies: supplies),
        limits: SolverLimits(gap: gap)))
  }

  private let seats = [ShiftSupply(group: "team", lengths: [360])]
  private let own = [ShiftSupply(group: "team", engagement: .own, lengths: [360])]

  private func seatClause(_ terms: SeatTerms = .assumed) -> ClauseTerms {
    var clause = SeatClause(seats: .staffed(group: "team"))
    clause.seatTerms = terms
    return .seats(clause)
  }

  @Test func `seats follow the months, and every month's targets are kept`() async throws {
    var search = try search(seats, [seatClause()])
    let year = try await search.run()
    #expect(year.isKept)
    #expect(year.proof.months.count == 4)
    let held = year.seats(0)
    #expect(held[2] > held[0] && held[2] > held[3])
    #expect(year.actions.map(\.kind) == [.begin, .add, .add, .giveBack] || held[1] == held[0])
    let returned = try #require(year.actions.last { $0.kind == .giveBack })
    // A month's notice.
    #expect(returned.deadline == Self.date("2026-05-01"))
    #expect(returned.days.first == Self.date("2026-06-01"))
  }

  @Test func `days stand for others of their month and promotion phase alone`() async throws {
    var search = try search(seats, [seatClause()])
    let year = try await search.run()
    #expect(year.kinds.flatMap(\.dates).sorted() == Array(Self.quarter))
    for kind in year.kinds {
      #expect(Set(kind.dates.map(\.yearMonth)).count == 1)
    }
    let sale = try #require(year.kinds.first { $0.promotions == ["sale"] })
    #expect(sale.dates == (10...12).map { Self.date("2026-04-\($0)") })
  }

  @Test func `a seat of a long term stays until it may be returned`() async throws {
    let terms = SeatTerms(noticeToReturn: .months(1), minimumTerm: .months(2))
    var search = try search(seats, [seatClause(terms)])
    let year = try await search.run()
    let held = year.seats(0)
    #expect(held[3] >= held[2] - held[1])
    let steps = zip(year.staff.months.map(\.first), held).map { ($0, $1) }
    #expect(SeatPath(steps: steps).tooFew(under: terms) == nil)
    #expect(year.isKept)
  }

  @Test func `own people are hired before the month in which they work, leavers replaced`()
    async throws
  {
    let clause = InHouseClause(group: "team", wage: .yuan(4000))
    var search = try search(own, [.inHouse(clause)])
    let year = try await search.run()
    let heads = year.staff.employed[0]
    #expect(heads[2] > heads[1])
    let hires = year.actions.filter { $0.kind == .hire }
    let may = try #require(hires.first { $0.days.first == Self.date("2026-05-01") })
    #expect(may.deadline == Self.date("2026-04-01"))
    #expect(hires.reduce(0) { $0 + $1.people } >= heads[2] - heads[0])
    // The whole payroll is billed, whoever rests or is missing.
    let line = try #require(year.lines.first)
    #expect(line.engagement == .own && line.shrinkage > 0)
  }

  @Test func `own people who are there stay and are paid, whatever the lines call them`()
    async throws
  {
    let clause = InHouseClause(
      group: "team", wage: .yuan(4000),
      recruiting: Recruiting(monthlyTurnover: Percentage(5), existingTeam: 14))
    let even = scenario(months: [1, 1, 1, 1])
    var free = try search(
      seats, [.inHouse(InHouseClause(group: "team", wage: .yuan(4000)))], scenario: even)
    let needed = try await free.run().staff.employed[0]
    try #require(needed.allSatisfy { $0 < 11 })
    var search = try self.search(seats, [.inHouse(clause)], scenario: even)
    let year = try await search.run()
    #expect(year.staff.shifts.design.supplies[0].engagement == .own)
    #expect(year.staff.employed[0] == [14, 13, 12, 12])
    #expect(year.actions.map(\.kind) == [.begin])
    #expect(year.actions.first?.people == 14)
    #expect(year.hired(0) == [0, 0, 0, 0])
    // Who is there is in the roster's payroll: paid shifts of the first month are those of fourteen.
    let march = year.staff.months[0]
    let paid = year.lines.reduce(0.0) { sum, line in
      sum + Double(line.agents * march.count { line.works(on: $0) }) / (1 - line.shrinkage)
    }
    let rest = year.question.plan.contract.restDaysPerWeek
    #expect(abs(paid - 14.0 * 31 * Double(7 - rest) / 7) < 1)
    #expect(year.isKept)
    let without = try await search.alternatives(to: year).filter { $0.kind != .peakAndHalf }
    #expect(without.isEmpty)
  }

  @Test func `bounds that only more people than are needed would pass do not matter`() async throws
  {
    var easy = scenario()
    easy.serviceTargets[0].bound = 0.3
    var free = try search(seats, [seatClause()], scenario: easy)
    let most = try #require(try await free.run().seats(0).max())
    var narrow = seats
    narrow[0].atMost = most
    var search = try self.search(narrow, [seatClause()], scenario: easy)
    let year = try await search.run()
    #expect(year.isKept)
    #expect(year.seats(0).allSatisfy { $0 <= most })
    narrow[0].atMost = 1
    var few = try self.search(narrow, [seatClause()])
    await #expect(throws: (any Error).self) { try await few.run() }
  }

  @Test func `a term beyond the horizon is told with what it still costs`() async throws {
    let terms = SeatTerms(noticeToReturn: .months(1), minimumTerm: .months(12))
    var search = try search(seats, [seatClause(terms)])
    let year = try await search.run()
    let held = year.seats(0)
    #expect(held == held.sorted())
    let first = try #require(year.obligations.first)
    #expect(first.month == 0 && first.seats == held[0])
    #expect(first.until == Self.date("2027-02-28"))
    // Eight months from July to February at the seat's monthly price.
    let monthly = try #require(year.actions.first { $0.kind == .begin }).price / Double(held[0])
    #expect(abs(first.price - 8 * monthly * Double(held[0])) < 1)
    #expect(year.obligations.reduce(0) { $0 + $1.seats } == held[3])
    #expect(abs(year.boundPrice - year.obligations.reduce(0) { $0 + $1.price }) < 1e-9)
    var usual = try self.search(seats, [seatClause()])
    #expect(try await usual.run().obligations.isEmpty)
  }

  @Test func `a month's notice is a calendar month, whatever its days`() async throws {
    let terms = SeatTerms(
      noticeToAdd: .months(1), noticeToReturn: .months(1), minimumTerm: .months(1))
    var search = try search(seats, [seatClause(terms)])
    let year = try await search.run()
    let begin = try #require(year.actions.first { $0.kind == .begin })
    // February has 28 days, and 31 would be 29 January.
    #expect(begin.deadline == Self.date("2026-02-01"))
    let added = try #require(year.actions.last { $0.kind == .add })
    #expect(added.deadline == added.days.first.adding(months: -1))
  }

  @Test func `short-term people fill the days of the sale, and a reserve is priced`() async throws {
    let supplies =
      seats + [
        ShiftSupply(group: "team", engagement: .shortTerm, lengths: [240, 360])
      ]
    var search = try search(
      supplies, [seatClause(), .shifts(ShiftClause(group: "team"))])
    let year = try await search.run()
    let booking = try #require(year.actions.first { $0.promotions == ["sale"] })
    #expect(booking.kind == .book)
    #expect(booking.deadline == booking.days.first.advanced(by: -7))
    let reserves = try await search.reserves(beside: year)
    let sale = try #require(reserves.first)
    #expect(reserves.count == 1 && sale.days.count == 3 && !sale.isPriceAssumed)
    #expect(sale.curve.points.map(\.people) == Array(0...6))
    #expect(abs(sale.curve.points[2].price - 2 * 3 * sale.shiftPrice) < 1e-6)
    let losses = sale.curve.points.map(\.meanLoss)
    #expect(losses.last ?? 1 <= losses[0])
  }

  @Test func `the usual rule holds more people than the plan`() async throws {
    var search = try search(seats, [seatClause()], gap: 0.01)
    let year = try await search.run()
    let ways = try await search.alternatives(to: year)
    let rule = try #require(ways.first { $0.kind == .peakAndHalf })
    #expect(rule.proof.promised.answer == .met)
    func people(_ lines: [StaffingLine]) -> Int {
      lines.reduce(0) { sum, line in
        sum + line.agents * Self.quarter.count { date in line.works(on: date) }
      }
    }
    #expect(people(rule.lines) >= people(year.lines))
  }

  @Test func `the same seed gives the same year on one thread and on two`() async throws {
    var one = try search(seats, [seatClause()], threads: 1)
    var two = try search(seats, [seatClause()], threads: 2)
    let (first, second) = (try await one.run(), try await two.run())
    #expect(first.staff == second.staff)
    #expect(first.safety == second.safety)
  }

  @Test func `nothing to buy and targets that nobody can keep are refused`() async throws {
    #expect(throws: ShiftError.nothingToBuy) { try search([], []) }
    var strict = scenario()
    strict.serviceTargets[0].measure = .abandonment
    strict.serviceTargets[0].bound = -1
    var hopeless = try search(seats, [seatClause()], scenario: strict)
    await #expect(throws: RequirementError.self) { try await hopeless.run() }
  }
}
