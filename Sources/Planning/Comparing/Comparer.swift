// SPDX-License-Identifier: GPL-3.0-or-later

import Capacity
import Experiments
import Inference
import Measures
import Money
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
    if SimulationMemory.current != nil { return try await compared() }
    // Plans that staff alike at other prices look for the same sizes.
    return try await SimulationMemory.$current.withValue(SimulationMemory()) {
      try await compared()
    }
  }

  private func compared() async throws -> Comparison {
    try options.validate()
    let groups = PlanGroup.split(plans)
    var evaluated = try await evaluate(groups)
    try await refine(&evaluated)
    try await tell(&evaluated)
    let outcomes = try await outcomes(evaluated)
    let ranking = try Ranking(outcomes, level: options.level, indifference: options.indifference)
    let savings = try await savings(outcomes)
    let curve = try await breakEven(evaluated, savings)
    let pictures = try Pictures(scenario: scenario, outcomes: outcomes, plans: plans)
    var comparison = Comparison(
      scenarioName: scenario.name, scenarioHash: options.scenarioHash, seed: scenario.seed,
      horizon: scenario.horizon, replications: evaluated.first?.evaluation.replications ?? 0,
      plans: outcomes, refused: refused(evaluated), differences: ranking.differences,
      cheapest: ranking.cheapest, breakEven: curve, volume: pictures.volume,
      pictureDay: pictures.day, sizings: evaluated.flatMap(\.tables),
      periodTables: evaluated.flatMap(\.periodTables), savings: savings,
      planned: evaluated.compactMap(\.planned),
      risk: RiskTable(
        ranking.eligible.isEmpty ? outcomes : outcomes.filter { $0.isRanked && $0.meetsTargets }
      ).rows, verdict: .empty)
    comparison.verdict = VerdictBuilder(
      scenario: scenario, plans: plans, comparison: comparison, ranking: ranking,
      sizesNotFound: evaluated.filter { !$0.isSizeFound }.flatMap { group in
        group.evaluation.ledgers.map { ($0.plan.name, group.largestSize) }
      }
    ).verdict()
    if let floor = try await poolFloor(of: comparison) {
      comparison.verdict.assumedValues.append(.pool(floor))
    }
    comparison.spread = try await spread(of: comparison, evaluated)
    return comparison
  }

  /// What makes the horizons differ under the recommended plan; nil where it was not asked for.
  private func spread(
    of comparison: Comparison, _ evaluated: [EvaluatedGroup]
  ) async throws -> SpreadSplit? {
    guard options.splitsSpread, let name = comparison.verdict.recommendation.favourite,
      let group = evaluated.first(where: { group in
        group.evaluation.ledgers.contains { $0.plan.name == name }
      })
    else { return nil }
    progress(PlanningProgress(phase: .spread, plan: name, done: 0, total: 1))
    return try await SpreadSplit(
      of: name, group.evaluation, sizes: group.sizes, plans: plans, threads: options.threads)
  }

  /// How small the assumed pool of the recommended plan may be; nil where it has none, or is not known
  /// to meet its targets.
  private func poolFloor(of comparison: Comparison) async throws -> PoolFloor? {
    guard options.suggestsSizes, !scenario.serviceTargets.isEmpty,
      let name = comparison.verdict.recommendation.favourite,
      let outcome = comparison.plan(name), outcome.isPoolSizeAssumed, outcome.meetsTargets,
      let plan = plans.first(where: { $0.name == name })
    else { return nil }
    progress(PlanningProgress(phase: .sizing, plan: name, done: 0, total: 1))
    return try await PoolFloor(
      plan, lines: outcome.staffing.lines, scenario: scenario,
      replications: comparison.replications, threads: options.threads)
  }

  private func evaluate(_ groups: [PlanGroup]) async throws -> [EvaluatedGroup] {
    let replications = options.replications ?? scenario.experiment.replications
    guard replications >= 1 else {
      throw PlanningError.outOfRange(
        field: "replications", found: Double(replications), allowed: "1 or more")
    }
    let largest = most(replications)
    let chains = chains(groups) { $0.plans.first?.staffing.asSimulated }
    let found = try await concurrently(chains, threads: options.threads) { chain, threads in
      var found: [EvaluatedGroup] = []
      for index in chain {
        progress(
          PlanningProgress(
            phase: .plans, plan: groups[index].plans.first?.name, done: index,
            total: groups.count))
        found.append(
          try await EvaluatedGroup(
            groups[index], scenario: scenario, replications: replications, largest: largest,
            threads: threads, keepsIntervals: options.keepsIntervals
          ) {
            progress(
              PlanningProgress(
                phase: .planning, plan: groups[index].plans.first?.name, done: $0.done,
                total: $0.total))
          })
      }
      return found
    }
    let places = zip(chains, found).flatMap { zip($0, $1) }
    var evaluated = places.sorted { $0.0 < $1.0 }.map(\.1)
    // A search may have run the size that it chose for longer.
    try await run(&evaluated, upTo: evaluated.map(\.evaluation.replications).max() ?? 0)
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
        maximum: max(2, done, options.largestReplications ?? 10_000))
      guard case .more(let total) = try rule.decide(moments), total > done else { return }
      try await run(&evaluated, upTo: total)
    }
  }

  /// Replications that open targets may take.
  private func most(_ replications: Int) -> Int {
    max(replications, options.largestReplications ?? 4 * replications)
  }

  /// Adds replications while a ranked plan's target is open and an affordable number would tell; all
  /// plans get them, so that their costs are compared on the same customers.
  private func tell(_ evaluated: inout [EvaluatedGroup]) async throws {
    let most = most(options.replications ?? scenario.experiment.replications)
    while true {
      let needed = evaluated.filter(\.isRanked).compactMap {
        $0.evaluation.targetResults().replicationsToTell
      }.filter { $0 <= most }.max()
      guard let needed else { return }
      let done = evaluated.first?.evaluation.replications ?? 0
      try await run(&evaluated, upTo: min(most, max(needed, done * 3 / 2)))
    }
  }

  private func run(_ evaluated: inout [EvaluatedGroup], upTo total: Int) async throws {
    for index in evaluated.indices {
      let done = evaluated[index].evaluation.replications
      guard done < total else { continue }
      progress(PlanningProgress(phase: .precision, plan: nil, done: done, total: total))
      try await evaluated[index].evaluation.run(upTo: total, threads: options.threads)
    }
  }

  /// What sizing by month would save of plans that are sized by hand.
  private func savings(_ outcomes: [PlanOutcome]) async throws -> [SizingSaving] {
    guard options.suggestsSizes else { return [] }
    let written = plans.compactMap { plan in
      outcomes.first { $0.name == plan.name && $0.isRanked }.map { (plan, $0) }
    }
    // Plans on one roster are sized at their own prices, on trials that they share.
    let chains = chains(written) { $0.0.staffing.asSimulated }
    let found = try await concurrently(chains, threads: options.threads) { chain, threads in
      var found: [(Int, SizingSaving)] = []
      for index in chain {
        let (plan, outcome) = written[index]
        progress(
          PlanningProgress(phase: .sizing, plan: plan.name, done: index, total: written.count))
        if let saving = try await SizingSaving(
          plan, as: outcome, scenario: scenario, threads: threads)
        {
          found.append((index, saving))
        }
      }
      return found
    }
    return found.flatMap(\.self).sorted { $0.0 < $1.0 }.map(\.1)
  }

  private func outcomes(_ evaluated: [EvaluatedGroup]) async throws -> [PlanOutcome] {
    let all = try await concurrently(evaluated, threads: options.threads) { group, _ in
      try group.evaluation.outcomes(sizes: group.sizes)
    }.flatMap(\.self)
    return plans.compactMap { plan in all.first { $0.name == plan.name } }
  }

  private func refused(_ evaluated: [EvaluatedGroup]) -> [RefusedPlan] {
    evaluated.flatMap(\.evaluation.ledgers).compactMap { ledger in
      ledger.firstRefusal.map {
        RefusedPlan(plan: ledger.plan.name, replications: ledger.refusals, reason: $0)
      }
    }
  }

  /// Every plan at its own best: one that was sized by hand, or once for the whole horizon, is sized by
  /// month at every volume where that was found to meet its targets for less.
  private func breakEven(
    _ evaluated: [EvaluatedGroup], _ savings: [SizingSaving]
  ) async throws -> BreakEvenCurve? {
    guard !options.volumeMultiples.isEmpty else { return nil }
    let better = savings.filter { $0.answer != .missed && $0.saves.mean > 0 }
    let plans = self.plans.map { plan in
      better.first { $0.plan == plan.name }?.sized ?? plan
    }
    let groups = PlanGroup.split(plans)
    let sizes = groups.map { group -> SizeChoice? in
      let name = group.plans.first?.name
      if let saving = better.first(where: { $0.plan == name }) { return saving.choice }
      return evaluated.first { $0.evaluation.ledgers.contains { $0.plan.name == name } }?.sizes
    }
    var finder = BreakEvenFinder(
      scenario: scenario, plans: plans, groups: groups, sizes: sizes, options: options,
      sizingReplications: evaluated.first?.evaluation.replications ?? 1,
      evaluated: evaluated.filter { group in
        !group.evaluation.ledgers.contains { ledger in
          better.contains { $0.plan == ledger.plan.name }
        }
      } + better.map(\.evaluated), progress: progress)
    return try await finder.curve()
  }
}
