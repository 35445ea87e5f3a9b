// SPDX-License-Identifier: GPL-3.0-or-later

package import Capacity
import Experiments
import IntegerPrograms
package import Planning
package import Plans
import Pricing
import Scenarios

/// Plans seats and people month by month over the whole horizon: what to hold, hire, book and return by
/// which date under each plan's contract, so that the targets are kept at least cost, proved by simulation.
package struct HeadcountUseCase: UseCase {
  package struct Request: Sendable {
    package var run: RunRequest
    /// Names of plans; empty for all whose people are the shop's to book.
    package var plans: [String]
    package var confidence: Double?
    package var gap: Double
    /// Seconds for one integer program.
    package var seconds: Double

    package init(
      _ run: RunRequest, plans: [String] = [], confidence: Double? = nil, gap: Double = 0.01,
      seconds: Double = 60
    ) {
      self.run = run
      self.plans = plans
      self.confidence = confidence
      self.gap = gap
      self.seconds = seconds
    }
  }

  /// A plan's people over the year, and what they cost.
  package struct Staffed: Sendable {
    package let plan: Plan
    package let year: YearPlan
    /// Cost, sales and service on the customers of every comparison.
    package let outcome: PlanOutcome
    /// The plan's lines as the scenario has them; nil where their number is searched for.
    package let written: OtherWay?

    package var mean: Double { outcome.cost.total.mean }
    /// The lines as written, where they keep every target and cost less than what was found.
    package var cheaperAsWritten: OtherWay? {
      guard let written,
        written.proof.promised.answer == .met, !year.isKept || written.mean < mean
      else { return nil }
      return written
    }
  }

  /// Another way to staff the first plan.
  package struct OtherWay: Sendable {
    package let kind: YearAlternative.Kind
    package let outcome: PlanOutcome
    package let proof: YearService

    package var mean: Double { outcome.cost.total.mean }
  }

  package struct Outcome: Sendable {
    /// The cheapest that misses no target first.
    package let plans: [Staffed]
    /// Plans without an answer, and why.
    package let refused: [(plan: String, error: ApplicationError)]
    /// Beside the first plan, in order of cost.
    package let others: [OtherWay]
    /// Beside the first plan, in order of the promotions.
    package let reserves: [PromotionReserve]
    package let scenario: PlannedScenario
    package let scenarioHash: String
    package let record: RunRecord
  }

  package struct Progress: Sendable {
    package let plan: String
    package let search: YearSearch.Progress
  }

  private let request: Request
  private let scenario: PlannedScenario
  private let plans: [Plan]

  package init(_ request: Request) throws(ApplicationError) {
    self.request = request
    var scenario = try request.run.scenario()
    scenario.keep(request.confidence)
    plans = try scenario.bookablePlans(request.plans)
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
    let path = request.run.source.path
    var found: [(plan: Plan, search: YearSearch, year: YearPlan)] = []
    var refused: [(plan: String, error: ApplicationError)] = []
    for plan in plans {
      do {
        var search = try YearSearch(question(plan)) {
          report(Progress(plan: plan.name, search: $0))
        }
        let year = try await search.run()
        found.append((plan, search, year))
      } catch {
        let cause = ApplicationError(error, file: path, plan: plan.name)
        // One plan alone has no answer beside it.
        if cause == .cancelled || plans.count == 1 { throw cause }
        refused.append((plan.name, cause))
      }
    }
    guard !found.isEmpty else {
      throw refused.first?.error ?? .request(.poolHasNoRequirement(plan: plans[0].name))
    }
    do {
      let outcomes = try await outcomes(of: found.map { ($0.plan, $0.year.lines) })
      let written = try await written(found.map(\.plan), found.map(\.search))
      var staffed = found.indices.map { place in
        (
          Staffed(
            plan: found[place].plan, year: found[place].year, outcome: outcomes[place],
            written: written[place]), found[place].search
        )
      }
      staffed.sort { ($0.0.rank, $0.0.leastMean) < ($1.0.rank, $1.0.leastMean) }
      let first = staffed[0].0
      var search = staffed[0].1
      let ways = try await search.alternatives(to: first.year)
      let others = try await self.outcomes(of: ways.map { (first.plan, $0.lines) })
      return Outcome(
        plans: staffed.map(\.0), refused: refused,
        others: ((first.written.map { [$0] } ?? [])
          + zip(ways, others).map { OtherWay(kind: $0.kind, outcome: $1, proof: $0.proof) })
          .sorted { $0.mean < $1.mean },
        reserves: try await search.reserves(beside: first.year),
        scenario: scenario,
        scenarioHash: scenarioHash,
        record: record.finished())
    } catch {
      throw ApplicationError(error, file: path, plan: found[0].plan.name)
    }
  }

  /// Each plan's lines as the scenario has them.
  private func written(
    _ plans: [Plan], _ searches: [YearSearch]
  ) async throws -> [OtherWay?] {
    var found: [YearAlternative?] = []
    for search in searches { found.append(try await search.written()) }
    let places = found.indices.filter { found[$0] != nil }
    let outcomes = try await outcomes(
      of: places.compactMap { place in found[place].map { (plans[place], $0.lines) } })
    var ways = [OtherWay?](repeating: nil, count: found.count)
    for (place, outcome) in zip(places, outcomes) {
      ways[place] = found[place].map {
        OtherWay(kind: $0.kind, outcome: outcome, proof: $0.proof)
      }
    }
    return ways
  }

  /// Cost and service of staffings, each under its plan's contract, on the same customers.
  private func outcomes(
    of staffings: [(plan: Plan, lines: [StaffingLine])]
  ) async throws -> [PlanOutcome] {
    guard !staffings.isEmpty else { return [] }
    var asked = scenario
    asked.plans = staffings.enumerated().map { index, staffing in
      var plan = staffing.plan
      plan.name = "\(index)"
      plan.staffing = StaffingPlan(
        lines: staffing.lines + plan.staffing.nobody, unstaffed: .allow)
      return plan
    }
    let replications = max(2, scenario.experiment.replications)
    let comparison = try await Comparer(
      scenario: asked,
      options: ComparisonOptions(
        replications: replications, threads: request.run.threads, volumeMultiples: [],
        largestReplications: replications, keepsIntervals: false)
    ).compare()
    return try staffings.indices.map { index in
      guard let outcome = comparison.plan("\(index)") else {
        let refusal = comparison.refused.first { $0.plan == "\(index)" }?.reason
        throw refusal.map { PlanningError.contract(plan: staffings[index].plan.name, $0) }
          ?? CancellationError()
      }
      return outcome
    }
  }

  private func question(_ plan: Plan) -> ShiftQuestion {
    ShiftQuestion(
      RequirementQuestion(
        scenario: scenario.scenario, groups: [], days: scenario.horizon,
        replications: max(2, scenario.experiment.replications), threads: request.run.threads),
      plan: plan, design: plan.staffing.design ?? plan.staffing.impliedDesign,
      limits: SolverLimits(gap: request.gap, seconds: request.seconds))
  }
}

extension HeadcountUseCase.Staffed {
  /// 0 where no target is missed, else 1.
  package var rank: Int { year.isKept || cheaperAsWritten != nil ? 0 : 1 }
  /// Of what was found and the lines as written.
  package var leastMean: Double { cheaperAsWritten?.mean ?? mean }
}
