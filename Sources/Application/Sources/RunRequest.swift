// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
package import Plans
import Scenarios

/// A scenario and how it is to be run; every request that simulates has one.
package struct RunRequest: Sendable {
  package var source: ScenarioSource
  /// Changes of the file's values, each as `path=value`.
  package var settings: [String]
  /// Nil takes the scenario's.
  package var replications: Int?
  /// Nil takes the scenario's.
  package var seed: UInt64?
  /// Results do not depend on it.
  package var threads: Int

  package init(
    _ source: ScenarioSource, settings: [String] = [], replications: Int? = nil,
    seed: UInt64? = nil, threads: Int = ProcessInfo.processInfo.activeProcessorCount
  ) {
    self.source = source
    self.settings = settings
    self.replications = replications
    self.seed = seed
    self.threads = threads
  }

  /// The scenario with the request's changes; settings must be single values.
  package func scenario() throws(ApplicationError) -> PlannedScenario {
    applied(to: try source.scenario(overrides: singleValues(of: settings)))
  }

  /// Replications and seed, where the request gives them.
  func applied(to scenario: PlannedScenario) -> PlannedScenario {
    var scenario = scenario
    if let replications { scenario.experiment.replications = replications }
    if let seed { scenario.seed = seed }
    return scenario
  }
}

/// When a run began and how long it took, for those who want to repeat it.
package struct RunRecord: Sendable {
  package let scenario: PlannedScenario
  package let startedAt = Date().ISO8601Format()
  /// Wall-clock seconds until `finished`.
  package private(set) var seconds = 0.0
  private let clock = ContinuousClock.now

  init(_ scenario: PlannedScenario) { self.scenario = scenario }

  func finished() -> RunRecord {
    let elapsed = (ContinuousClock.now - clock).components
    var record = self
    record.seconds = Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18
    return record
  }
}
