// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Foundation
import Reporting
import ScenarioFiles
import Scenarios

/// Reads a scenario, or fails with every mistake, one a line.
func loadScenario(_ path: String, overrides: [(path: String, value: String)] = [])
  throws(CommandFailure) -> Scenario
{
  try reading { () throws(ScenarioFileError) in
    try ScenarioFile.load(path, overrides: overrides)
  }
}

/// The text of a CSV file.
func loadText(_ path: String) throws(CommandFailure) -> String {
  var isFolder: ObjCBool = false
  guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
    throw CommandFailure(status: .noInput, message: "\(path): no such file.")
  }
  guard !isFolder.boolValue, let data = FileManager.default.contents(atPath: path) else {
    throw CommandFailure(
      status: .noInput,
      message: isFolder.boolValue
        ? "\(path): a folder, not a file." : "\(path): cannot be read.")
  }
  guard let text = String(data: data, encoding: .utf8) else {
    throw CommandFailure(
      status: .badData,
      message: "\(path): not UTF-8; save it as \"CSV UTF-8\" in the spreadsheet program.")
  }
  return text
}

/// Runs a reader of YAML files and turns its failure into a message and a status.
func reading<Value>(
  _ body: () throws(ScenarioFileError) -> Value
) throws(CommandFailure) -> Value {
  do throws(ScenarioFileError) {
    return try body()
  } catch {
    // A file that cannot be read has no line to blame.
    let unreadable = error.problems.allSatisfy { $0.line == nil && $0.path.isEmpty }
    throw CommandFailure(
      status: unreadable ? .noInput : .badData, message: error.description)
  }
}
