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

  var threadCount: Int { threads ?? ProcessInfo.processInfo.activeProcessorCount }

  /// The file with the command line's changes.
  func request(_ file: String) throws(ApplicationError) -> RunRequest {
    RunRequest(
      try limits.source(file), settings: settings, replications: replications, seed: seed,
      threads: threadCount, memoryLimit: limits.memoryLimit)
  }
}

extension Manifest {
  /// - Parameter further: The command's own arguments, to repeat the run.
  init(
    _ record: RunRecord, scenarioHash: String, replications: Int, command: String, file: String,
    options: RunOptions, further: [String] = []
  ) {
    let scenario = record.scenario
    self.init(
      version: ProductVersion.current, command: command,
      arguments: [URL(fileURLWithPath: file).lastPathComponent]
        + options.settings.flatMap { ["--set", $0] } + [
          "--replications", String(scenario.experiment.replications),
          "--seed", String(scenario.seed), "--lang", options.language.rawValue,
        ] + options.limits.arguments + further,
      scenarioName: scenario.name, scenarioHash: scenarioHash, seed: scenario.seed,
      replications: replications, horizon: scenario.horizon,
      run: Manifest.Run(
        startedAt: record.startedAt, seconds: record.seconds, threads: options.threadCount))
  }
}
