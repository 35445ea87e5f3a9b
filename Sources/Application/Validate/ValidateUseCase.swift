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
    /// Bytes that a run may be estimated to take.
    package var memoryLimit: Double

    package init(
      _ source: ScenarioSource, settings: [String] = [],
      memoryLimit: Double = RunLoad.memoryLimit
    ) {
      self.source = source
      self.settings = settings
      self.memoryLimit = memoryLimit
    }
  }

  /// What the sound file holds.
  package enum Outcome: Sendable {
    case contract(Contract)
    case scenario(PlannedScenario)
  }

  private let run: RunRequest
  private let overrides: [(path: String, value: String)]

  package init(_ request: Request) throws(ApplicationError) {
    run = RunRequest(request.source, memoryLimit: request.memoryLimit)
    overrides = try singleValues(of: request.settings)
  }

  package var inputs: [String] { [run.source.path] }

  package func run(
    _ report: @escaping @Sendable (Never) -> Void
  ) async throws(ApplicationError) -> Outcome {
    let source = run.source
    if let contract = try source.contract(overrides: overrides) { return .contract(contract) }
    let scenario = try source.scenario(overrides: overrides)
    try run.checkLoad(scenario)
    try scenario.rehearse(source.path)
    return .scenario(scenario)
  }
}
