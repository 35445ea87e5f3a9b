// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Planning
import Plans
import Reporting
import Scenarios

/// The scenario before a change, on the customers of the one after it.
struct BaseScenario {
  let inputs: [String]
  private let source: ScenarioSource
  private let scenario: PlannedScenario

  /// Reads the file as it stands; seed and replications are those of the changed scenario.
  init(
    _ path: String, for changed: PlannedScenario, options: RunOptions
  ) throws(CommandFailure) {
    source = try ScenarioSource(path)
    var scenario = try source.scenario(overrides: [])
    scenario.seed = changed.seed
    scenario.experiment = changed.experiment
    guard scenario.horizon == changed.horizon else {
      throw CommandFailure(
        status: .badData,
        message:
          "\(path): horizon: found another one than the changed scenario's; before and after "
          + "need the same days.")
    }
    guard scenario.currency == changed.currency else {
      throw CommandFailure(
        status: .badData,
        message:
          "\(path): currency: found \(scenario.currency), allowed \(changed.currency) as in the "
          + "changed scenario, as amounts before and after are subtracted.")
    }
    self.scenario = scenario
    inputs = scenario.inputs(path)
  }

  /// Compares the plans before the change and sets them beside those after it.
  func change(
    to after: Comparison, file: String, options: RunOptions
  ) async throws -> ChangeReport {
    let run = try await ComparisonRun(scenario, file: source, options: options, multiples: [])
    let name = { (path: String) in URL(fileURLWithPath: path).lastPathComponent }
    do {
      return ChangeReport(
        try ChangeEffect(before: run.comparison, after: after), before: name(source.path),
        after: ([name(file)] + options.settings.map { "--set \($0)" }).joined(separator: " "))
    } catch {
      throw CommandFailure(status: .badData, message: "\(file): \(sentence(for: error))")
    }
  }
}
