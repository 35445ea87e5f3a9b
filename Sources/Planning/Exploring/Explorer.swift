// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
package import Plans
import Scenarios

/// Compares the plans and then explores around the result, all on the same simulated customers.
package struct Explorer: Sendable {
  private let scenario: PlannedScenario
  private let options: ExplorationOptions
  private let progress: @Sendable (ExplorationProgress) -> Void

  package init(
    scenario: PlannedScenario, options: ExplorationOptions = ExplorationOptions(),
    progress: @escaping @Sendable (ExplorationProgress) -> Void = { _ in }
  ) {
    self.scenario = scenario
    self.options = options
    let points = Self.points(scenario, options)
    self.progress = { [counter = PointCounter()] step in
      var step = step
      step.point = counter.point(at: step)
      step.points = points
      progress(step)
    }
  }

  /// Points that are simulated: both ends of each assumption, every volume under every season, and every
  /// mix, where their number is not given as many as around a plan's own.
  package static func points(_ scenario: PlannedScenario, _ options: ExplorationOptions) -> Int {
    let mixes =
      (options.hybridSeats?.count ?? 3) * (options.hybridShortTerm?.count ?? 6)
    return 2 * Tornado.simulated.count
      + options.seasons.count * options.comparison.volumeMultiples.count
      + scenario.plans.count(where: \.isHybrid) * mixes
  }

  /// - Throws: `PlanningError`, or what compiling a plan refuses.
  package func explore() async throws -> Exploration {
    try await SimulationMemory.$current.withValue(SimulationMemory()) { try await explored() }
  }

  private func explored() async throws -> Exploration {
    let tornado = try Tornado(
      scenario: scenario, options: options.comparison, span: options.span)
    let surface = try SurfaceFinder(
      scenario: scenario, options: options.comparison, strengths: options.seasons)
    var lean = options.comparison
    lean.volumeMultiples = []
    let report = progress
    let comparison = try await Comparer(scenario: scenario, options: lean) { step in
      report(ExplorationProgress(phase: .comparison, done: step.done, total: step.total))
    }.compare()
    var exploration = Exploration(
      comparison: comparison, favourite: favourite(comparison), span: options.span)
    if let favourite = exploration.favourite {
      exploration.tornado = try await tornado.rows(comparison, favourite: favourite) {
        report(ExplorationProgress(phase: .tornado, done: $0, total: $1))
      }
    }
    if !options.seasons.isEmpty, !options.comparison.volumeMultiples.isEmpty {
      exploration.surface = try await surface.surface(comparison) {
        report(ExplorationProgress(phase: .surface, done: $0, total: $1))
      }
      // The scenario's own season is its break-even curve.
      exploration.comparison.breakEven =
        exploration.surface?.seasons.first { $0.strength == 1 }?.curve
    }
    for plan in scenario.plans where plan.isHybrid {
      exploration.hybrids.append(try await hybrids(of: plan, comparison))
    }
    exploration.providers = try await providers(comparison)
    exploration.frontier = Frontier.points(
      comparison, hybrids: exploration.hybrids.map { ($0.plan, $0.rows) })
    return exploration
  }

  private func favourite(_ comparison: Comparison) -> String? {
    if case .winner(let plan, _, _) = comparison.verdict.recommendation { return plan }
    return comparison.cheapest
  }

  private func hybrids(
    of plan: Plan, _ comparison: Comparison
  ) async throws -> Exploration.HybridTable {
    let lines = comparison.plan(plan.name)?.staffing.lines ?? plan.staffing.lines
    let most = { (isShortTerm: Bool) in
      lines.filter { $0.isShortTerm == isShortTerm }.map(\.agents).max() ?? 1
    }
    let (seats, extra) = (most(false), most(true))
    var table = Exploration.HybridTable(
      plan: plan.name, seats: options.hybridSeats ?? max(1, seats - 1)...seats + 1,
      shortTerm: options.hybridShortTerm ?? max(0, extra - 4)...extra + 1, rows: [])
    let search = try HybridSearch(
      scenario: scenario, plan: plan.name, replications: options.comparison.curveReplications,
      threads: options.comparison.threads)
    let report = progress
    table.rows = try await search.ranked(seats: table.seats, shortTerm: table.shortTerm) {
      report(ExplorationProgress(phase: .hybrid, done: $0, total: $1))
    }
    return table
  }

  /// Plans on a shared pool whose contracts price every replication.
  private func providers(_ comparison: Comparison) async throws -> [ProviderView] {
    let pooled = scenario.plans.filter { plan in
      plan.staffing.isSharedPool && comparison.plan(plan.name)?.isRanked == true
    }
    var views: [ProviderView] = []
    for (index, plan) in pooled.enumerated() {
      progress(ExplorationProgress(phase: .provider, done: index, total: pooled.count))
      let analysis = try ProviderAnalysis(
        scenario: scenario, plan: plan.name, terms: options.provider)
      views.append(
        try await analysis.view(
          replications: options.comparison.replications ?? scenario.experiment.replications,
          threads: options.comparison.threads))
    }
    return views
  }
}

/// Counts the points that are done over the parts of an exploration, each of which counts its own.
private final class PointCounter: @unchecked Sendable {
  private let lock = NSLock()
  // Guarded by `lock`.
  private var before = 0
  private var last: ExplorationProgress?

  func point(at step: ExplorationProgress) -> Int {
    lock.withLock {
      if let last, last.phase != step.phase || step.done < last.done {
        before += Self.points(last.phase, last.total)
      }
      last = step
      return before + Self.points(step.phase, step.done)
    }
  }

  /// An assumption has two points.
  private static func points(_ phase: ExplorationProgress.Phase, _ done: Int) -> Int {
    switch phase {
    case .comparison, .provider: 0
    case .tornado: 2 * done
    case .surface, .hybrid: done
    }
  }
}
