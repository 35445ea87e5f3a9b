// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import ArgumentParser
import Foundation
import Reporting
import Studies

struct StudyRecipeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recipe",
    abstract: "Print how another engine runs the shards of a study.")

  @Argument(help: "parallel (GNU), snakemake or kubernetes.")
  var engine: StudyRecipe

  @Argument(help: "A study's folder.", completion: .directory)
  var study: String

  func run() throws {
    let status = try StudyStatus(StudyFolder(study))
    try emit(
      engine.text(
        program: ShardProcesses.program.path,
        folder: URL(fileURLWithPath: status.folder.path).standardizedFileURL.path,
        plan: status.plan, shards: status.incomplete()), terminator: "")
  }
}

extension StudyRecipe: ExpressibleByArgument {}
