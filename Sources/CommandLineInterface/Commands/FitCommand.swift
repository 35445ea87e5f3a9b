// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import DemandFitting
import Foundation
import Reporting
import Scenarios

struct FitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fit",
    abstract: "Learn a shop's rhythm from its history and write a scenario that runs as it is.",
    discussion: """
      The demand section carries beside each figure from how much data it comes; handling and patience \
      are fitted where the history has wait, handling and outcome columns. What the data cannot tell \
      is listed at the head of the file and on standard error.
      """)

  @OptionGroup var input: HistoryInput

  @Option(name: .shortAndLong, help: "The scenario file to write; standard output without it.")
  var output: String?

  @Flag(help: "Replace the scenario file if it holds something.")
  var force = false

  func run() async throws {
    let target = try output.map { path throws(OutputError) in
      try OutputFile(path: path, replaces: force, sparing: input.files)
    }
    let recorded = try input.recorded()
    let model = try input.model(input.series(recorded))
    let fitted = FittedScenario(
      model: model, recorded: recorded,
      source: URL(fileURLWithPath: input.history).lastPathComponent,
      timeZone: input.timeZone ?? "Asia/Shanghai")
    guard model.seasonalDemand.dailyMean <= 10_000_000 else {
      throw CommandFailure(
        status: .badData,
        message: "\(input.history): found more than 10000000 inquiries a day, allowed at most that."
      )
    }
    for remark in fitted.remarks { printError("note: " + remark) }
    guard let target else {
      try emit(fitted.yaml, terminator: "")
      return
    }
    try target.write(fitted.yaml)
    try emit("Wrote \(target.path). Next: inquiry compare \(target.path)")
  }
}
