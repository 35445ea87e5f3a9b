// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import ArgumentParser
import Calendars
import Foundation
import Planning
import Plans
import Reporting
import Tables
import Wording

struct WhatIfCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "whatif",
    abstract: "Compare the plans over a grid of settings, as one tidy CSV.",
    discussion: """
      Give --set once for each key: --set demand.daily_mean=200..800/100 takes 200, 300 … 800, \
      --set demand.growth_per_year=0,0.2 takes both; a list or mapping is written as in YAML, so \
      that 'service_targets=[]' takes one value, the empty list. All points meet the same customers.
      """)

  @Argument(help: "A scenario file.")
  var scenario: String

  @OptionGroup var options: RunOptions

  @Option(
    name: .shortAndLong,
    help: "Folder for whatif.csv and manifest.json. Without it, standard output.")
  var output: String?

  @Flag(help: "Begin the CSV file with a byte-order mark, for Excel.")
  var bom = false

  func run() async throws {
    let useCase = try WhatIfUseCase(options.request(scenario))
    let folder = try output.map { path throws(OutputError) in
      try OutputFolder(
        path: path, sparing: useCase.inputs, for: [WhatIfTable.file, OutputFolder.manifest])
    }
    let clock = RunClock()
    let inputs = folder == nil ? [] : InputRecord.records(of: useCase.inputs)
    let outcome = try await useCase.runWithBar { bars, progress in
      let step = progress.comparison.step
      bars.update(
        "\(progress.comparison.scenario) \(progress.point + 1)/\(progress.points)",
        done: step.done, total: step.total)
    }
    let points = outcome.points
    let table = WhatIfTable(settings: outcome.paths)
    if let folder {
      var files = FileList(folder: folder, byteOrderMark: bom)
      try folder.clear([WhatIfTable.file])
      try files.write(WhatIfTable.file, table.encoded(points, byteOrderMark: bom))
      if let first = points.first?.comparison {
        try files.finish(manifest(first, inputs, clock))
      }
    }
    switch (options.format, folder) {
    case (.json, _): try emit(table.json(points).text)
    case (.table, let folder?):
      let place = folder.place(of: WhatIfTable.file)
      try emit(
        Localized(
          en: "Wrote \(place): \(points.count) points.", zh: "已写入 \(place)：\(points.count) 个点。")[
            options.language])
    case (.table, nil):
      try StandardStream.output.write(table.encoded(points, byteOrderMark: bom))
    }
  }

  private func manifest(
    _ comparison: Comparison, _ inputs: [InputRecord], _ clock: RunClock
  ) -> Manifest {
    var run = clock.run
    run.threads = options.threadCount
    return Manifest(
      product: .current, command: "whatif",
      arguments: [URL(fileURLWithPath: scenario).lastPathComponent]
        + options.settings.flatMap { ["--set", $0] } + [
          "--replications", String(comparison.replications), "--seed", String(comparison.seed),
          "--lang", options.language.rawValue,
        ] + options.limits.arguments + (bom ? ["--bom"] : []),
      scenario: Manifest.Scenario(
        name: comparison.scenarioName, hash: comparison.scenarioHash, horizon: comparison.horizon,
        timeZone: comparison.timeZone ?? "", seed: comparison.seed,
        replications: comparison.replications),
      inputs: inputs, run: run)
  }
}
