// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import ArgumentParser
import Calendars
import Foundation
import Planning
import Plans
import Reporting
import Scenarios
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

  @Argument(help: "A scenario file.", completion: .scenarios)
  var scenario: String

  @OptionGroup var options: RunOptions

  @Option(
    name: .shortAndLong,
    help: "Folder for whatif.csv and manifest.json. Without it, standard output.",
    completion: .directory)
  var output: String?

  @OptionGroup(title: "Tables") var tables: TableOptions

  @Flag(
    help: ArgumentHelp(
      "Go on where a run into the same --output was interrupted, or add points to its grid; points "
        + "that are done are not run again."))
  var resume = false

  @Flag(help: "Run a grid of more than \(WhatIfUseCase.mostUnasked) points.")
  var yes = false

  func validate() throws {
    try tables.requireFolder(output != nil)
    if resume, output == nil {
      throw ValidationError(saying: "--resume needs --output, whose folder it goes on in.")
    }
    if resume, options.format == .json {
      throw ValidationError(saying: "--resume: found --format json, allowed --format table.")
    }
  }

  func run() async throws {
    var useCase = try WhatIfUseCase(
      WhatIfUseCase.Request(options.request(scenario), isLongMeant: yes))
    let folder = try output.map { path throws(OutputError) in
      try OutputFolder(
        path: path, sparing: useCase.inputs,
        for: [WhatIfTable.file, WhatIfJournal.file, OutputFolder.manifest])
    }
    let formats = try tables.formats(sparing: useCase.inputs)
    let inputs = folder == nil ? [] : InputRecord.records(of: useCase.inputs)
    var journal = try folder.map {
      try WhatIfJournal(in: $0, of: useCase, version: ProductVersion.current, resumes: resume)
    }
    useCase.known = journal?.keys ?? []
    let (outcome, refusal) = try await run(useCase, &journal)
    if let refusal { throw refusal }
    let points = outcome.points
    let table = WhatIfTable(settings: useCase.paths)
    if let folder, let journal {
      var files = FileList(folder: folder, formats)
      files.mention(WhatIfJournal.file)
      let (table, rows) = journal.table(useCase.keys)
      try files.write(table, rows)
      let manifest = Manifest(
        outcome.record, scenarioHash: useCase.scenarioHash,
        replications: outcome.record.scenario.experiment.replications, command: "whatif",
        file: scenario, options: options, inputs: inputs,
        further: tables.arguments + (yes ? ["--yes"] : []))
      try files.finish(manifest, replacing: [WhatIfTable.file, OutputFolder.manifest])
    }
    switch (options.format, folder) {
    case (.json, _): try emit(table.json(points).text)
    case (.table, let folder?):
      let place = folder.place(of: WhatIfTable.file)
      try emit(
        Localized(
          en: "Wrote \(place): \(useCase.keys.count) points.",
          zh: "已写入 \(place)：\(useCase.keys.count) 个点。")[options.language])
    case (.table, nil):
      try StandardStream.output.write(table.encoded(points, byteOrderMark: tables.bom))
    }
  }

  /// Runs the points that are not known yet; each is written down as it is done.
  private func run(
    _ useCase: WhatIfUseCase, _ journal: inout WhatIfJournal?
  ) async throws -> (outcome: WhatIfUseCase.Outcome, refusal: OutputError?) {
    var written = journal
    var refusal: OutputError?
    let bars = ProgressBars()
    defer { bars.finish() }
    let left = TimeLeft(options.language)
    let known = useCase.keys.count { useCase.known.contains($0) }
    let outcome = try await useCase.run({ progress in
      let step = progress.comparison.step
      let rest = left.text(done: progress.point - known, of: progress.points - known)
      bars.update(
        "\(progress.comparison.scenario) \(progress.point + 1)/\(progress.points)\(rest)",
        done: step.done, total: step.total)
    }) { point in
      do throws(OutputError) {
        try written?.add(point)
      } catch {
        refusal = error
      }
      return refusal == nil
    }
    journal = written
    return (outcome, refusal)
  }
}
