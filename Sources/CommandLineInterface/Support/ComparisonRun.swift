// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Planning
import Reporting
import Scenarios

/// Compares the plans of a scenario and keeps what the manifest wants to know.
struct ComparisonRun {
  let comparison: Comparison
  private let record: RunRecord

  init(
    _ scenario: Scenario, file: String, options: RunOptions, multiples: [Double],
    precision: ServicePrecision? = nil
  ) async throws(CommandFailure) {
    record = RunRecord(scenario)
    let bar = ProgressBar(scenario.name)
    defer { bar.finish() }
    do {
      comparison = try await Comparer(
        scenario: scenario,
        options: ComparisonOptions(
          threads: options.threadCount, volumeMultiples: multiples, servicePrecision: precision,
          scenarioHash: try fingerprint(file: file, options: options))
      ) { bar.update(done: $0.done, total: $0.total) }.compare()
    } catch let failure as CommandFailure {
      throw failure
    } catch {
      throw CommandFailure(status: .badData, message: "\(file): \(sentence(for: error))")
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
  let scenario: Scenario
  private let startedAt = Date()
  private let clock = ContinuousClock.now

  init(_ scenario: Scenario) { self.scenario = scenario }

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

/// FNV-1a over the file's bytes and the settings: names the question, guards against mix-ups.
func fingerprint(file: String, options: RunOptions) throws(CommandFailure) -> String {
  guard let data = FileManager.default.contents(atPath: file) else {
    throw CommandFailure(status: .noInput, message: "\(file): cannot be read.")
  }
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for byte in data + Data(options.settings.joined(separator: "\n").utf8) {
    hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
  }
  let digits = String(hash, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}
