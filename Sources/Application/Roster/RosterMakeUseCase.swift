// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import RosterFiles
package import Rostering

/// Makes a roster from cover and staff, or changes an earlier one in as few places as can be.
package struct RosterMakeUseCase: UseCase {
  package struct Request: Sendable {
    package var cover: String
    package var staff: String
    package var shifts: String?
    package var previous: String?
    package var prices: RosterPriceList
    package var seed: UInt64
    package var budget: RosterBudget
    package var threads: Int

    package init(
      cover: String, staff: String, shifts: String? = nil, previous: String? = nil,
      prices: RosterPriceList = RosterPriceList(), seed: UInt64 = 1,
      budget: RosterBudget = RosterBudget(), threads: Int = 2
    ) {
      self.cover = cover
      self.staff = staff
      self.shifts = shifts
      self.previous = previous
      self.prices = prices
      self.seed = seed
      self.budget = budget
      self.threads = threads
    }
  }

  package struct Outcome: Sendable {
    package let problem: RosterProblem
    package let solution: RosterSolution
    package let shortages: [CoverShortage]
    /// Rules that the roster breaks; none, unless something is wrong with the program.
    package let violations: [RosterViolation]
    /// Places that differ from the earlier roster; nil without one over these days.
    package let changes: Int?
  }

  private let request: Request
  private let problem: RosterProblem
  private let solver: RosterSolver

  package init(_ request: Request) throws(ApplicationError) {
    self.request = request
    problem = try Self.problem(request)
    do throws(RosterProblemError) {
      solver = try RosterSolver(problem, threads: request.threads)
    } catch {
      throw .file(request.staff, .roster(RosterFileError(line: 0, .together(error))))
    }
  }

  package var inputs: [String] {
    [request.cover, request.staff] + [request.shifts, request.previous].compactMap { $0 }
  }

  private static func problem(_ request: Request) throws(ApplicationError) -> RosterProblem {
    let inputs = try RosterInputs(
      request.cover, shifts: request.shifts, previous: request.previous, staff: request.staff
    ) { path, kinds, areGiven throws(RosterFileError) in
      try CoverFile(path: path, kinds: &kinds, areGiven: areGiven)
    }
    let (cover, previous) = (inputs.subject, inputs.previous)
    let assembly = RosterAssembly(
      days: cover.days, kinds: inputs.kinds, groups: cover.groups + (previous?.groups ?? []),
      staff: inputs.staff)
    var people = try reading(request.staff) { () throws(RosterFileError) in
      try assembly.people(history: previous)
    }
    let demand = try reading(request.cover) { () throws(RosterFileError) in
      try assembly.cover(cover, under: request.prices.under, over: request.prices.over)
    }
    var earlier: Roster?
    if let path = request.previous, let file = previous,
      file.days.intersection(cover.days) != nil
    {
      earlier = try reading(path) { () throws(RosterFileError) in try assembly.roster(file) }
      let locks = try reading(path) { () throws(RosterFileError) in try assembly.locks(file) }
      for (person, days) in locks {
        // What staff says now goes before what was settled earlier.
        for (day, duty) in days
        where people[person].locked[day] == nil && !people[person].leave.contains(day) {
          people[person].locked[day] = .some(duty)
        }
      }
    }
    return RosterProblem(
      days: cover.days, kinds: inputs.kinds, groups: assembly.groups, people: people, cover: demand,
      prices: RosterPrices(
        unneeded: request.prices.over, change: earlier == nil ? 0 : request.prices.change,
        weekends: request.prices.weekends, nights: request.prices.nights,
        overtime: request.prices.overtime), previous: earlier)
  }

  package func run(
    _ report: @escaping @Sendable (RosterProgress) -> Void
  ) async throws(ApplicationError) -> Outcome {
    let solution: RosterSolution
    do throws(RosterConflicts) {
      solution = try solver.solve(
        seed: request.seed, budget: request.budget, progress: report,
        isCancelled: { Task.isCancelled })
    } catch {
      throw .noAnswer(.roster(file: request.staff, error, of: problem))
    }
    if solution.ending == .cancelled { throw .cancelled }
    return Outcome(
      problem: problem, solution: solution, shortages: problem.shortages(of: solution.roster),
      violations: RosterChecker(problem).violations(of: solution.roster),
      changes: problem.previous.map { solution.roster.differences(to: $0) })
  }
}
