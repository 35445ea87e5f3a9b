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
/// between what keeps its targets and what does not. Where a comparison judges and all people are seats held by
/// the month, the parameter is instead how much work may find no place (`LoadExcess`): seats then stand where
/// they leave least, rather than wherever one is missing. Then a program over the months binds them to each other
/// by terms, hiring and turnover, and other replications prove what it holds.
package struct YearSearch {
  package struct Progress: Equatable, Sendable {
    package enum Step: Sendable { case searching, binding, proving }

    package let step: Step
    /// Staffings simulated.
    package let done: Int
    package let total: Int
  }

  /// Whose word the proof takes.
  package enum Jury: Sendable {
    /// Twice as many customers as those of the search, others than these: what is to be ordered must keep
    /// its promise to people whom nobody has seen.
    case others
    /// Those of the search, as a comparison judges its plans.
    case same
    /// The same, by their estimates alone, where they are few.
    case sameRoughly
  }

  let question: ShiftQuestion
  let jury: Jury
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
  /// Of each month, yuan of one more seat or head by supply.
  private var headPrices: [Int: [Double]] = [:]
  var trials = 0

  /// - Parameter question: Its days are the horizon.
  /// - Throws: `ShiftError`, `RequirementError`, or what compiling the demand refuses.
  package init(
    _ question: ShiftQuestion, jury: Jury = .others,
    solver: any IntegerProgramSolver = SolverByParts(),
    progress: @escaping @Sendable (Progress) -> Void = { _ in }
  ) throws {
    guard !question.design.supplies.isEmpty else { throw ShiftError.nothingToBuy }
    let staffing = StaffingPlan(lines: question.plan.staffing.nobody)
    let clauses = question.plan.contract.billing(staffing).clauses.map(\.terms)
    let terms = question.design.supplies.map {
      StaffTerms(
        $0.line(ShiftPattern(name: "", hours: .officeHours), agents: 0, dates: nil),
        under: clauses)
    }
    var question = question
    for (supply, rule) in terms.enumerated() {
      // Whom a payroll clause pays is employed, whatever the lines call it.
      if case .own = rule { question.design.supplies[supply].engagement = .own }
    }
    self.terms = terms
    self.question = question
    self.jury = jury
    self.solver = solver
    report = progress
    desk = try RequirementDesk(question.requirement)
    months = question.months
    kinds = DayKind.kinds(at: desk, design: question.design)
    outputs =
      GroupOutput(
        question.design, leads: question.requirement.groups, in: question.requirement.scenario
      ).shares
    prices = MonthPrices(
      question.plan, design: question.design, scenario: question.requirement.scenario)
  }

  var step: Int { question.requirement.scenario.interval.seconds }

  /// Of others twice as many as the search has.
  var proofReplications: Range<Int> {
    let count = question.requirement.replications
    return jury == .others ? count..<3 * count : question.requirement.searchReplications
  }

  /// People needed on every kind of day, by group and interval.
  ///
  /// - Parameter safety: β of each month; nil for those alone who must be there whatever the targets.
  func needs(_ safety: [Double]?) -> [[[Int]]] {
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
      guard let beta = safety?[first.months(to: kind.month)] else { break }
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
  ///
  /// - Parameter isRough: Whether it is a step of a search, for which a rougher choice will do.
  mutating func chosen(for needs: YearNeed, isRough: Bool) throws -> [YearStaff] {
    try months.indices.map { try staff(for: needs, in: $0, isRough: isRough) }
  }

  /// The same of one month.
  mutating func staff(
    for needs: YearNeed, in month: Int, isRough: Bool
  ) throws -> YearStaff {
    let key = needs.key(of: month, places(in: month), isRough: isRough)
    if let found = known[key] { return found }
    let program = try program(needs, in: month)
    headPrices[month] = program.headPrices
    var limits = question.limits
    if isRough {
      limits.gap = max(limits.gap, Self.roughGap)
      limits.nodes = min(limits.nodes, Self.roughNodes)
    }
    let staff: YearStaff
    do {
      staff = try program.solved(by: solver, within: limits, step: step)
    } catch IntegerProgramError.outOfTime where isRough {
      // Within tight bounds a rough search may end before it has found anybody's shift.
      staff = try program.solved(by: solver, within: question.limits, step: step)
    }
    known[key] = staff
    return staff
  }

  private static let roughGap = 0.02
  private static let roughNodes = 100

  /// The same with months that bind each other: seats and heads go the cheapest way that terms, hiring and
  /// turnover allow above what each month alone asks for, and what that leaves over is booked by the day.
  mutating func bound(for needs: YearNeed) throws -> YearStaff {
    var parts = try chosen(for: needs, isRough: false)
    let least = parts.reduce(0) { $0 + $1.bound }
    var hiring = 0.0
    var paths: [Int: [Int]] = [:]
    var learning: [Int: [Double]] = [:]
    for (supply, rule) in terms.enumerated() where rule != .free {
      let path = try MonthsProgram(
        months: months, needed: parts.map { $0.heads(of: supply)[0] },
        prices: months.indices.map { headPrices[$0]?[supply] ?? 0 }, terms: rule
      ).solved(by: solver, within: SolverLimits(gap: 1e-4))
      paths[supply] = path.heads
      learning[supply] = path.learning
      hiring += path.hiring
    }
    for month in months.indices
    where paths.contains(where: { $0.value[month] != parts[month].heads(of: $0.key)[0] }) {
      let fresh = terms.indices.map { supply -> Double in
        let (heads, lost) = (paths[supply]?[month] ?? 0, learning[supply]?[month] ?? 0)
        return heads > 0 ? min(1, lost / Double(heads)) : 0
      }
      var program = try program(needs, in: month, learning: fresh)
      for (supply, path) in paths.sorted(by: { $0.key < $1.key }) {
        program.hold(path[month], of: supply)
      }
      parts[month] = try program.solved(by: solver, within: question.limits, step: step)
    }
    guard let all = YearStaff(joining: parts) else { throw RequirementError.closed }
    return all.with(hiring: hiring, bound: least)
  }

  private func places(in month: Int) -> [Int] {
    kinds.indices.filter { months[month].contains(kinds[$0].dates[0]) }
  }

  mutating func price(_ column: ShiftColumn) throws -> Double { try prices.price(column) }

  /// - Parameter learning: Of each supply, the share of its people's work that is missing as they are new.
  private mutating func program(
    _ needs: YearNeed, in month: Int, learning: [Double]? = nil
  ) throws -> MonthProgram {
    let places = places(in: month)
    // Who is there every day of the month meets the mean of its days.
    let days = needs.allowed == nil ? places.map { [$0] } : [places]
    let need = ShiftNeed(
      groups: question.requirement.groups,
      days: days.map { places in
        ShiftNeed.Day(
          date: kinds[places[0]].dates[0], dates: places.flatMap { kinds[$0].dates },
          people: needs.people(of: places), isSimulated: false)
      })
    let columns = CoverProgram.columns(
      question.design, need: need, months: [months[month]], open: desk.openClock, step: step)
    let costs = try columns.map { try prices.price($0) }
    let cover = CoverProgram(
      need, columns: columns, prices: costs, design: question.design, outputs: outputs, step: step,
      restDays: question.plan.contract.restDaysPerWeek,
      presence: zip(presence, learning ?? presence.map { _ in 0 }).map { $0 * (1 - $1) },
      allowance: needs.allowed.map { allowance($0[month], days) })
    if let (date, place, group) = cover.uncovered {
      throw ShiftError.uncovered(date: date, interval: place, seconds: step, group: group)
    }
    var program = MonthProgram(cover, design: question.design, month: months[month])
    for (supply, rule) in terms.enumerated() {
      guard case .own(let team) = rule else { continue }
      program.keep(team.leastStaying(months: month), of: supply)
    }
    return program
  }

  /// Share of their shifts that people on the payroll are there for.
  private var presence: [Double] {
    zip(question.design.supplies, terms).map { supply, terms in
      guard case .own(let team) = terms else { return 1 }
      // A comparison has every post filled, as it has under written lines.
      return (1 - supply.shrinkage) * (jury == .others ? 1 - team.vacancy : 1)
    }
  }
}
