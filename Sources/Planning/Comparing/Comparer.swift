// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Inference
import Measures
package import Plans
import Scenarios

/// Runs every plan on the same simulated customers and judges them.
package struct Comparer: Sendable {
  private let scenario: Scenario
  private let plans: [Plan]
  private let options: ComparisonOptions
  private let progress: @Sendable (PlanningProgress) -> Void

  package init(
    scenario: PlannedScenario, options: ComparisonOptions = ComparisonOptions(),
    progress: @escaping @Sendable (PlanningProgress) -> Void = { _ in }
  ) {
    self.scenario = scenario.scenario
    plans = scenario.plans
    self.options = options
    self.progress = progress
  }

  /// - Throws: `PlanningError`, or what compiling a plan refuses.
  package func compare() async throws -> Comparison {
    try options.validate()
    let groups = PlanGroup.split(plans)
    var evaluated = try await evaluate(groups)
    try await refine(&evaluated)
    let outcomes = try outcomes(evaluated)
    let ranking = try Ranking(outcomes, level: options.level, indifference: options.indifference)
    let curve = try await breakEven(groups, evaluated)
    let pictures = Pictures(scenario: scenario, outcomes: outcomes)
    var comparison = Comparison(
      scenarioName: scenario.name, scenarioHash: options.scenarioHash, seed: scenario.seed,
      horizon: scenario.horizon, replications: evaluated.first?.evaluation.replications ?? 0,
      plans: outcomes, refused: refused(evaluated), differences: ranking.differences,
      cheapest: ranking.cheapest, breakEven: curve, volume: pictures.volume,
      pictureDay: pictures.day, sizings: evaluated.flatMap(\.tables),
      risk: RiskTable(outcomes).rows, verdict: .empty)
    comparison.verdict = VerdictBuilder(
      scenario: scenario, plans: plans, comparison: comparison, ranking: ranking,
      sizesNotFound: evaluated.filter { !$0.isSizeFound }.flatMap { group in
        group.evaluation.ledgers.map { ($0.plan.name, group.size ?? 0) }
      }
    ).verdict()
    return comparison
  }

  private func evaluate(_ groups: [PlanGroup]) async throws -> [EvaluatedGroup] {
    let replications = options.replications ?? scenario.experiment.replications
    guard replications >= 1 else {
      throw PlanningError.outOfRange(
        field: "replications", found: Double(replications), allowed: "1 or more")
    }
    var evaluated: [EvaluatedGroup] = []
    for (index, group) in groups.enumerated() {
      progress(
        PlanningProgress(
          phase: .plans, plan: group.plans.first?.name, done: index, total: groups.count))
      evaluated.append(
        try await EvaluatedGroup(
          group, scenario: scenario, replications: replications, threads: options.threads,
          keepsIntervals: options.keepsIntervals))
    }
    return evaluated
  }

  /// Adds replications until every plan's yearly cost has the wanted precision, and the measure of
  /// service that was asked for.
  private func refine(_ evaluated: inout [EvaluatedGroup]) async throws {
    if let relative = scenario.experiment.relativePrecision {
      try await refine(&evaluated, to: relative) { groups in
        groups.flatMap(\.evaluation.ledgers).filter { $0.refusals == 0 }
          .map { $0.totals.map(\.inYuan) }
      }
    }
    if let wanted = options.servicePrecision {
      try await refine(&evaluated, to: wanted.relative) { groups in
        groups.map { group in
          wanted.measure.linearized(group.evaluation.totals.lazy.map(\.counts))
        }.filter { !$0.isEmpty }
      }
    }
  }

  private func refine(
    _ evaluated: inout [EvaluatedGroup], to relative: Double,
    of samples: ([EvaluatedGroup]) -> [[Double]]
  ) async throws {
    while true {
      let moments = samples(evaluated).map { SampleMoments($0) }
      let done = evaluated.first?.evaluation.replications ?? 0
      let rule = try StoppingRule(
        precisions: moments.map { _ in StoppingRule.Precision(relative: relative) },
        level: options.level, minimum: max(2, done),
        maximum: max(2, done, options.largestReplications))
      guard case .more(let total) = try rule.decide(moments), total > done else { return }
      for index in evaluated.indices {
        progress(PlanningProgress(phase: .precision, plan: nil, done: done, total: total))
        try await evaluated[index].evaluation.run(upTo: total, threads: options.threads)
      }
    }
  }

  private func outcomes(_ evaluated: [EvaluatedGroup]) throws -> [PlanOutcome] {
    let all = try evaluated.flatMap { try $0.evaluation.outcomes(size: $0.size) }
    return plans.compactMap { plan in all.first { $0.name == plan.name } }
  }

  private func refused(_ evaluated: [EvaluatedGroup]) -> [RefusedPlan] {
    evaluated.flatMap(\.evaluation.ledgers).compactMap { ledger in
      ledger.firstRefusal.map {
        RefusedPlan(plan: ledger.plan.name, replications: ledger.refusals, reason: $0)
      }
    }
  }

  private func breakEven(
    _ groups: [PlanGroup], _ evaluated: [EvaluatedGroup]
  ) async throws -> BreakEvenCurve? {
    guard !options.volumeMultiples.isEmpty else { return nil }
    var finder = BreakEvenFinder(
      scenario: scenario, plans: plans, groups: groups, sizes: evaluated.map(\.size),
      options: options,
      sizingReplications: evaluated.first?.evaluation.replications ?? 1, evaluated: evaluated,
      progress: progress)
    return try await finder.curve()
  }
}
