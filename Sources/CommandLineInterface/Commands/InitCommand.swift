// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Reporting
import ScenarioFiles

struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Write a commented scenario to start from.")

  @Argument(help: "The file to write, in a folder that is there. Without it, standard output.")
  var file: String?

  @Flag(help: "Replace the file if it holds something.")
  var force = false

  func run() async throws {
    guard let file else {
      try emit(StarterScenario.text, terminator: "")
      return
    }
    try OutputFile(path: file, replaces: force).write(StarterScenario.text)
    try emit("Wrote \(file). Next: inquiry compare \(file)")
  }
}
