// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
package import Plans
import Scenarios
import Wording

/// Scenario files: YAML in, a validated `PlannedScenario` out.
package enum ScenarioFile {
  /// Larger files are refused, in bytes.
  package static let sizeLimit = 10_000_000

  /// Reads and checks a file.
  ///
  /// - Parameters:
  ///   - path: File to read; a history is looked for beside it.
  ///   - overrides: Values that replace those of the file, by path, as in `demand.daily_mean`.
  /// - Throws: every problem that could be seen at once.
  package static func load(
    _ path: String, overrides: [(path: String, value: String)] = []
  ) throws(ScenarioFileError) -> PlannedScenario {
    try parse(text: try text(of: path), path: path, overrides: overrides)
  }

  /// Reads and checks what was read from a file; a history is looked for beside it.
  package static func parse(
    text: String, path: String, overrides: [(path: String, value: String)]
  ) throws(ScenarioFileError) -> PlannedScenario {
    try parse(
      text: text, fileName: path,
      baseDirectory: URL(fileURLWithPath: path).deletingLastPathComponent().path,
      overrides: overrides)
  }

  /// Reads and checks the text of a file.
  ///
  /// - Throws: every problem that could be seen at once.
  package static func parse(
    text: String, fileName: String = "scenario.yaml", baseDirectory: String = ".",
    overrides: [(path: String, value: String)] = []
  ) throws(ScenarioFileError) -> PlannedScenario {
    var root = try YAMLNode.compose(text, file: fileName)
    let reading = Reading(file: fileName, baseDirectory: baseDirectory)
    reading.apply(overrides, to: &root)
    let scenario = Form<PlannedScenario>.scenario.read(root, reading)
    if let scenario, reading.problems.isEmpty {
      ScenarioChecks(scenario: scenario, reading: reading).run()
      if reading.problems.isEmpty { return scenario }
    }
    throw ScenarioFileError(reading.problemsInOrder)
  }

  /// The whole text of a file, which is read once only: it may be a pipe.
  package static func text(of path: String) throws(ScenarioFileError) -> String {
    func refuse(_ found: Phrase, _ allowed: Phrase) -> ScenarioFileError {
      ScenarioFileError([ScenarioProblem(file: path, found: found, allowed: allowed)])
    }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw refuse("no such file", "the path of a scenario file")
    }
    if isFolder.boolValue { throw refuse("a folder", "the path of a scenario file") }
    guard let handle = FileHandle(forReadingAtPath: path),
      let data = try? handle.read(upToCount: sizeLimit + 1) ?? Data()
    else { throw refuse("a file that cannot be opened", "a readable file") }
    guard data.count <= sizeLimit else {
      throw refuse(
        "more than \(sizeLimit / 1_000_000) MB", "at most that; long records go in a CSV")
    }
    guard let text = String(data: data, encoding: .utf8) else {
      throw ScenarioFileError([
        ScenarioProblem(
          file: path, line: 1, found: "text that is not UTF-8",
          allowed: "UTF-8; save it as UTF-8 in the editor")
      ])
    }
    return text
  }
}
