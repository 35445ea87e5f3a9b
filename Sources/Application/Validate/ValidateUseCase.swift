// SPDX-License-Identifier: GPL-3.0-or-later

package import Plans
package import Pricing
import Scenarios

/// Checks one scenario or contract as a comparison would, before it simulates.
package struct ValidateUseCase: UseCase {
  package struct Request: Sendable {
    package var source: ScenarioSource
    /// Changes of the file's values, each as `path=value`.
    package var settings: [String]

    package init(_ source: ScenarioSource, settings: [String] = []) {
      self.source = source
      self.settings = settings
    }
  }

  /// What the sound file holds.
  package enum Outcome: Sendable {
    case contract(Contract)
    case scenario(PlannedScenario)
  }

  private let source: ScenarioSource
  private let overrides: [(path: String, value: String)]

  package init(_ request: Request) throws(ApplicationError) {
    source = request.source
    overrides = try singleValues(of: request.settings)
  }

  package var inputs: [String] { [source.path] }

  package func run(
    _ report: @escaping @Sendable (Never) -> Void
  ) async throws(ApplicationError) -> Outcome {
    if let contract = try source.contract(overrides: overrides) { return .contract(contract) }
    let scenario = try source.scenario(overrides: overrides)
    try scenario.rehearse(source.path)
    return .scenario(scenario)
  }
}
