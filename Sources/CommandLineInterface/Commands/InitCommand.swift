// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Reporting
import ScenarioFiles
import Wording

struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Write a commented scenario to start from.")

  @Argument(
    help: "The file to write, in a folder that is there. Without it, standard output.",
    completion: .scenarios)
  var file: String?

  @Option(
    name: .customLong("lang"), help: "Language of the comments and of what is said: en or zh.")
  var language: Language = .english

  @Flag(help: "Replace the file if it holds something.")
  var force = false

  func run() async throws {
    let text = StarterScenario.text(language)
    guard let file else {
      try emit(text, terminator: "")
      return
    }
    try OutputFile(path: file, replaces: force).write(text)
    try emit(
      Localized(
        en: "Wrote \(file). Next: inquiry compare \(file)",
        zh: "已写入 \(file)。下一步：inquiry compare \(file) --lang zh")[language])
  }
}
