// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import ArgumentParser
import FitReporting
import Reporting
import Tables
import Wording

struct FitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fit",
    abstract: "Learn a shop's rhythm from its history and write a scenario that runs as it is.",
    discussion: """
      The demand section carries beside each figure from how much data it comes; handling and patience \
      are fitted where the history has wait, handling and outcome columns. What the data cannot tell \
      is listed at the head of the file and on standard error. With --pictures a page shows the fit, \
      its residuals and dispersion, the announced days, handling and patience.

      With --messages the file is a log of messages, as `score` reads it: writing, pauses, messages a \
      round and how late agents look up are fitted, printed as the `messages:` block of an inquiry type, \
      and simulated replies stand beside the log's. --predict takes another log: its chats come to its
      agents under the fitted laws, and its replies stand beside.
      """)

  @OptionGroup var input: HistoryInput

  @Option(
    name: .shortAndLong, help: "The scenario file to write; standard output without it.",
    completion: .scenarios)
  var output: String?

  @Option(
    help: "Folder for fit.html, the CSV files behind its pictures and manifest.json.",
    completion: .directory)
  var pictures: String?

  @Option(name: .customLong("lang"), help: "Language of the page and of what is printed: en or zh.")
  var language: Language = .english

  @Option(help: "What to print: table (the scenario, or where it is) or json.")
  var format: OutputFormat = .table

  @Flag(help: "Take the file for a log of messages and fit how customers and agents take turns.")
  var messages = false

  @Option(
    help: "Another log of messages, whose replies --messages predicts.", completion: .tables)
  var predict: String?

  @OptionGroup(title: "Tables") var tables: TableOptions

  @Flag(help: "Replace the scenario file if it holds something.")
  var force = false

  func validate() throws {
    try tables.requireFolder(pictures != nil, named: "--pictures")
    if predict != nil, !messages {
      throw ValidationError(saying: "--predict: found without --messages, allowed with it.")
    }
  }

  func run() async throws {
    if messages { return try await fitMessages() }
    let useCase = try FitUseCase(input.request)
    let target = try output.map { path throws(OutputError) in
      try OutputFile(path: path, replaces: force, sparing: useCase.inputs)
    }
    let folder = try pictures.map { path throws(OutputError) in
      try OutputFolder(
        path: path, sparing: useCase.inputs + [output].compactMap(\.self),
        for: FitDocuments.names)
    }
    let formats = try tables.formats(sparing: useCase.inputs + [output].compactMap(\.self))
    let language = language
    let clock = RunClock()
    let inputs = folder == nil ? [] : InputRecord.records(of: useCase.inputs)
    let fit = try await useCase.run { printNote($0, language) }
    let remarks = FitRemarkText.sentences(
      fit.model, hasService: fit.service != nil, language: language)
    let note = Localized(en: "note: ", zh: "提示：")[language]
    for remark in remarks { printError(note + remark) }
    let report = FitReport(
      source: fit.source, model: fit.model, series: fit.series, service: fit.service)
    if let folder {
      try FitDocuments.write(
        report,
        manifest: Manifest(
          product: .current, command: "fit", arguments: ownArguments,
          timeZone: input.writtenZone, inputs: inputs, run: clock.run),
        to: folder,
        options: DocumentOptions(language: language, formats: formats))
    }
    if format == .json {
      try target?.write(fit.scenario)
      let document = FitDocuments.json(report, scenario: fit.scenario, remarks: remarks)
      return try emit(document.text, terminator: "")
    }
    guard let target else {
      try emit(fit.scenario, terminator: "")
      return
    }
    try target.write(fit.scenario)
    if let folder {
      try emit(
        Localized(en: "The fit in pictures: ", zh: "拟合图示：")[language]
          + folder.place(of: FitDocuments.pageName))
    }
    try emit(
      Localized(en: "Wrote ", zh: "已写入 ")[language] + target.path
        + Localized(en: ". Next: ", zh: "。下一步：")[language] + "inquiry compare \(target.path)")
  }

  private var ownArguments: [String] {
    input.arguments + ["--lang", language.rawValue] + tables.arguments
  }
}
