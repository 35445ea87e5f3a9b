// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Experiments
import Plans
import Pricing
import Scenarios
import TestSupport
import Testing

struct RosteredWorkTests {
  private func sums(_ lines: [StaffingLine], _ days: DateSpan) -> [String: StaffingTotals] {
    let scenario = ToyShop.scenario(
      demand: ToyShop.random(dailyMean: 1), plans: [], horizon: days)
    let work = RosteredWork(StaffingPlan(lines: lines), scenario: scenario.scenario)
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

  @Test func `shrinkage of a quarter rosters four for three`() {
    var line = ToyShop.line(3)
    line.shrinkage = 0.25
    #expect(line.rosteredAgents == 4)
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
