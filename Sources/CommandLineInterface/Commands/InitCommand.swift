// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Foundation
import ScenarioFiles

struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Write a commented scenario to start from.")

  @Argument(help: "The file to write; it must not exist yet. Without it, standard output.")
  var file: String?

  func run() async throws {
    try await reportingFailures {
      guard let file else {
        print(StarterScenario.text, terminator: "")
        return
      }
      guard !FileManager.default.fileExists(atPath: file) else {
        throw CommandFailure(
          status: .cannotWrite,
          message: "\(file): already exists; name another file, nothing was changed.")
      }
      try writeText(StarterScenario.text, to: file)
      print("Wrote \(file). Next: inquiry compare \(file)")
    }
  }
}
