// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Capacity
import IntegerPrograms
import Money
import Pricing
import Scenarios
import TestSupport
import Testing

struct MonthsProgramTests {
  private static let months = (1...5).map { YearMonth(unchecked: 2026, $0).days }
  private static let needs = [
    [2, 3, 1, 4, 1], [4, 0, 0, 0, 3], [1, 2, 3, 4, 5], [5, 4, 3, 2, 1], [3, 1, 3, 1, 3],
  ]

  /// The least cost by trying every number in every month.
  private func enumerated(
    _ needed: [Int], most: Int, cost: ([Int]) -> Double?
  ) -> Double {
    var best = Double.infinity
    var path = needed
    func extend(_ month: Int) {
      guard month < needed.count else {
        if let cost = cost(path) { best = min(best, cost) }
        return
      }
      for count in needed[month]...most {
        path[month] = count
        extend(month + 1)
      }
    }
    extend(0)
    return best
  }

  @Test(arguments: needs, [nil, 0, 3] as [Int?])
  func `an own team costs what trying every team finds`(_ needed: [Int], _ existing: Int?) throws {
    let clause = InHouseClause(
      group: "team",
      recruiting: Recruiting(
        leadMonths: 1, trainingPerHire: .yuan(500), monthlyTurnover: Percentage(20),
        existingTeam: existing))
    let team = OwnTeam(clause)
    #expect(team.hirePrice == 4500)
    let prices = [6000.0, 6100, 6200, 6300, 6400]
    let path = try MonthsProgram(
      months: Self.months, needed: needed, prices: prices, terms: .own(team)
    ).solved(within: SolverLimits(gap: 0))
    let best = enumerated(needed, most: 6) { heads in
      var cost = 0.0
      for month in heads.indices {
        cost += prices[month] * Double(heads[month])
        if heads[month] < team.leastStaying(months: month) { return nil }
        for earlier in 0..<month {
          let stay = team.staying(of: heads[earlier], months: Double(month - earlier))
          let least = team.turnover > 0 ? (stay + 1e-9).rounded(.down) : stay
          if Double(heads[month]) < least - 1e-9 { return nil }
        }
        let before = month > 0 ? heads[month - 1] : existing ?? heads[0]
        cost += team.hirePrice * Double(max(0, heads[month] - before))
      }
      return cost
    }
    #expect(abs(path.cost - best) < 1e-6)
    #expect(path.bound <= path.cost + 1e-6)
  }

  @Test(
    arguments: needs,
    [
      SeatTerms(), SeatTerms(minimumTerm: .months(3)),
      SeatTerms(noticeToAdd: .months(2), noticeToReturn: .months(2)),
    ])
  func `seats cost what trying every number under the terms finds`(
    _ needed: [Int], _ terms: SeatTerms
  ) throws {
    let prices = [5000.0, 5000, 5000, 5000, 5000]
    let path = try MonthsProgram(
      months: Self.months, needed: needed, prices: prices, terms: .seats(terms)
    ).solved(within: SolverLimits(gap: 0))
    let steps = { (heads: [Int]) in
      SeatPath(steps: zip(Self.months.map(\.first), heads).map { ($0, $1) })
    }
    let best = enumerated(needed, most: 5) { heads in
      steps(heads).tooFew(under: terms) == nil
        ? zip(prices, heads).reduce(0) { $0 + $1.0 * Double($1.1) } : nil
    }
    #expect(steps(path.heads).tooFew(under: terms) == nil)
    #expect(abs(path.cost - best) < 1e-6)
    #expect(path.hiring == 0)
  }

  @Test func `people who are there leave by turnover only, in whole people`() {
    func team(_ existing: Int, leaving: Percentage) -> OwnTeam {
      OwnTeam(
        InHouseClause(
          group: "team",
          recruiting: Recruiting(monthlyTurnover: leaving, existingTeam: existing)))
    }
    // 12 × 0.95 ⁿ is 12, 11.4, 10.83, 10.29, 9.77: the parts of a person who has gone are rounded up.
    #expect((0...4).map(team(12, leaving: Percentage(5)).leastStaying) == [12, 11, 10, 10, 9])
    #expect((0...2).map(team(12, leaving: .zero).leastStaying) == [12, 12, 12])
    #expect((0...2).map(team(0, leaving: Percentage(5)).leastStaying) == [0, 0, 0])
  }

  @Test func `an own team that is there is not let go because few are needed`() throws {
    let team = OwnTeam(
      InHouseClause(
        group: "team",
        recruiting: Recruiting(monthlyTurnover: Percentage(0), existingTeam: 6)))
    let path = try MonthsProgram(
      months: Self.months, needed: [2, 2, 7, 7, 2], prices: [6000, 6000, 6000, 6000, 6000],
      terms: .own(team)
    ).solved(within: SolverLimits(gap: 0))
    #expect(path.heads == [6, 6, 7, 7, 7])
    // Only the seventh is hired.
    #expect(abs(path.hiring - team.hirePrice) < 1e-6)
  }

  @Test func `who is new does part of the work, so that more are hired, and for a while only`()
    throws
  {
    func path(weeks: Int) throws -> MonthsProgram.Path {
      let team = OwnTeam(
        InHouseClause(
          group: "team",
          recruiting: Recruiting(
            monthlyTurnover: Percentage(0), existingTeam: 10, rampWeeks: weeks, rampOutput: 0.5)))
      return try MonthsProgram(
        months: Self.months, needed: [10, 14, 14, 14, 14], prices: [6000, 6000, 6000, 6000, 6000],
        terms: .own(team)
      ).solved(within: SolverLimits(gap: 0))
    }
    let skilled = try path(weeks: 0)
    #expect(skilled.heads == [10, 14, 14, 14, 14] && skilled.learning == [0, 0, 0, 0, 0])
    let new = try path(weeks: 4)
    for (month, needed) in [10, 14, 14, 14, 14].enumerated() {
      #expect(Double(new.heads[month]) - new.learning[month] >= Double(needed) - 1e-6)
    }
    #expect(new.heads.reduce(0, +) > skilled.heads.reduce(0, +))
    #expect(new.cost > skilled.cost && new.learning[4] < 1e-9)
  }

  @Test func `a successor who has yet to learn leaves more of a post's work undone`() {
    func team(weeks: Int) -> OwnTeam {
      OwnTeam(
        InHouseClause(
          group: "team",
          recruiting: Recruiting(
            leadMonths: 1, monthlyTurnover: Percentage(6), rampWeeks: weeks, rampOutput: 0.5)))
    }
    #expect(abs(team(weeks: 0).vacancy - 0.06) < 1e-12)
    // Half of 8 × 7 ÷ 30.4375 months.
    #expect(abs(team(weeks: 8).vacancy - 0.06 * (1 + 0.5 * 56 / 30.4375)) < 1e-12)
    #expect(abs(team(weeks: 8).missing(inMonth: 0) - 0.5) < 1e-12)
    #expect(abs(team(weeks: 8).missing(inMonth: 1) - 0.5 * (56 / 30.4375 - 1)) < 1e-12)
    #expect(team(weeks: 8).missing(inMonth: 2) == 0)
  }

  @Test func `posts stand empty for the lead time of those who leave`() {
    let team = OwnTeam(
      InHouseClause(
        group: "team",
        recruiting: Recruiting(
          leadMonths: ExactDecimal(millionths: 2_000_000), monthlyTurnover: Percentage(5))))
    #expect(abs(team.vacancy - 0.1) < 1e-12)
    #expect(abs(team.staying(of: 100, months: 2) - 90.25) < 1e-9)
  }
}
