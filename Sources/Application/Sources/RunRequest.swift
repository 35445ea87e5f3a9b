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
  /// Bytes that the run may be estimated to take; a larger one is refused.
  package var memoryLimit: Double

  package init(
    _ source: ScenarioSource, settings: [String] = [], replications: Int? = nil,
    seed: UInt64? = nil, threads: Int = ProcessInfo.processInfo.activeProcessorCount,
    memoryLimit: Double = RunLoad.memoryLimit
  ) {
    self.source = source
    self.settings = settings
    self.replications = replications
    self.seed = seed
    self.threads = threads
    self.memoryLimit = memoryLimit
  }

  /// The scenario with the request's changes; settings must be single values.
  ///
  /// - Throws: also for a run that would ask too much of the machine.
  package func scenario() throws(ApplicationError) -> PlannedScenario {
    try applied(to: try source.scenario(overrides: singleValues(of: settings, options: options)))
  }

  /// Paths of the scenario that the request sets beside its settings, and what does it.
  var options: [String: String] {
    var options: [String: String] = [:]
    if seed != nil { options["seed"] = "--seed" }
    if replications != nil { options["experiment.replications"] = "--replications" }
    return options
  }

  /// With replications and seed, where the request gives them.
  func applied(to scenario: PlannedScenario) throws(ApplicationError) -> PlannedScenario {
    var scenario = scenario
    if let replications { scenario.experiment.replications = replications }
    if let seed { scenario.seed = seed }
    try checkLoad(scenario)
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
