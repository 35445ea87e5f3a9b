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
