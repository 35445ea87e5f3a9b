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
  do {
    return try ScenarioFile.load(path, overrides: overrides)
  } catch {
    // A file that cannot be read has no line to blame.
    let unreadable = error.problems.allSatisfy { $0.line == nil }
    throw CommandFailure(
      status: unreadable ? .noInput : .badData, message: error.description)
  }
}

/// Runs a command's body and turns a failure into one message on standard error and an exit status.
func reportingFailures(_ body: () async throws -> Void) async throws {
  do {
    try await body()
  } catch let failure as CommandFailure {
    printError(failure.message)
    throw failure.status.code
  } catch let error as OutputError {
    printError(error.message(.english))
    throw ExitStatus.cannotWrite.code
  }
}

func printError(_ message: String) {
  FileHandle.standardError.write(Data((message + "\n").utf8))
}

/// Writes a whole text file, or nothing.
func writeText(_ text: String, to path: String) throws(OutputError) {
  let url = URL(fileURLWithPath: path)
  let folder = try OutputFolder(path: url.deletingLastPathComponent().path)
  try folder.write(url.lastPathComponent, text)
}
