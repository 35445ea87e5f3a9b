// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import ArgumentParser
import Reporting
import Studies
import Tables
import Wording

struct StudyStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Tell which shards of a study are missing, stale, foreign or broken.")

  @Argument(help: "A study's folder.", completion: .directory)
  var study: String

  @Flag(help: "Print only the shards that can be run now, one a line, for other programs.")
  var list = false

  @Option(help: "What to print: table or json.")
  var format: OutputFormat = .table

  @Option(name: .customLong("lang"), help: "Language of all that is said: en or zh.")
  var language: Language = .english

  func run() throws {
    let status = try StudyStatus(StudyFolder(study))
    let text = StudyText(NumberStyle(language))
    if list {
      let shards = status.ready.numbers
      if !shards.isEmpty { try emit(shards.map(String.init).joined(separator: "\n")) }
      return
    }
    switch format {
    case .table: try emit(text.status(status))
    case .json: try emit(text.statusDocument(status).text, terminator: "")
    }
  }
}
