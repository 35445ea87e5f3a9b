// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Planning
import Plans
import Scenarios

/// The scenario before a change, on the customers of the one after it.
struct BaseScenario: Sendable {
  let inputs: [String]
  private let request: RunRequest
  private let scenario: PlannedScenario

  /// Reads the file as it stands; seed and replications are those of the changed scenario.
  init(
    _ source: ScenarioSource, for changed: PlannedScenario, _ request: RunRequest
  ) throws(ApplicationError) {
    var scenario = try source.scenario()
    scenario.seed = changed.seed
    scenario.experiment = changed.experiment
    guard scenario.horizon == changed.horizon else { throw .file(source.path, .otherHorizon) }
    guard scenario.currency == changed.currency else {
      throw .file(
        source.path, .otherCurrency(found: scenario.currency, allowed: changed.currency))
    }
    var request = request
    request.source = source
    try request.checkLoad(scenario)
    self.scenario = scenario
    inputs = scenario.inputs(source.path)
    self.request = request
  }

  /// Compares the plans before the change and sets them beside those after it.
  func change(
    to after: Comparison, file: String,
    _ report: @escaping @Sendable (ComparisonProgress) -> Void
  ) async throws(ApplicationError) -> ChangeReport {
    let before = try await request.compare(scenario, report)
    let name = { (path: String) in URL(fileURLWithPath: path).lastPathComponent }
    do {
      return ChangeReport(
        try ChangeEffect(before: before, after: after), before: name(request.source.path),
        after: ([name(file)] + request.settings.map { "--set \($0)" }).joined(separator: " "))
    } catch {
      throw ApplicationError(error, file: file)
    }
  }
}
