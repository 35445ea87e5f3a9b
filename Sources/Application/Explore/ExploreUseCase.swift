// SPDX-License-Identifier: GPL-3.0-or-later

package import Planning
package import Plans
import Scenarios

/// Explores around a comparison: risk, sensitivity, break-even, mixes, the provider.
package struct ExploreUseCase: UseCase {
  package struct Request: Sendable {
    package var run: RunRequest
    /// Threads and the scenario's hash are the run's.
    package var options: ExplorationOptions
    /// Whether more points than are explored unasked are meant.
    package var isLongMeant: Bool

    package init(
      _ run: RunRequest, options: ExplorationOptions = ExplorationOptions(),
      isLongMeant: Bool = false
    ) {
      self.run = run
      self.options = options
      self.isLongMeant = isLongMeant
    }
  }

  package struct Outcome: Sendable {
    package let exploration: Exploration
    package let record: RunRecord
  }

  /// Points that are explored without being asked whether they are meant.
  package static let mostUnasked = 500

  /// With the request's changes.
  package let scenario: PlannedScenario
  private let request: Request

  package init(_ request: Request) throws(ApplicationError) {
    self.request = request
    scenario = try request.run.scenario()
    let points = Explorer.points(scenario, request.options)
    guard request.isLongMeant || points <= Self.mostUnasked else {
      throw .request(.explorationIsLong(found: points, unasked: Self.mostUnasked))
    }
  }

  package var inputs: [String] { scenario.inputs(request.run.source.path) }

  /// Names the scenario's file, the settings and the histories.
  package var scenarioHash: String {
    request.run.source.fingerprint(request.run.settings, scenario)
  }

  package func run(
    _ report: @escaping @Sendable (ExplorationProgress) -> Void
  ) async throws(ApplicationError) -> Outcome {
    let record = RunRecord(scenario)
    let source = request.run.source
    var options = request.options
    options.comparison.threads = request.run.threads
    options.comparison.scenarioHash = source.fingerprint(request.run.settings, scenario)
    do {
      let exploration = try await Explorer(
        scenario: scenario, options: options, progress: report
      ).explore()
      return Outcome(exploration: exploration, record: record.finished())
    } catch {
      throw ApplicationError(error, file: source.path)
    }
  }
}
