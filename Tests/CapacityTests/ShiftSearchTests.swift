// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Capacity
import Experiments
import Inference
import IntegerPrograms
import Plans
import Pricing
import Scenarios
import TestSupport
import Testing

struct ShiftSearchTests {
  private static let week = ToyShop.span("2026-01-05", "2026-01-11")

  /// Thirty customers an hour from ten to four, who leave after three minutes on average.
  private func scenario(perHour: [Double] = Array(repeating: 30, count: 6)) -> Scenario {
    DeskScenario.make(
      perHour: perHour, handling: 300, patience: 180,
      targets: [DeskScenario.answered(within: 60, atLeast: 0.8)], horizon: Self.week)
  }

  private func search(
    _ scenario: Scenario, _ design: ShiftDesign, clauses: [ClauseTerms], threads: Int = 2
  ) throws -> ShiftSearch {
    let plan = Plan(
      name: "plan", staffing: StaffingPlan(lines: []),
      contract: Contract(name: "contract", clauses: clauses.map { Clause("people", $0) }))
    return try ShiftSearch(
      ShiftQuestion(
        RequirementQuestion(
          scenario: scenario, groups: [], days: Self.week, replications: 30, threads: threads),
        plan: plan, design: design))
  }

  private let seats = ShiftDesign(supplies: [ShiftSupply(group: "team", lengths: [360])])
  private let byShift = ShiftDesign(supplies: [
    ShiftSupply(group: "team", engagement: .shortTerm, lengths: [120, 180, 240])
  ])

  @Test func `seats on the one shift that fits are as many as the requirement's peak or fewer`()
    async throws
  {
    var search = try search(
      scenario(), seats, clauses: [.seats(SeatClause(seats: .staffed(group: "team")))])
    let planned = try await search.run()
    #expect(planned.isKept)
    let booked = planned.shifts.bookings()
    #expect(booked.map(\.shift.name) == ["10:00-16:00"])
    #expect(booked[0].people <= planned.requirement.found.profile.peak)
    // Part months are billed by days: seven of 31.
    let price = 5000.0 * 7 / 31
    #expect(abs(planned.solution.cost - price * Double(booked[0].people)) < 0.02)
  }

  @Test func `people by the hour are booked for hardly more than the need`()
    async throws
  {
    var search = try search(
      scenario(perHour: [15, 30, 60, 60, 30, 15]), byShift,
      clauses: [.hourly(HourlyClause(group: "team"))])
    let planned = try await search.run()
    #expect(planned.isKept)
    #expect(planned.solution.gap <= 0.01)
    // People by the hour, as long as the need lasts: nothing above the need but what two hours round up.
    let hours = planned.shifts.hours(on: Self.week)
    #expect(hours <= planned.requirement.found.profile.hours + 7 * 2)
  }

  @Test
  func `own people work all the shifts of a week that their rest day leaves, and no two a day`()
    async throws
  {
    let design = ShiftDesign(supplies: [
      ShiftSupply(group: "team", engagement: .own, lengths: [360])
    ])
    var search = try search(
      scenario(), design, clauses: [.inHouse(InHouseClause(group: "team"))])
    let planned = try await search.run()
    let heads = planned.shifts.heads[0]
    let shifts = planned.shifts.bookings().reduce(0) { $0 + $1.people }
    #expect(abs(shifts - 6 * heads) <= 1)
    for date in Self.week {
      let people = planned.shifts.bookings().filter { $0.dates.contains(date) }.reduce(0) {
        $0 + $1.people
      }
      #expect(people <= heads)
    }
  }

  @Test func `helpers stand for those whose types they answer, at what they get done`() throws {
    var scenario = scenario()
    scenario.agentGroups.append(
      AgentGroup(name: "helpers", skills: [Skill(inquiryType: "all", preference: 2)], speed: 0.5))
    let design = ShiftDesign(supplies: [
      ShiftSupply(group: "team"), ShiftSupply(group: "helpers", engagement: .shortTerm),
    ])
    #expect(design.leadGroups(in: scenario) == ["team"])
  }

  @Test func `the same seed gives the same shifts on one thread and on two`() async throws {
    let clauses: [ClauseTerms] = [.hourly(HourlyClause(group: "team"))]
    var one = try search(scenario(), byShift, clauses: clauses, threads: 1)
    var two = try search(scenario(), byShift, clauses: clauses, threads: 2)
    let (first, second) = (try await one.run(), try await two.run())
    #expect(first.shifts == second.shifts)
    #expect(first.solution == second.solution)
  }

  @Test func `the usual rule books more hours, and what misses is said`() async throws {
    var search = try search(
      scenario(perHour: [10, 20, 60, 20, 10, 10]), byShift,
      clauses: [.hourly(HourlyClause(group: "team"))])
    let planned = try await search.run()
    let others = try await search.alternatives(to: planned)
    let peak = try #require(others.first { $0.kind == .peakAndHalf })
    #expect(peak.hours > 1.3 * planned.shifts.hours(on: Self.week))
    #expect(peak.proof.answer == .met)
    #expect(others.contains { $0.kind == .erlangC })
  }

  @Test func `an hour that no shift reaches is named`() async throws {
    let design = ShiftDesign(supplies: [
      ShiftSupply(
        group: "team", starts: [ClockTime(unchecked: 36_000)], lengths: [240])
    ])
    var search = try search(scenario(), design, clauses: [.hourly(HourlyClause(group: "team"))])
    await #expect(
      throws: ShiftError.uncovered(
        date: Self.week.first, interval: 28, seconds: 1800, group: "team")
    ) { try await search.run() }
  }

  @Test func `too few people of a bounded supply are named`() async throws {
    let design = ShiftDesign(supplies: [
      ShiftSupply(group: "team", engagement: .shortTerm, lengths: [360], atMost: 1)
    ])
    var search = try search(
      scenario(perHour: Array(repeating: 120, count: 6)), design,
      clauses: [.hourly(HourlyClause(group: "team"))])
    await #expect(throws: ShiftError.self) { try await search.run() }
  }

  @Test func `nothing to buy is refused`() {
    #expect(throws: ShiftError.nothingToBuy) {
      try search(scenario(), ShiftDesign(supplies: []), clauses: [])
    }
  }
}
