// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Demand
import Experiments
import Inference
package import IntegerPrograms
import Plans
import Pricing
import Scenarios

/// Chooses shifts for the least bill that keeps the targets, and lets the simulation close the loop.
///
/// The requirement by interval is where it begins; a cover program buys shifts for it and for the other days
/// of the months in which seats are held; their customers are simulated, and what they met widens or
/// narrows what the next program may spare. The cheapest that holds is proved on other replications.
package struct ShiftSearch {
  package struct Progress: Equatable, Sendable {
    package enum Step: Sendable { case requiring, weighing, covering, proving }

    package let step: Step
    /// Programs solved, or profiles simulated.
    package let done: Int
    /// The best bill so far, in yuan; nil before the first.
    package let cost: Double?
  }

  var question: ShiftQuestion
  let solver: any IntegerProgramSolver
  let report: @Sendable (Progress) -> Void
  var search: RequirementSearch
  private var prices: SupplyPrices
  private let outputs: [[Double]]
  private let leads: [String]

  /// - Throws: `ShiftError`, `RequirementError`, or what compiling the demand refuses.
  package init(
    _ question: ShiftQuestion, solver: any IntegerProgramSolver = SolverByParts(),
    progress: @escaping @Sendable (Progress) -> Void = { _ in }
  ) throws {
    guard !question.design.supplies.isEmpty else { throw ShiftError.nothingToBuy }
    self.question = question
    self.solver = solver
    report = progress
    leads = question.requirement.groups
    search = try RequirementSearch(question.requirement) {
      progress(Progress(step: .requiring, done: $0.trials, cost: nil))
    }
    var months = question.requirement.scenario
    months.horizon = question.bought
    do {
      prices = try SupplyPrices(question.plan, design: question.design, scenario: months)
    } catch {
      throw ShiftError.contract(plan: question.plan.name, error)
    }
    outputs =
      GroupOutput(question.design, leads: leads, in: question.requirement.scenario).shares
  }

  /// - Parameter known: What another search found for the same groups and days.
  package mutating func run(knowing known: Requirement? = nil) async throws -> PlannedShifts {
    let requirement: Requirement
    if let known {
      requirement = known
      search.blocks = search.desk.blocks()
    } else {
      requirement = try await search.run()
    }
    others = try otherDays(like: requirement)
    return try await proved(try await held(requirement), requirement)
  }

  /// People of a lead group that one of a supply's people is worth.
  func worth(_ supply: Int, _ lead: Int) -> Double { outputs[supply][lead] }

  var step: Int { question.requirement.scenario.interval.seconds }
  var days: DateSpan { question.requirement.days }

  /// The cover program of a need.
  mutating func cover(
    _ need: ShiftNeed, trade: CoverProgram.Trade? = nil
  ) throws -> CoverProgram {
    let columns = CoverProgram.columns(
      question.design, need: need, months: question.months, open: search.desk.openClock, step: step)
    var costs: [Double] = []
    for column in columns {
      do {
        costs.append(try prices.price(column))
      } catch {
        throw ShiftError.contract(plan: question.plan.name, error)
      }
    }
    let program = CoverProgram(
      need, columns: columns, prices: costs, design: question.design, outputs: outputs, step: step,
      restDays: question.plan.contract.restDaysPerWeek, trade: trade)
    if let (date, place, group) = program.uncovered {
      throw ShiftError.uncovered(date: date, interval: place, seconds: step, group: group)
    }
    return program
  }

  mutating func solve(_ program: CoverProgram) throws -> Solved {
    programs += 1
    report(Progress(step: .covering, done: programs, cost: bestCost))
    let (report, done, cost) = (self.report, programs, bestCost)
    let solution = try program.solved(by: solver, within: question.limits, step: step) { progress in
      report(Progress(step: .covering, done: done, cost: progress.cost ?? cost))
    }
    return Solved(
      plan: program.plan(solution.values, of: question.design), solution: solution,
      spent: program.spent(solution.values))
  }

  private var programs = 0
  /// Days of the months beside those that are simulated.
  private(set) var others: [ShiftNeed.Day] = []
  var bestCost: Double?
  var weights: Weights?

  struct Solved {
    let plan: ShiftPlan
    let solution: IntegerSolution
    let spent: [[Double]]
  }
}
