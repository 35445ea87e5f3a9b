// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Planning
import Plans
import Reporting
import Scenarios

/// Compares the plans of a scenario and keeps what the manifest wants to know.
struct ComparisonRun {
  let comparison: Comparison
  private let record: RunRecord

  init(
    _ scenario: PlannedScenario, file: ScenarioSource, options: RunOptions, multiples: [Double],
    precision: ServicePrecision? = nil, largest: LargestReplications? = nil
  ) async throws(CommandFailure) {
    record = RunRecord(scenario)
    let bar = ProgressBar(scenario.name)
    defer { bar.finish() }
    do {
      comparison = try await Comparer(
        scenario: scenario,
        options: ComparisonOptions(
          threads: options.threadCount, volumeMultiples: multiples, servicePrecision: precision,
          largestReplications: largest?.largestReplications,
          scenarioHash: file.fingerprint(options.settings, scenario),
          suggestsSizes: !multiples.isEmpty)
      ) { bar.update(done: $0.done, total: $0.total) }.compare()
    } catch let failure as CommandFailure {
      throw failure
    } catch {
      throw CommandFailure(status: .badData, message: "\(file.path): \(sentence(for: error))")
    }
  }

  func manifest(
    command: String, file: String, options: RunOptions, further: [String] = []
  ) -> Manifest {
    record.manifest(
      comparison, command: command, file: file, options: options, further: further)
  }
}

/// When a run began, and on what; started before anything is simulated.
struct RunRecord {
  let scenario: PlannedScenario
  private let startedAt = Date()
  private let clock = ContinuousClock.now

  init(_ scenario: PlannedScenario) { self.scenario = scenario }

  func manifest(
    _ comparison: Comparison, command: String, file: String, options: RunOptions,
    further: [String] = []
  ) -> Manifest {
    let elapsed = ContinuousClock.now - clock
    let settings = options.settings.flatMap { ["--set", $0] }
    return Manifest(
      version: ProductVersion.current, command: command,
      arguments: [URL(fileURLWithPath: file).lastPathComponent] + settings + [
        "--replications", String(scenario.experiment.replications),
        "--seed", String(scenario.seed), "--lang", options.language.rawValue,
      ] + further,
      scenarioName: scenario.name, scenarioHash: comparison.scenarioHash, seed: scenario.seed,
      replications: comparison.replications, horizon: scenario.horizon,
      run: Manifest.Run(
        startedAt: startedAt.ISO8601Format(),
        seconds: Double(elapsed.components.seconds)
          + Double(elapsed.components.attoseconds) / 1e18,
        threads: options.threadCount))
  }
}
