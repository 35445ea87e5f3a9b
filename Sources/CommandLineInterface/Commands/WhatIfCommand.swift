// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Plans
import Reporting
import Scenarios

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
    let settings = try options.settings.map { text throws(CommandFailure) in
      try parseSetting(text)
    }
    guard !settings.isEmpty else {
      throw CommandFailure(
        status: .usage, message: "whatif needs at least one --set path=values.")
    }
    let combinations = SettingGrid(settings: settings).combinations
    let source = try ScenarioSource(scenario)
    // Every point is read before the first is run, so that a mistake costs no waiting.
    var scenarios: [PlannedScenario] = []
    for combination in combinations {
      scenarios.append(options.applied(to: try source.scenario(overrides: combination)))
    }
    let folder = try output.map { path throws(OutputError) in
      try OutputFolder(path: path, sparing: scenarios[0].inputs(scenario))
    }
    var points: [WhatIfTable.Point] = []
    for (combination, value) in zip(combinations, scenarios) {
      let run = try await ComparisonRun(value, file: source, options: options, multiples: [])
      points.append(
        WhatIfTable.Point(values: combination.map(\.value), comparison: run.comparison))
    }
    let table = WhatIfTable(settings: settings.map(\.path))
    if let folder {
      try folder.write(WhatIfTable.file, table.encoded(points, byteOrderMark: bom))
    }
    switch (options.format, folder) {
    case (.json, _): try emit(table.json(points).text)
    case (.table, let folder?):
      try emit("Wrote \(folder.place(of: WhatIfTable.file)): \(points.count) points.")
    case (.table, nil):
      try StandardStream.output.write(table.encoded(points, byteOrderMark: bom))
    }
  }
}
