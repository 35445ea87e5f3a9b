// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Rostering
import Testing

struct RosterSolverTests {
  /// The least price over all rosters that keep the rules; nil where somebody has none.
  private func leastPrice(_ problem: RosterProblem) -> Int? {
    let checker = RosterChecker(problem)
    let tours = everyTour(days: problem.days.count, kinds: problem.kinds.count)
    let allowed = problem.people.indices.map { person in
      tours.filter { tour in
        var roster = Roster(people: problem.people.count, days: problem.days.count)
        roster.set(tour, of: person)
        return checker.violations(of: roster, person: person).isEmpty
      }
    }
    guard allowed.allSatisfy({ !$0.isEmpty }) else { return nil }
    var least: Int?
    var roster = Roster(people: problem.people.count, days: problem.days.count)
    func search(_ person: Int) {
      guard person < problem.people.count else {
        let total = problem.objective(of: roster).total
        least = min(least ?? total, total)
        return
      }
      for tour in allowed[person] {
        roster.set(tour, of: person)
        search(person + 1)
      }
    }
    search(0)
    return least
  }

  @Test(arguments: 0..<60)
  func `one person's roster costs what the cheapest of all his tours costs`(seed: UInt64) throws {
    var draw = SmallRosters(seed: seed)
    let problem = draw.problem(people: 1, days: 6, kinds: 3)
    let least = leastPrice(problem)
    do {
      let found = try RosterSolver(problem, threads: 1).solve(seed: 1)
      #expect(found.objective.total == least)
      #expect(found.bound <= found.objective.total)
      #expect(RosterChecker(problem).violations(of: found.roster) == [])
    } catch is RosterConflicts {
      #expect(least == nil)
    }
  }

  @Test(arguments: 100..<130)
  func `the roster of two people is the best of all rosters`(seed: UInt64) throws {
    var draw = SmallRosters(seed: seed)
    let problem = draw.problem(people: 2, days: 5, kinds: 2)
    let least = leastPrice(problem)
    do {
      let found = try RosterSolver(problem, threads: 2).solve(seed: seed)
      #expect(found.objective.total == least)
      #expect(RosterChecker(problem).violations(of: found.roster) == [])
      #expect(found.bound <= (least ?? 0))
      if found.isProven { #expect(found.bound == least) }
    } catch is RosterConflicts {
      #expect(least == nil)
    }
  }

  private func week() -> RosterProblem {
    let days = SmallRosters.days(14)
    let people = (0..<9).map { number in
      RosterPerson(
        "p\(number)", contract: [ContractPeriod(days: 0..<14, least: 2400, most: 4800)],
        leastDaysInRow: 2, mostDaysInRow: 5, leastDaysOffInRow: 2, rest: 660, mostWeekends: 1,
        mostNights: 4, leave: [number])
    }
    let cover = (0..<14).flatMap { day in
      (0..<3).map { kind in
        CoverDemand(
          day: day, duty: Duty(kind: kind), people: kind == 2 ? 1 : 2, under: 100, over: 5)
      }
    }
    return RosterProblem(
      days: days, kinds: SmallRosters.kinds, people: people, cover: cover,
      prices: RosterPrices(unneeded: 5, weekends: 2, nights: 2))
  }

  @Test func `the same seed gives the same roster on one thread and on two`() throws {
    let budget = RosterBudget(iterations: 12)
    let one = try RosterSolver(week(), threads: 1).solve(seed: 7, budget: budget)
    let two = try RosterSolver(week(), threads: 2).solve(seed: 7, budget: budget)
    #expect(one.roster == two.roster && one.bound == two.bound)
    #expect(one.objective == two.objective && one.iterations == two.iterations)
    #expect(RosterChecker(week()).violations(of: one.roster).isEmpty)
    #expect(one.objective == week().objective(of: one.roster))
  }

  @Test func `a changed leave alters a roster in as few places as can be`() throws {
    var problem = week()
    let budget = RosterBudget(iterations: 40)
    let first = try RosterSolver(problem).solve(seed: 1, budget: budget)
    problem.previous = first.roster
    problem.prices.change = 60
    let unchanged = try RosterSolver(problem).solve(seed: 2, budget: budget)
    #expect(unchanged.roster.differences(to: first.roster) == 0)

    let working = (0..<14).first {
      first.roster[3, $0] != nil && !problem.people[3].leave.contains($0)
    }
    let day = try #require(working)
    problem.people[3].leave.insert(day)
    let changed = try RosterSolver(problem).solve(seed: 2, budget: budget)
    #expect(changed.roster[3, day] == nil)
    #expect(changed.roster.differences(to: first.roster) <= 8)
    #expect(RosterChecker(problem).violations(of: changed.roster).isEmpty)
  }

  @Test func `nights are shared over people who can work them`() throws {
    let nights = [RosterShift("night", start: 1320, length: 480)]
    let problem = RosterProblem(
      days: SmallRosters.days(8), kinds: nights,
      people: (0..<4).map { RosterPerson("p\($0)", mostDaysInRow: 8) },
      cover: (0..<8).map {
        CoverDemand(day: $0, duty: Duty(kind: 0), people: 1, under: 100, over: 10)
      }, prices: RosterPrices(nights: 3))
    let found = try RosterSolver(problem).solve(seed: 1)
    let counts = (0..<4).map { person in (0..<8).count { found.roster[person, $0] != nil } }
    #expect(counts == [2, 2, 2, 2] && found.isProven)
  }

  @Test func `a person works for the group in which he is needed`() throws {
    let problem = RosterProblem(
      days: SmallRosters.days(2), kinds: [SmallRosters.kinds[0]], groups: ["sales", "service"],
      people: [RosterPerson("a", groups: [0, 1]), RosterPerson("b", groups: [1])],
      cover: [
        CoverDemand(day: 0, duty: Duty(kind: 0, group: 0), people: 1, under: 10, over: 1),
        CoverDemand(day: 1, duty: Duty(kind: 0, group: 1), people: 2, under: 10, over: 1),
      ], prices: RosterPrices(unneeded: 1))
    let found = try RosterSolver(problem).solve(seed: 1)
    #expect(found.objective.total == 0)
    #expect(found.roster[0, 0] == Duty(kind: 0, group: 0))
    #expect(found.roster[0, 1] == Duty(kind: 0, group: 1) && found.roster[1, 0] == nil)
  }

  @Test func `a cancelled search gives what it has, with its bound`() throws {
    let found = try RosterSolver(week()).solve(seed: 1, isCancelled: { true })
    #expect(RosterChecker(week()).violations(of: found.roster).isEmpty)
    #expect(found.ending == .cancelled && found.bound <= found.objective.total)
  }

  @Test func `a day that fewer people may work than are wanted is told as such`() throws {
    var problem = week()
    for person in 0..<6 { problem.people[person].leave.insert(9) }
    let found = try RosterSolver(problem).solve(seed: 1, budget: RosterBudget(iterations: 5))
    let short = problem.shortages(of: found.roster).filter { $0.day == 9 }
    #expect(!short.isEmpty)
    for shortage in short { #expect(shortage.found < shortage.wanted) }
    #expect(short[0].able == 3 && short[0].onLeave.starts(with: [0, 1, 2, 3, 4, 5]))
  }
}
