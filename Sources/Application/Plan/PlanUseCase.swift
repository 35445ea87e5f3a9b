// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Capacity
import Experiments
import IntegerPrograms
import Planning
package import Plans
import Pricing
import Scenarios

/// Plans the staff of some days: which shifts to book under each plan's contract so that the targets are
/// kept at least cost, proved by simulation, beside what else might be booked.
package struct PlanUseCase: UseCase {
  package struct Request: Sendable {
    package var run: RunRequest
    /// Names of plans; empty for all whose people are the shop's to book.
    package var plans: [String]
    /// As `RequireUseCase.Request`; a month as 2026-11 too.
    package var dates: String?
    package var hold: TargetHold
    package var confidence: Double?
    package var gap: Double
    /// Seconds for one cover program.
    package var seconds: Double

    package init(
      _ run: RunRequest, plans: [String] = [], dates: String? = nil, hold: TargetHold = .day,
      confidence: Double? = nil, gap: Double = 0.01, seconds: Double = 60
    ) {
      self.run = run
      self.plans = plans
      self.dates = dates
      self.hold = hold
      self.confidence = confidence
      self.gap = gap
      self.seconds = seconds
    }
  }

  /// A plan's shifts, and what they are billed.
  package struct Staffed: Sendable {
    package let plan: Plan
    package let planned: PlannedShifts
    package let bill: MonthsBill
  }

  package struct OtherWay: Sendable {
    package let alternative: ShiftAlternative
    package let bill: MonthsBill
  }

  package struct Outcome: Sendable {
    /// The cheapest that keeps every target first, those that do not last.
    package let plans: [Staffed]
    /// Plans without an answer, and why.
    package let refused: [(plan: String, error: ApplicationError)]
    /// Beside the first plan.
    package let others: [OtherWay]
    /// Of the months in which the days lie.
    package let billed: DateSpan
    package let days: DateSpan
    package let scenario: PlannedScenario
    package let scenarioHash: String
    package let record: RunRecord
  }

  package struct Progress: Sendable {
    package let plan: String
    package let search: ShiftSearch.Progress
  }

  private let request: Request
  private let scenario: PlannedScenario
  private let plans: [Plan]
  private let days: DateSpan

  package init(_ request: Request) throws(ApplicationError) {
    self.request = request
    var scenario = try request.run.scenario()
    scenario.keep(request.confidence)
    plans = try scenario.bookablePlans(request.plans)
    do {
      days = try scenario.days(request.dates)
    } catch {
      throw ApplicationError(error, file: request.run.source.path)
    }
    self.scenario = scenario
  }

  package var inputs: [String] { scenario.inputs(request.run.source.path) }

  /// Names the scenario's file, the settings and the histories.
  package var scenarioHash: String {
    request.run.source.fingerprint(request.run.settings, scenario)
  }

  package func run(
    _ report: @escaping @Sendable (Progress) -> Void
  ) async throws(ApplicationError) -> Outcome {
    let record = RunRecord(scenario)
    let source = request.run.source
    var searches: [(staffed: Staffed, search: ShiftSearch)] = []
    var refused: [(plan: String, error: ApplicationError)] = []
    // Plans whose need is said by the same groups have the same need.
    var known: [[String]: Requirement] = [:]
    for plan in plans {
      do {
        let question = question(plan)
        var search = try ShiftSearch(question) {
          report(Progress(plan: plan.name, search: $0))
        }
        let key = question.requirement.groups + ["\(question.design.leastOnDuty)"]
        let planned = try await search.run(knowing: known[key])
        known[key] = planned.requirement
        let bill = try await MonthsBill(
          plan, lines: planned.shifts.lines(on: question.bought), over: question.bought,
          scenario: scenario.scenario, threads: request.run.threads)
        searches.append((Staffed(plan: plan, planned: planned, bill: bill), search))
      } catch {
        let cause = ApplicationError(error, file: source.path, plan: plan.name)
        // One plan alone has no answer beside it.
        if cause == .cancelled || plans.count == 1 { throw cause }
        refused.append((plan.name, cause))
      }
    }
    guard !searches.isEmpty else {
      throw refused.first?.error ?? .request(.poolHasNoRequirement(plan: plans[0].name))
    }
    searches.sort {
      ($0.staffed.rank, $0.staffed.bill.mean) < ($1.staffed.rank, $1.staffed.bill.mean)
    }
    do {
      let first = searches[0].staffed
      var others: [OtherWay] = []
      for alternative in try await searches[0].search.alternatives(to: first.planned) {
        others.append(
          OtherWay(
            alternative: alternative,
            bill: try await MonthsBill(
              first.plan, lines: alternative.lines, over: first.planned.question.bought,
              scenario: scenario.scenario, threads: request.run.threads)))
      }
      return Outcome(
        plans: searches.map(\.staffed), refused: refused,
        others: others.sorted { $0.bill.mean < $1.bill.mean },
        billed: first.planned.question.bought, days: days, scenario: scenario,
        scenarioHash: scenarioHash,
        record: record.finished())
    } catch {
      throw ApplicationError(error, file: source.path, plan: searches[0].staffed.plan.name)
    }
  }

  private func question(_ plan: Plan) -> ShiftQuestion {
    ShiftQuestion(
      RequirementQuestion(
        scenario: scenario.scenario, groups: [], days: days, hold: request.hold,
        replications: max(2, scenario.experiment.replications), threads: request.run.threads),
      plan: plan, design: plan.staffing.design ?? plan.staffing.impliedDesign,
      limits: SolverLimits(gap: request.gap, seconds: request.seconds))
  }
}

extension PlanUseCase.Staffed {
  /// 0 where no target is missed by more than its tolerance, else 1.
  package var rank: Int { planned.isKept ? 0 : 1 }
}
