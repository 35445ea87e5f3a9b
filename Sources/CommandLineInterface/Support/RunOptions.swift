// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Foundation
import Plans
import Reporting
import Scenarios

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

  @Option(name: .customLong("lang"), help: "Language of tables, report and verdict: en or zh.")
  var language: Language = .english

  @Option(help: "What to print: table or json.")
  var format: OutputFormat = .table

  @Option(
    name: .customLong("set"),
    help: "Replace a value of the scenario, as in demand.daily_mean=600; may be repeated.")
  var settings: [String] = []

  func validate() throws {
    if let replications, !(1...1_000_000).contains(replications) {
      throw ValidationError("--replications: found \(replications), allowed 1 to 1000000.")
    }
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads: found \(threads), allowed 1 to 1024.")
    }
  }

  var threadCount: Int { threads ?? ProcessInfo.processInfo.activeProcessorCount }

  /// The scenario of the file with the command line's changes; settings must be single values.
  func scenario(_ file: ScenarioSource) throws(CommandFailure) -> PlannedScenario {
    applied(to: try file.scenario(overrides: singleValues(of: settings)))
  }

  /// Replications and seed, where the command line gives them.
  func applied(to scenario: PlannedScenario) -> PlannedScenario {
    var scenario = scenario
    if let replications { scenario.experiment.replications = replications }
    if let seed { scenario.seed = seed }
    return scenario
  }
}

/// The paths and values of settings that must have one value each.
func singleValues(
  of settings: [String]
) throws(CommandFailure) -> [(path: String, value: String)] {
  var overrides: [(path: String, value: String)] = []
  for text in settings {
    let setting = try parseSetting(text)
    guard setting.values.count == 1 else {
      throw CommandFailure(
        status: .usage,
        message: "--set \(text): several values; a grid of them is `inquiry whatif`, one list is "
          + "written [a, b], and text with a comma in quotes.")
    }
    overrides.append((setting.path, setting.values[0]))
  }
  return overrides
}

func parseSetting(_ text: String) throws(CommandFailure) -> Setting {
  do {
    return try Setting(parsing: text)
  } catch {
    let reason =
      switch error {
      case .noEqualsSign: "no '='; write path=value, path=a,b,c or path=from..to/step"
      case .emptyPath: "no path before '='"
      case .noValues: "an empty value"
      case .unbalanced: "a bracket or quotation mark that is never closed"
      case .badRange: "a range is written from..to/step, numbers with step > 0 and to ≥ from"
      case .tooManyValues(_, let count):
        "\(count) values; at most \(Setting.mostValues) are allowed"
      }
    throw CommandFailure(status: .usage, message: "--set \(text): \(reason).")
  }
}
