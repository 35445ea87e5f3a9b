// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import ArgumentParser
import Plans

extension CompletionKind {
  /// Scenarios and contracts.
  static let scenarios = CompletionKind.file(extensions: scenarioExtensions)

  /// Histories, usage, invoices and whatever else has rows.
  static let tables = CompletionKind.file(extensions: ["csv", "xlsx"])

  /// Names of the plans of the scenario that stands on the command line.
  static let plans = CompletionKind.custom { words, _, _ in
    PlanNames.known(from: words)
  }

  fileprivate static let scenarioExtensions = ["yaml", "yml", "json"]
}

/// What a shell may offer behind `--plan`.
enum PlanNames {
  /// Names of the plans of the first scenario among the words of a command line; empty where none
  /// of them can be read, as a shell has nobody to tell.
  static func known(from words: [String]) -> [String] {
    for word in words where CompletionKind.scenarioExtensions.contains(where: word.hasEnding) {
      guard let scenario = try? ScenarioSource(word, allowsOutside: true).scenario() else {
        continue
      }
      return scenario.plans.map(\.name)
    }
    return []
  }
}

extension String {
  fileprivate func hasEnding(_ end: String) -> Bool { lowercased().hasSuffix(".\(end)") }
}
