// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Rostering
import Testing

struct RosterConflictTests {
  private func conflicts(_ person: RosterPerson) throws -> [RosterConflict] {
    let problem = RosterProblem(
      days: SmallRosters.days(7), kinds: SmallRosters.kinds,
      people: [RosterPerson("free"), person], cover: [])
    do {
      _ = try RosterSolver(problem).solve(seed: 1)
      return []
    } catch {
      return (error as? RosterConflicts)?.conflicts ?? []
    }
  }

  @Test func `leave that leaves no room for the contract is named with it and nothing else`() throws
  {
    let person = RosterPerson(
      "a", contract: [ContractPeriod(days: 0..<7, least: 2400, most: 2400)], mostDaysInRow: 6,
      mostOfKind: [nil, nil, 0], mostWeekends: 1, leave: [0, 1, 2, 3])
    let found = try conflicts(person)
    #expect(found.count == 1)
    let conflict = try #require(found.first)
    #expect(conflict.person == 1)
    // Five shifts are needed on three days; two days of leave fewer would do.
    #expect(conflict.limits.contains(.leastMinutes(period: 0)))
    #expect(conflict.limits.contains { if case .leave = $0 { true } else { false } })
    #expect(!conflict.limits.contains(.mostWeekends) && !conflict.limits.contains(.mostDaysInRow))
    #expect(conflict.possible[.leastMinutes(period: 0)].map { $0 < 2400 } == true)
  }

  @Test func `without any one of the named rules there is a roster`() throws {
    let person = RosterPerson(
      "a", contract: [ContractPeriod(days: 0..<7, least: 2500, most: 3000)], leastDaysInRow: 3,
      mostDaysInRow: 3, leastDaysOffInRow: 2, leave: [1])
    for limit in try conflicts(person).flatMap(\.limits) {
      var relaxed = person
      switch limit {
      case .leave(let day): relaxed.leave.remove(day)
      case .leastMinutes: relaxed.contract[0].least = 0
      case .leastDaysInRow: relaxed.leastDaysInRow = 1
      case .mostDaysInRow: relaxed.mostDaysInRow = nil
      case .leastDaysOffInRow: relaxed.leastDaysOffInRow = 1
      default: Issue.record("\(limit)")
      }
      #expect(try conflicts(relaxed).isEmpty, "\(limit)")
    }
    #expect(try !conflicts(person).isEmpty)
  }

  @Test func `a settled day on leave contradicts it`() throws {
    let person = RosterPerson("a", leave: [2], locked: [2: Duty(kind: 0)])
    #expect(try conflicts(person).first?.limits == [.leave(day: 2), .locked(day: 2)])
  }

  @Test func `what is no problem at all is refused`() {
    func refusal(_ change: (inout RosterProblem) -> Void) -> RosterProblemError? {
      var problem = RosterProblem(
        days: SmallRosters.days(7), kinds: SmallRosters.kinds, people: [RosterPerson("a")],
        cover: [])
      change(&problem)
      do {
        try problem.check()
        return nil
      } catch {
        return error
      }
    }
    #expect(refusal { _ in } == nil)
    #expect(refusal { $0.people = [] } == .nobody)
    #expect(refusal { $0.kinds = [] } == .noShifts)
    #expect(
      refusal { $0.people[0].leastDaysInRow = 0 }
        == .outside(.leastDaysInRow, person: "a", found: 0, allowed: 1...31))
    #expect(
      refusal { $0.people[0].contract = [ContractPeriod(days: 0..<5, most: 2400)] }
        == .contractHasGaps(person: "a"))
    let demand = CoverDemand(day: 0, duty: Duty(kind: 0), people: 1, under: 1, over: 1)
    #expect(
      refusal { $0.cover = [demand, demand] } == .coverTwice(day: 0, kind: "early", group: ""))
  }
}
