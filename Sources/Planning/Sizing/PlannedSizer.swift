// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Capacity
import Experiments
import Inference
import Money
import Plans
import Pricing
import Scenarios

/// Plans the shifts of a plan: kinds of days (month × promotion phase × volume) get a need by half hour, an
/// integer program covers it with what the contract sells, the whole horizon is simulated, and months that
/// miss a target, or have more than they need, get another need.
///
/// Beside it the fewest people by month on the plan's own shifts are looked for; the cheaper of the two is
/// kept.
struct PlannedSizer {
  let plan: Plan
  let scenario: Scenario
  var scale = 1.0
  let replications: Int
  let threads: Int
  /// Whether estimates of few replications decide, and nothing is sought beside.
  var isRough = false
  var keepsIntervals = true
  let progress: @Sendable (YearSearch.Progress) -> Void

  struct Found: Sendable {
    var evaluation: GroupEvaluation
    var choice: SizeChoice
    var planned: PlannedStaffing
  }

  private typealias Planned = (year: YearPlan, lines: [StaffingLine], evaluation: GroupEvaluation)

  /// Times that months are raised which the whole horizon's own judgement finds short.
  private static let turns = 4
  /// As in a search for the fewest: by how much the chance that a single month fails is lowered, as long as
  /// all months together fail too often.
  private static let stricter = [1, 0.5, 0.25, 0.125]

  /// - Throws: `PlanProblem` with what refuses the plan.
  func search() async throws -> Found {
    do {
      return try await found()
    } catch let error as CancellationError {
      throw error
    } catch {
      throw PlanProblem(plan: plan.name, cause: error)
    }
  }

  private func found() async throws -> Found {
    if scenario.serviceTargets.isEmpty {
      throw PlanningError.sizingWithoutTargets(plan: plan.name)
    }
    let planned = try await planned()
    let fewest = isRough ? nil : try await fewest(beside: planned)
    var staffing = PlannedStaffing(
      plan: plan.name, days: planned.year.kinds, lines: planned.lines,
      cost: planned.evaluation.cost, answer: planned.evaluation.targetResults().sizingAnswer)
    guard let fewest, let cost = fewest.evaluation.cost else {
      return Found(
        evaluation: planned.evaluation, choice: .shifts(planned.lines), planned: staffing)
    }
    let answer = fewest.evaluation.targetResults().sizingAnswer
    staffing.fewest = PlannedStaffing.Fewest(
      lines: fewest.lines, cost: cost, saves: fewest.evaluation.saving(by: planned.evaluation),
      answer: answer)
    staffing.isKept =
      (staffing.answer.rank, staffing.cost?.mean ?? .infinity) <= (answer.rank, cost.mean)
    return staffing.isKept
      ? Found(evaluation: planned.evaluation, choice: .shifts(planned.lines), planned: staffing)
      : Found(evaluation: fewest.evaluation, choice: .shifts(fewest.lines), planned: staffing)
  }

  // MARK: Planned shifts

  private func planned() async throws -> Planned {
    let isJoint = scenario.serviceTargets.contains {
      $0.scope == .everyMonth && $0.confidence.share != nil
    }
    var last: Planned?
    for factor in isJoint && !isRough ? Self.stricter : [1] {
      var search = try YearSearch(
        question(factor), jury: isRough || replications < 2 ? .sameRoughly : .same,
        progress: progress)
      var year = try await search.run(near: last?.year.safety)
      var found = try await evaluated(year)
      for _ in 0..<Self.turns where !isRough {
        let short = shortMonths(found.evaluation)
        if short.isEmpty { break }
        year = try await search.raised(year, in: short)
        found = try await evaluated(year)
      }
      last = found
      if found.evaluation.targetResults().sizingAnswer == .met { break }
    }
    guard let last else { throw RequirementError.closed }
    return last
  }

