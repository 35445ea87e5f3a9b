// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import ArgumentParser
import Foundation
import Reporting
import Studies
import Tables
import Wording

struct StudyPlanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Make of a grid a study: points that are sound, cut into shards.",
    discussion: """
      The grid is a YAML file with scenario, and axes, list or latin_hypercube. Planned again into the \
      same folder, a study of the same points keeps what is done; with precision in the grid, \
      replications are added to the points that need them.
      """)

  @Argument(help: "A grid file.", completion: .scenarios)
  var grid: String

  @Option(
    name: .shortAndLong,
    help: "Folder for study.json. Default: one named after the grid, in this folder.",
    completion: .directory)
  var output: String?

  @Option(
    name: .customLong("shard-seconds"), parsing: .unconditional,
    help: "Seconds that a shard takes on one thread, as a pilot measures it. Default: 60.")
  var seconds: Double?

  @Option(parsing: .unconditional, help: "About how many shards, without a pilot.")
  var shards: Int?

  @Option(name: .customLong("lang"), help: "Language of all that is said: en or zh.")
  var language: Language = .english

  @OptionGroup var limits: LimitOptions

  func validate() throws {
    if let seconds, !(0.1...86_400).contains(seconds) {
      throw ValidationError("--shard-seconds", found: seconds, allowed: "0.1 to 86400")
    }
    if let shards, !(1...1_000_000).contains(shards) {
      throw ValidationError("--shards", found: shards, allowed: "1 to 1000000")
    }
    if seconds != nil, shards != nil {
      throw ValidationError(saying: "--shards: not allowed beside --shard-seconds.")
    }
  }

  func run() async throws {
    let folder = StudyFolder(
      output ?? URL(fileURLWithPath: grid).deletingPathExtension().lastPathComponent)
    let useCase = try PlanStudyUseCase(
      PlanStudyUseCase.Request(
        grid: grid, folder: folder,
        cut: shards.map(PlanStudyUseCase.Cut.shards) ?? .seconds(seconds ?? 60),
        version: ProductVersion.ofStudies, allowsOutside: limits.allowsOutside,
        memoryLimit: limits.memoryLimit))
    let place = try OutputFolder(
      path: folder.path, sparing: useCase.inputs, for: [StudyPlan.file])
    let outcome = try await useCase.runWithBar { bars, progress in
      bars.update("pilot", done: progress.done, total: progress.total)
    }
    try place.write(StudyPlan.file, outcome.plan.json.text)
    try emit(StudyText(NumberStyle(language)).planned(outcome, place: folder.plan))
  }
}

extension ProductVersion {
  /// Names the program's figures: those of another commit may differ.
  static var ofStudies: String {
    let commit = revision.split(separator: "+").first.map { String($0.prefix(12)) } ?? ""
    return commit.isEmpty ? current : "\(current)+\(commit)"
  }
}
