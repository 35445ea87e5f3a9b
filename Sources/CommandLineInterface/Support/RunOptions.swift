// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import ArgumentParser
import Foundation
import Plans
import Reporting
import Scenarios
import Wording

extension Language: ExpressibleByArgument {}

enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  case table, json
}

/// Options that every simulating command shares.
struct RunOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: "Replications; each is one independent horizon. Default: the scenario's, or 30.")
  var replications: Int?

  @Option(
    parsing: .unconditional,
    help: "Seed of all random streams, 0 to \(UInt64.max). Default: the scenario's.")
  var seed: UInt64?

  @Option(
    parsing: .unconditional, help: "Threads; the results do not depend on it. Default: all cores.")
  var threads: Int?

  @Option(name: .customLong("lang"), help: "Language of all that is said: en or zh.")
  var language: Language = .english

  @Option(help: "What to print: table or json.")
  var format: OutputFormat = .table

  @Option(
    name: .customLong("set"),
    help: "Replace a value of the scenario, as in demand.daily_mean=600; may be repeated.")
  var settings: [String] = []

  @OptionGroup var limits: LimitOptions

  func validate() throws {
    if let replications, !(1...1_000_000).contains(replications) {
      throw ValidationError("--replications", found: replications, allowed: "1 to 1000000")
    }
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads", found: threads, allowed: "1 to 1024")
    }
  }

  /// Refuses a single replication where intervals are made of them.
  func requireTwoReplications() throws {
    if replications == 1 {
      throw ValidationError("--replications", found: 1, allowed: "2 to 1000000")
    }
  }

  var threadCount: Int { threads ?? ProcessInfo.processInfo.activeProcessorCount }

  /// The file with the command line's changes.
  func request(_ file: String) throws(ApplicationError) -> RunRequest {
    RunRequest(
      try limits.source(file), settings: settings, replications: replications, seed: seed,
      threads: threadCount, memoryLimit: limits.memoryLimit)
  }
}

extension Manifest {
  /// Of a run that simulates.
  ///
  /// - Parameters:
  ///   - inputs: Files that the command reads, the scenario first, as they were when it began.
  ///   - further: The command's own arguments, to repeat the run.
  init(
    _ record: RunRecord, scenarioHash: String, replications: Int, command: String, file: String,
    options: RunOptions, inputs: [InputRecord], further: [String] = []
  ) {
    let scenario = record.scenario
    self.init(
      product: .current, command: command,
      arguments: [URL(fileURLWithPath: file).lastPathComponent]
        + options.settings.flatMap { ["--set", $0] } + [
          "--replications", String(scenario.experiment.replications),
          "--seed", String(scenario.seed), "--lang", options.language.rawValue,
        ] + options.limits.arguments + further,
      scenario: Manifest.Scenario(
        name: scenario.name, hash: scenarioHash, horizon: scenario.horizon,
        timeZone: scenario.timeZone, seed: scenario.seed, replications: replications),
      inputs: inputs,
      run: Manifest.Run(
        startedAt: record.startedAt, seconds: record.seconds, threads: options.threadCount))
  }
}

extension Manifest.Product {
  static var current: Self {
    Self(version: ProductVersion.current, revision: ProductVersion.revision)
  }
}

/// When a command began, for its manifest.
struct RunClock {
  private let startedAt = Date().ISO8601Format()
  private let start = ContinuousClock.now

  /// The run until now, on one thread.
  var run: Manifest.Run {
    let elapsed = (ContinuousClock.now - start).components
    return Manifest.Run(
      startedAt: startedAt, seconds: Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18,
      threads: 1)
  }
}
