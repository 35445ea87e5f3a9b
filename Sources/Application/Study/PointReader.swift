// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Planning
import Plans
import ScenarioFiles
import Scenarios
import Studies

/// Reads the scenario of every point once, before anything is run: a mistake in the last point costs no
/// night.
struct PointReader {
  let source: ScenarioSource
  let grid: GridFile
  let file: String
  let memory: Double

  /// Fills in what the scenarios decide: hashes, seed, replications, plans, which points have a size
  /// to be searched.
  ///
  /// - Returns: For each point the customers that a replication of all its rosters is expected to bring.
  func read(_ plan: inout StudyPlan) throws(ApplicationError) -> [Double] {
    var weights: [Double] = []
    var currency: String?
    for point in plan.points.indices {
      let scenario = try scenario(at: point, of: plan)
      if point == 0 {
        plan.seed = grid.seed ?? scenario.seed
        plan.replications = grid.replications ?? scenario.experiment.replications
        plan.plans = try plans(of: scenario)
        let base = try source.scenario(overrides: plan.settings.map { ($0.path, $0.value) })
        plan.scenarioHash = source.fingerprint([], base)
        if grid.measures == nil {
          for measure in scenario.measures { plan.measures.append(.service(measure)) }
        }
        currency = scenario.currency
      }
      try check(scenario, at: point, of: plan, currency: currency ?? "")
      let settings = plan.overrides(of: point).map { "\($0.path)=\($0.value)" }
      plan.points[point].hash = source.fingerprint(settings, scenario)
      let chosen = scenario.plans.filter { plan.plans.contains($0.name) }
      plan.points[point].isSized = chosen.contains { $0.staffing.sizing != nil }
      if let planned = chosen.first(where: { $0.staffing.sizing?.isPlanned == true }) {
        throw .request(.shiftsStillPlanned(plan: planned.name))
      }
      weights.append(try weight(chosen, in: scenario))
    }
    return weights
  }

  private func scenario(at point: Int, of plan: StudyPlan) throws(ApplicationError)
    -> PlannedScenario
  {
    do throws(ApplicationError) {
      return try source.scenario(overrides: plan.overrides(of: point))
    } catch {
      guard case .file(_, .scenario(let problem)) = error else { throw error }
      throw .file(file, .point(point, problem))
    }
  }

  private func plans(of scenario: PlannedScenario) throws(ApplicationError) -> [String] {
    let known = scenario.plans.map(\.name)
    guard let wanted = grid.plans else {
      guard !known.isEmpty else { throw .file(source.path, .noPlans) }
      return known
    }
    for name in wanted where !known.contains(name) {
      throw .file(file, .study(.otherPlans(point: 0, found: known, expected: wanted)))
    }
    return known.filter(wanted.contains)
  }

  private func check(
    _ scenario: PlannedScenario, at point: Int, of plan: StudyPlan, currency: String
  ) throws(ApplicationError) {
    let names = scenario.plans.map(\.name)
    let isSame = grid.plans == nil ? names == plan.plans : plan.plans.allSatisfy(names.contains)
    guard isSame else {
      throw .file(file, .study(.otherPlans(point: point, found: names, expected: plan.plans)))
    }
    guard scenario.currency == currency else {
      throw .file(
        file,
        .study(.otherCurrency(point: point, found: scenario.currency, expected: currency)))
    }
    for measure in plan.measures {
      if let asked = measure.asked, !scenario.measures.contains(asked) {
        throw .file(file, .study(.measureNotAsked(key: measure.key, point: point)))
      }
    }
    // Compiling takes longer than reading; what only one point has shows when it is run.
    if point == 0 || point == plan.points.count - 1 { try scenario.rehearse(source.path) }
  }

  /// Rosters that are the same are simulated once.
  private func weight(
    _ plans: [Plan], in scenario: PlannedScenario
  ) throws(ApplicationError) -> Double {
    var request = RunRequest(source, threads: 1, memoryLimit: memory)
    request.replications = scenario.experiment.replications
    try request.checkLoad(scenario)
    var rosters: [StaffingPlan] = []
    var sum = 0.0
    for plan in plans where !rosters.contains(plan.staffing.asSimulated) {
      rosters.append(plan.staffing.asSimulated)
      let load = RunLoad(PlannedScenario(scenario.scenario, plans: [plan]), threads: 1)
      // What a replication takes without a customer: counts of every interval.
      sum += load.customers + 20 * Double(scenario.horizon.count)
    }
    return max(1, sum)
  }
}
