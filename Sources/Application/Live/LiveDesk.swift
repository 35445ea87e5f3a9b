// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import Plans
package import Scenarios

/// Compares states of a scenario one after another, and simulates only what a state changes.
///
/// Every group of plans that staffs alike is remembered with its simulated usage, so that other prices
/// are put on what was simulated, another staffing is one plan's simulation, and what was rough is gone
/// on with and not begun anew. What is remembered is what the same run would give again.
package actor LiveDesk {
  /// Replications of the answers before the last. A single one comes first; it knows no interval.
  static let roughSteps = [1, 3, 10]
  /// Of a state whose sizes nobody knows yet.
  private static let fewestToSearch = 3

  /// What an answer was computed for.
  private struct Key: Hashable {
    var state: String
    /// Nil for the settled one.
    var replications: Int?
    /// The state whose sizes are held.
    var sizes: String?
  }

  private static let mostRough = 48
  private static let mostSettled = 3

  private let memory = SimulationMemory(evaluations: 24, withoutIntervals: 400)
  private let threads: Int
  private let memoryLimit: Double
  private var scenarios: [(key: String, scenario: PlannedScenario)] = []
  private var rough: [(key: Key, comparison: Comparison, held: [String])] = []
  private var settled: [(key: String, comparison: Comparison)] = []
  private var sizes: (key: String, sizes: HeldSizes)?

  package init(threads: Int, memoryLimit: Double = RunLoad.memoryLimit) {
    self.threads = threads
    self.memoryLimit = memoryLimit
  }

  /// The scenario of a state, or every mistake in it.
  func scenario(_ state: LiveState) throws(ApplicationError) -> PlannedScenario {
    if let known = scenarios.first(where: { $0.key == state.key }) { return known.scenario }
    let scenario = try request(state).scenario()
    scenarios.append((state.key, scenario))
    if scenarios.count > 16 { scenarios.removeFirst() }
    return scenario
  }

  private func request(_ state: LiveState) -> RunRequest {
    RunRequest(
      state.source, settings: state.settings, threads: threads, memoryLimit: memoryLimit)
  }

  /// How many replications the answers to a state have, the last being the settled one.
  func steps(_ scenario: PlannedScenario) -> [Int] {
    let all = scenario.experiment.replications
    return Self.roughSteps.filter { $0 < all } + [all]
  }

  /// Whether nothing of the state has to be simulated for its settled answer: it is known, or differs
  /// in prices alone from one that is.
  func isPricedOnly(_ state: LiveState) throws(ApplicationError) -> Bool {
    if settled.contains(where: { $0.key == state.key }) { return true }
    let wanted = try scenario(state)
    for (key, _) in settled {
      guard let known = scenarios.first(where: { $0.key == key })?.scenario else { continue }
      // A search weighs prices, and tries sizes that were not simulated.
      guard known.scenario == wanted.scenario, known.plans.count == wanted.plans.count,
        wanted.plans.allSatisfy({ $0.staffing.sizing?.isUniform ?? true })
      else { continue }
      let isAlike = zip(known.plans, wanted.plans).allSatisfy {
        $0.name == $1.name && $0.staffing == $1.staffing
      }
      if isAlike { return true }
    }
    return false
  }

  /// The plans after some replications, with sizes held as the given state has them where that is
  /// known.
  ///
  /// - Returns: The comparison, and the plans whose sizes are held.
  func compare(
    _ state: LiveState, replications: Int, sizedFor other: LiveState?
  ) async throws(ApplicationError) -> (comparison: Comparison, held: [String]) {
    let scenario = try scenario(state)
    let held = heldSizes(for: scenario, other)
    let key = Key(state: state.key, replications: replications, sizes: held.key)
    if let known = rough.first(where: { $0.key == key }) { return (known.comparison, known.held) }
    var (fixed, plans) = held.sizes.hold(scenario)
    fixed.experiment.relativePrecision = nil
    let searched = fixed.plans.filter { $0.staffing.sizing != nil }.map(\.name)
    // One replication knows no interval, so that no size could be found in it.
    let replications = searched.isEmpty ? replications : max(Self.fewestToSearch, replications)
    let comparer = Comparer(
      scenario: fixed,
      options: ComparisonOptions(
        replications: replications, threads: threads, volumeMultiples: [],
        largestReplications: replications,
        scenarioHash: state.source.fingerprint(state.settings, scenario),
        keepsIntervals: false))
    let comparison = try await remembering(state) { try await comparer.compare() }
    if !searched.isEmpty {
      plans += searched
      // What few replications found is held until the settled sizes are known.
      if sizes == nil { sizes = (state.key, HeldSizes(comparison, of: scenario)) }
    }
    rough.append((key, comparison, plans))
    if rough.count > Self.mostRough { rough.removeFirst() }
    return (comparison, plans)
  }

  /// What the command line says of the state, but for the break-even curve.
  func settle(
    _ state: LiveState, _ report: @escaping @Sendable (ComparisonProgress) -> Void = { _ in }
  ) async throws(ApplicationError) -> Comparison {
    if let known = settled.first(where: { $0.key == state.key }) { return known.comparison }
    let scenario = try scenario(state)
    let request = request(state)
    let comparison = try await remembering(state) {
      try await request.compare(scenario, report)
    }
    settled.append((state.key, comparison))
    if settled.count > Self.mostSettled { settled.removeFirst() }
    sizes = (state.key, HeldSizes(comparison, of: scenario))
    return comparison
  }

  /// Lines of the plans of a state, with sizes that were searched; empty before it is settled.
  package func settledLines(_ state: LiveState) -> [String: [StaffingLine]] {
    let plans = settled.first { $0.key == state.key }?.comparison.plans ?? []
    return Dictionary(
      plans.map { ($0.name, $0.staffing.lines) }, uniquingKeysWith: { first, _ in first })
  }

  /// Sizes of the given state, else of the last one that has them.
  private func heldSizes(
    for scenario: PlannedScenario, _ other: LiveState?
  ) -> (key: String?, sizes: HeldSizes) {
    guard scenario.plans.contains(where: { $0.staffing.sizing != nil }) else {
      return (nil, HeldSizes())
    }
    if let other, let comparison = settled.first(where: { $0.key == other.key })?.comparison,
      let written = scenarios.first(where: { $0.key == other.key })?.scenario
    {
      return (other.key, HeldSizes(comparison, of: written))
    }
    return sizes.map { ($0.key, $0.sizes) } ?? (nil, HeldSizes())
  }

  private func remembering<Value: Sendable>(
    _ state: LiveState, _ body: @Sendable () async throws -> Value
  ) async throws(ApplicationError) -> Value {
    do {
      return try await SimulationMemory.$current.withValue(memory) { try await body() }
    } catch {
      throw ApplicationError(error, file: state.source.path)
    }
  }
}
