// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Experiments
import Plans
import Pricing
import Scenarios
import TestSupport
import Testing

struct RosteredWorkTests {
  private func sums(
    _ lines: [StaffingLine], _ days: DateSpan, _ terms: ClauseTerms? = nil
  ) -> [String: StaffingTotals] {
    let contract = terms.map { Contract(name: "test", clauses: [Clause("clause", $0)]) }
    let scenario = ToyShop.scenario(
      demand: ToyShop.random(dailyMean: 1), plans: [], horizon: days)
    let work = RosteredWork(
      StaffingPlan(lines: lines), scenario: scenario.scenario, contract: contract)
    return Dictionary(
      uniqueKeysWithValues: zip(work.groups.map(\.name), work.sums(over: days)))
  }

  @Test func `a dedicated seat is held on its rest days too`() throws {
    var line = ToyShop.line(2)
    line.weekdays = [.monday, .tuesday]
    let sum = try #require(sums([line], ToyShop.week)["sales/dedicated"])
    #expect(sum.seatDays == 14)
    #expect(sum.shifts.ordinary == 4)
    #expect(sum.minutes.ordinary == 4 * 480)
  }

  @Test func `seven days of own staff take seven sixths of a person`() throws {
    let sum = try #require(sums([ToyShop.line(6, .own)], ToyShop.week)["sales/own"])
    #expect(sum.seatDays == 7 * 7)
    #expect(sum.shifts.ordinary == 6 * 7)
  }

  private func absent(_ agents: Int, _ share: Double, _ engagement: Engagement = .dedicated)
    -> StaffingLine
  {
    var line = ToyShop.line(agents, engagement)
    line.shrinkage = share
    return line
  }

  @Test func `the provider covers absence, so that its client pays for those on duty (R9)`() throws
  {
    let seats = SeatClause(seats: .staffed(group: "sales"))
    let sum = try #require(
      sums([absent(3, 0.25)], ToyShop.week, .seats(seats))["sales/dedicated"])
    #expect(sum.seatDays == 21)
    #expect(sum.shifts.ordinary == 21)
  }

  @Test func `where the client covers it a quarter absent makes four paid for three on duty`()
    throws
  {
    let seats = SeatClause(seats: .staffed(group: "sales"), restDayCover: .client)
    let sum = try #require(
      sums([absent(3, 0.25)], ToyShop.week, .seats(seats))["sales/dedicated"])
    #expect(sum.seatDays == 28)
  }

  @Test func `one per cent of absence costs one per cent, over lines that would each round up`()
    throws
  {
    let lines = (1...10).map { _ in absent(4, 0.01, .own) }
    let sum = try #require(sums(lines, ToyShop.week)["sales/own"])
    // 40 ÷ 0.99 × 7 days = 282.83 person-shifts, with rest days × 7/6 = 329.97 days on the payroll.
    #expect(sum.shifts.ordinary == 283)
    #expect(sum.seatDays == 330)
  }

  @Test func `shifts of several kinds are rounded together, and none is ever taken back`() throws {
    // 1.25 paid people on ordinary days, in a promotion, at night and on the 1st of May.
    var night = absent(1, 0.2, .own)
    night.shift = ShiftPattern(name: "night", hours: ToyShop.clock(0, 8))
    let days = ToyShop.span("2026-04-28", "2026-05-05")
    let all = try #require(sums([absent(1, 0.2, .own), night], days)["sales/own"])
    // Three days of April have 7.5 person-shifts, five of May 12.5: each month is rounded once.
    let april = try #require(
      sums([absent(1, 0.2, .own), night], ToyShop.span("2026-04-28", "2026-04-30"))["sales/own"])
    #expect(ShiftKind.allCases.reduce(0) { $0 + april.shifts[$1] } == 8)
    #expect(ShiftKind.allCases.reduce(0) { $0 + all.shifts[$1] } == 8 + 13)
    for kind in ShiftKind.allCases { #expect(all.shifts[kind] >= april.shifts[kind]) }
    #expect(all.shifts.statutoryHoliday > 0 && all.shifts.night > 0)
  }

  @Test func `the fractions of a month are rounded once, whatever its days`() throws {
    let month = ToyShop.span("2026-03-01", "2026-03-31")
    let sum = try #require(sums([absent(3, 0.2, .own)], month)["sales/own"])
    let shifts = ShiftKind.allCases.reduce(0) { $0 + sum.shifts[$1] }
    // 3.75 paid people on 31 days are 116.25.
    #expect(shifts == 116)
  }

  @Test func `shifts are priced as holiday before promotion before night`() throws {
    var scenario = ToyShop.scenario(
      demand: ToyShop.random(dailyMean: 1), plans: [],
      horizon: ToyShop.span("2026-09-30", "2026-10-04"))
    let wave = PromotionWave(
      name: "autumn",
      phases: [
        PromotionPhase(
          name: "sale", start: WallClock(date: scenario.horizon.first.advanced(by: 1)),
          end: WallClock(date: scenario.horizon.last), lift: 3)
      ])
    scenario.demand = [
      DemandStream(
        name: "shop", source: .seasonal(SeasonalDemand(dailyMean: 1, promotions: [wave])),
        mix: [TypeShare(inquiryType: "presale", share: 1)])
    ]
    let kinds = ShiftKinds(scenario: scenario.scenario)
    let night = ShiftPattern(name: "night", hours: ToyShop.clock(22, 6))
    let evening = ShiftPattern(name: "evening", hours: ToyShop.clock(17, 24))
    // 30 September is ordinary, 1–3 October are legal days, the sale ends with 3 October.
    #expect(kinds.kind(of: night, on: scenario.horizon[0]) == .night)
    #expect(kinds.kind(of: evening, on: scenario.horizon[0]) == .ordinary)
    #expect(kinds.kind(of: night, on: scenario.horizon[1]) == .statutoryHoliday)
    #expect(kinds.kind(of: evening, on: scenario.horizon[4]) == .ordinary)
  }

  @Test func `each clause of a hybrid bills its own people`() {
    let contract = Contract(
      name: "hybrid",
      clauses: [
        Clause("seat", .seats(SeatClause(seats: .staffed(group: "sales")))),
        Clause("shift", .shifts(ShiftClause(group: "sales"))),
      ])
    let both = StaffingPlan(lines: [ToyShop.line(2), ToyShop.line(3, .shortTerm)])
    let billed = contract.billing(both)
    #expect(
      billed.clauses[0].terms == .seats(SeatClause(seats: .staffed(group: "sales/dedicated"))))
    #expect(billed.clauses[1].terms == .shifts(ShiftClause(group: "sales/short_term")))
  }

  @Test func `seats over own staff still cost something, but never twice`() {
    let seats = Contract(
      name: "seats", clauses: [Clause("seat", .seats(SeatClause(seats: .staffed(group: "sales"))))])
    let own = StaffingPlan(lines: [ToyShop.line(2, .own)])
    #expect(
      seats.billing(own).clauses[0].terms
        == .seats(SeatClause(seats: .staffed(group: "sales/own"))))
    var both = seats
    both.clauses.append(Clause("own", .inHouse(InHouseClause(group: "sales"))))
    #expect(
      both.billing(own).clauses[0].terms
        == .seats(SeatClause(seats: .staffed(group: "sales/dedicated"))))
  }
}
