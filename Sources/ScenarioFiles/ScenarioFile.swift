// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
package import Plans
import Scenarios
import Tables
import Wording

/// Scenario files: YAML in, a validated `PlannedScenario` out.
package enum ScenarioFile {
  /// Reads and checks a file.
  ///
  /// - Parameters:
  ///   - path: File to read; a history is looked for beside it.
  ///   - overrides: Values that replace those of the file, by path, as in `demand.daily_mean`.
  ///   - allowsOutside: Whether the file may name files that do not lie in its folder.
  /// - Throws: every problem that could be seen at once.
  package static func load(
    _ path: String, overrides: [(path: String, value: String)] = [], allowsOutside: Bool = false
  ) throws(ScenarioFileError) -> PlannedScenario {
    try parse(
      text: try text(of: path), path: path, overrides: overrides, allowsOutside: allowsOutside)
  }

  /// Reads and checks what was read from a file; a history is looked for beside it.
  package static func parse(
    text: String, path: String, overrides: [(path: String, value: String)],
    allowsOutside: Bool = false
  ) throws(ScenarioFileError) -> PlannedScenario {
    try parse(
      text: text, fileName: path,
      baseDirectory: URL(fileURLWithPath: path).deletingLastPathComponent().path,
      overrides: overrides, allowsOutside: allowsOutside)
  }

  /// A text whose YAML was read once, for many overrides.
  package struct Composed: Sendable {
    fileprivate let root: YAMLNode

    /// - Throws: What is wrong with the YAML.
    package init(_ text: String, path: String) throws(ScenarioFileError) {
      root = try YAMLNode.compose(text, file: path)
    }
  }

  /// Reads and checks what was composed from a file; a history is looked for beside it.
  package static func parse(
    _ text: Composed, path: String, overrides: [(path: String, value: String)],
    allowsOutside: Bool = false
  ) throws(ScenarioFileError) -> PlannedScenario {
    try parse(
      text.root,
      Reading(
        file: path, baseDirectory: URL(fileURLWithPath: path).deletingLastPathComponent().path,
        allowsOutside: allowsOutside), overrides)
  }

  /// Reads and checks the text of a file.
  ///
  /// - Parameters:
  ///   - baseDirectory: The scenario's folder, beside which a history is looked for.
  ///   - allowsOutside: Whether the text may name files that do not lie in that folder.
  /// - Throws: every problem that could be seen at once.
  package static func parse(
    text: String, fileName: String = "scenario.yaml", baseDirectory: String = ".",
    overrides: [(path: String, value: String)] = [], allowsOutside: Bool = false
  ) throws(ScenarioFileError) -> PlannedScenario {
    try parse(
      try YAMLNode.compose(text, file: fileName),
      Reading(file: fileName, baseDirectory: baseDirectory, allowsOutside: allowsOutside),
      overrides)
  }

  private static func parse(
    _ composed: YAMLNode, _ reading: Reading, _ overrides: [(path: String, value: String)]
  ) throws(ScenarioFileError) -> PlannedScenario {
    var root = composed
    reading.apply(overrides, to: &root)
    let scenario = Form<PlannedScenario>.scenario.read(root, reading)
    if let scenario, reading.problems.isEmpty {
      ScenarioChecks(scenario: scenario, reading: reading).run()
      if reading.problems.isEmpty { return scenario }
    }
    throw reading.error
  }

  /// The whole text of a file, which is read once only: it may be a pipe.
  package static func text(of path: String) throws(ScenarioFileError) -> String {
    let bytes: [UInt8]
    do throws(InputProblem) {
      bytes = try InputFile(path: path, limits: .scenario).rest()
    } catch {
      let (found, allowed) = error.words
      throw ScenarioFileError([ScenarioProblem(file: path, found: found, allowed: allowed)])
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw ScenarioFileError([
        ScenarioProblem(
          file: path, line: 1, found: "text that is not UTF-8",
          allowed: "UTF-8; save it as UTF-8 in the editor")
      ])
    }
    return text
  }
}
