// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Experiments
import Inference
package import IntegerPrograms
import Plans
import Pricing
import Scenarios

/// Chooses seats and people month by month for the least bill that keeps the targets.
///
/// The year's days stand in kinds (month × promotion phase × volume). The need of each is the modified
/// offered load with the square-root rule; its β is found month by month: an integer program buys the
/// cheapest people for the need, the whole horizon is simulated under them, and each month's β is halved
/// between what keeps its targets and what does not. Then one program binds the months to each other by
/// terms, hiring and turnover, and other replications prove what it holds.
package struct YearSearch {
  package struct Progress: Equatable, Sendable {
    package enum Step: Sendable { case searching, binding, proving }

    package let step: Step
    /// Staffings simulated.
    package let done: Int
    package let total: Int
  }

  let question: ShiftQuestion
  let solver: any IntegerProgramSolver
  let report: @Sendable (Progress) -> Void
  let desk: RequirementDesk
  let months: [DateSpan]
  let kinds: [DayKind]
  let terms: [StaffTerms]
  private let outputs: [[Double]]
  private var prices: MonthPrices
  /// Of each month, what was chosen for a need.
  private var known: [[[[Int]]]: YearStaff] = [:]
  var trials = 0

  /// - Parameter question: Its days are the horizon.
  /// - Throws: `ShiftError`, `RequirementError`, or what compiling the demand refuses.
  package init(
    _ question: ShiftQuestion, solver: any IntegerProgramSolver = SolverByParts(),
    progress: @escaping @Sendable (Progress) -> Void = { _ in }
  ) throws {
    guard !question.design.supplies.isEmpty else { throw ShiftError.nothingToBuy }
    self.question = question
    self.solver = solver
    report = progress
    desk = try RequirementDesk(question.requirement)
    months = question.months
    kinds = try DayKind.kinds(at: desk, design: question.design)
    let staffing = StaffingPlan(lines: question.plan.staffing.nobody)
    let clauses = question.plan.contract.billing(staffing).clauses.map(\.terms)
    terms = question.design.supplies.map {
      StaffTerms($0.line(ShiftPattern(name: "", hours: .officeHours), agents: 0, dates: nil),
        under: clauses)
    }
    outputs =
      GroupOutput(
        question.design, leads: question.requirement.groups, in: question.requirement.scenario
      ).shares
    prices = MonthPrices(
      question.plan, design: question.design, scenario: question.requirement.scenario)
  }

  var step: Int { question.requirement.scenario.interval.seconds }

  /// Others than those of the search, and twice as many.
  var proofReplications: Range<Int> {
    let count = question.requirement.replications
    return count..<3 * count
  }

  /// People needed on every kind of day, by group and interval.
  ///
  /// - Parameter safety: β of each month.
  func needs(_ safety: [Double]) -> [[[Int]]] {
    let scenario = question.requirement.scenario
    let groups = question.requirement.groups.map { name in
      scenario.agentGroups.first { $0.name == name }
    }
    let days = question.requirement.days
    var profile = StaffProfile(
      days: days, interval: scenario.interval, groups: question.requirement.groups,
      counts: groups.map { _ in [Int](repeating: 0, count: desk.intervalCount) })
    let first = months[0].first.yearMonth
    for kind in kinds {
      let beta = safety[first.months(to: kind.month)]
      let start = days.first.days(to: kind.dates[0]) * desk.perDay
      for (group, loads) in kind.loads.enumerated() {
        guard let agents = groups[group] else { continue }
        for (place, load) in loads.enumerated() {
          profile.counts[group][start + place] = SafetyStaff.agents(
            forLoad: load, of: agents, safety: beta)
        }
      }
    }
    desk.cover(&profile)
    return kinds.map { kind in
      let start = days.first.days(to: kind.dates[0]) * desk.perDay
      return profile.counts.map { Array($0[start..<start + desk.perDay]) }
    }
  }

  /// The cheapest people for the needs, each month for itself.
  mutating func chosen(for needs: [[[Int]]]) throws -> [YearStaff] {
    try months.map { month in
      let own = kinds.indices.filter { month.contains(kinds[$0].dates[0]) }
      let key = [[[month.first.days(to: months[0].first)]]] + own.map { needs[$0] }
      if let found = known[key] { return found }
      let program = try program(own, needs, months: [month], isBound: false)
      let staff = try program.solved(by: solver, within: question.limits, step: step)
      known[key] = staff
      return staff
    }
  }

  /// The cheapest for the needs of all months, bound to each other.
  mutating func bound(for needs: [[[Int]]]) throws -> YearStaff {
    try program(Array(kinds.indices), needs, months: months, isBound: true)
      .solved(by: solver, within: question.limits, step: step)
  }

  mutating func price(_ column: ShiftColumn) throws -> Double { try prices.price(column) }

  private mutating func program(
    _ places: [Int], _ needs: [[[Int]]], months: [DateSpan], isBound: Bool
  ) throws -> YearProgram {
    let need = ShiftNeed(
      groups: question.requirement.groups,
      days: places.map { place in
        ShiftNeed.Day(
          date: kinds[place].dates[0], dates: kinds[place].dates, people: needs[place],
          isSimulated: false)
      })
    let columns = CoverProgram.columns(
      question.design, need: need, months: months, open: desk.openClock, step: step)
    let costs = try columns.map { try prices.price($0) }
    let cover = CoverProgram(
      need, columns: columns, prices: costs, design: question.design, outputs: outputs, step: step,
      restDays: question.plan.contract.restDaysPerWeek, presence: presence)
    if let (date, place, group) = cover.uncovered {
      throw ShiftError.uncovered(date: date, interval: place, seconds: step, group: group)
    }
    return YearProgram(
      cover, design: question.design, months: months, terms: terms, isBound: isBound)
  }

  /// Share of their shifts that people on the payroll are there for.
  private var presence: [Double] {
    zip(question.design.supplies, terms).map { supply, terms in
      guard case .own(let team) = terms else { return 1 }
      return (1 - supply.shrinkage) * (1 - team.vacancy)
    }
  }

  /// Whether one month's people bind another's.
  var isBound: Bool {
    terms.contains { rule in
      switch rule {
      case .free: false
      case .own: true
      case .seats(let terms):
        terms.noticeToAdd.after(months[0].first) > months[0].first
          || months.contains { terms.release(ofSeatFrom: $0.first) > $0.last.advanced(by: 1) }
      }
    }
  }
}
