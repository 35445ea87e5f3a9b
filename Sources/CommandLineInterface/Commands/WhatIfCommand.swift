// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import ArgumentParser
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

  @Option(name: .shortAndLong, help: "Folder for whatif.csv. Without it, standard output.")
  var output: String?

  @Flag(help: "Begin the CSV file with a byte-order mark, for Excel.")
  var bom = false

  func run() async throws {
    let useCase = try WhatIfUseCase(options.request(scenario))
    let folder = try output.map { path throws(OutputError) in
      try OutputFolder(path: path, sparing: useCase.inputs, for: [WhatIfTable.file])
    }
    let outcome = try await useCase.runWithBar { bars, progress in
      let step = progress.comparison.step
      bars.update(
        "\(progress.comparison.scenario) \(progress.point + 1)/\(progress.points)",
        done: step.done, total: step.total)
    }
    let points = outcome.points
    let table = WhatIfTable(settings: outcome.paths)
    if let folder {
      try folder.write(WhatIfTable.file, table.encoded(points, byteOrderMark: bom))
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
}
