// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import Plans
import Reporting
import Scenarios

/// Explores a scenario and keeps what the manifest wants to know.
struct ExplorationRun {
  let exploration: Exploration
  private let record: RunRecord

  init(
    _ scenario: PlannedScenario, file: ScenarioSource, options: RunOptions,
    exploring: ExplorationOptions
  ) async throws(CommandFailure) {
    record = RunRecord(scenario)
    let bars = ExplorationProgress.Phase.allCases.map { phase in
      (phase, ProgressBar("\(scenario.name): \(phase.rawValue)"))
    }
    defer { for (_, bar) in bars { bar.finish() } }
    var exploring = exploring
    exploring.comparison.scenarioHash = file.fingerprint(options.settings, scenario)
    do {
      exploration = try await Explorer(scenario: scenario, options: exploring) { step in
        for (phase, bar) in bars {
          if phase == step.phase {
            bar.update(done: step.done, total: step.total)
          } else {
            bar.finish()
          }
        }
      }.explore()
    } catch {
      throw CommandFailure(status: .badData, message: "\(file.path): \(sentence(for: error))")
    }
  }

  /// - Parameter further: The command's own arguments, to repeat the run.
  func manifest(options: RunOptions, file: String, further: [String]) -> Manifest {
    record.manifest(
      exploration.comparison, command: "explore", file: file, options: options, further: further)
  }
}