  private func question(_ factor: Double) -> ShiftQuestion {
    var asked = scenario
    for index in asked.serviceTargets.indices where asked.serviceTargets[index].scope == .everyMonth
    {
      guard let share = asked.serviceTargets[index].confidence.share else { continue }
      asked.serviceTargets[index].confidence = .horizons(1 - (1 - share) * factor)
    }
    let shared = plan.staffing.lines.filter { $0.engagement == .shared }
    var design = plan.staffing.design ?? plan.staffing.impliedDesign
    if plan.staffing.design == nil, !shared.isEmpty { design.leastOnDuty = 0 }
    return ShiftQuestion(
      RequirementQuestion(
        scenario: asked, groups: [], background: plan.staffing.background, beside: shared,
        scale: scale, days: scenario.horizon, replications: max(2, replications),
        threads: threads),
      plan: plan, design: design)
  }

  private func evaluated(_ year: YearPlan) async throws -> Planned {
    let lines = year.staff.lines(
      restDays: plan.contract.restDaysPerWeek, leadDays: max(1, scenario.experiment.warmUpDays))
    return (year, lines, try await evaluation(of: lines))
  }

  private func evaluation(of lines: [StaffingLine]) async throws -> GroupEvaluation {
    var evaluation = try GroupEvaluation(
      [plan], sizes: .shifts(lines), scenario: scenario, scale: scale,
      keepsIntervals: keepsIntervals)
    try await evaluation.run(upTo: replications, threads: threads)
    return evaluation
  }

  /// Months of the horizon that miss a target, or of which it is open.
  private func shortMonths(_ evaluation: GroupEvaluation) -> Set<Int> {
    let first = scenario.horizon.first.yearMonth
    var short: Set<Int> = []
    for result in evaluation.detailedTargets() where result.sizingAnswer != .met {
      if result.target.scope == .year { return Set(scenario.horizon.months.indices) }
      short.formUnion(
        result.periods.filter { $0.answer != .met }.compactMap(\.month).map(first.months))
    }
    return short
  }

  // MARK: The fewest

  private typealias Fewest = (lines: [StaffingLine], evaluation: GroupEvaluation)

  /// The fewest by month on the plan's own shifts; nil where it has none.
  private func fewest(beside planned: Planned) async throws -> Fewest? {
    let peak = try planned.evaluation.staffing.peakOnDuty(in: scenario)
    guard let sized = plan.sizedByMonth(from: plan.staffing.lines, most: 3, atLeast: 2 * peak)
    else { return nil }
    do {
      var sizer = try PeriodSizer(
        [sized], scenario: scenario, scale: scale,
        options: PeriodSizer.Options(
          replications: replications, largest: replications, threads: threads,
          keepsIntervals: false, exchanges: 2))
      let found = try await sizer.search()
      let lines = found.evaluation.staffing.lines.filter { $0.engagement != .shared }
      return (lines, try await evaluation(of: lines))
    } catch let error as CancellationError {
      throw error
    } catch {
      // Shifts that say only how long people may work need not cover the day.
      return nil
    }
  }
}

/// What refuses one plan of several.
package struct PlanProblem: Error {
  package let plan: String
  package let cause: any Error
}

extension TargetAnswer {
  /// 0 for what surely meets its targets, 1 for what may, 2 for what does not.
  fileprivate var rank: Int {
    switch self {
    case .met: 0
    case .undecided: 1
    case .missed: 2
    }
  }
}

extension GroupEvaluation {
  /// Yuan over the horizon; nil where the contract refuses it.
  fileprivate var cost: ConfidenceInterval? {
    ledgers.first.flatMap { ledger in
      ledger.refusals == 0 ? ConfidenceInterval(of: ledger.totals.map(\.inYuan)) : nil
    }
  }

  /// Yuan over the horizon that another evaluation costs less on the same customers.
  fileprivate func saving(by other: GroupEvaluation) -> ConfidenceInterval? {
    guard cost != nil, other.cost != nil, let own = ledgers.first?.totals,
      let others = other.ledgers.first?.totals
    else { return nil }
    return ConfidenceInterval(of: zip(own, others).map { $0.inYuan - $1.inYuan })
  }
}
