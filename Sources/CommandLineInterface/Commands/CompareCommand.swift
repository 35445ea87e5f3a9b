// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Planning
import Reporting

struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compare all plans on the same simulated customers: cost, service, verdict.")

  @Argument(help: "A scenario file.")
  var scenario: String

  @OptionGroup var options: RunOptions

  @Option(name: .shortAndLong, help: "Folder for CSV files, manifest.json and report.html.")
  var output: String?

  @Flag(help: "Leave out the break-even curve.")
  var quick = false

  @Flag(help: "Begin CSV files with a byte-order mark, for Excel.")
  var bom = false

  func run() async throws {
    try await reportingFailures {
      let scenarioValue = try options.scenario(scenario)
      // The folder is made first: a run should not end with nowhere to put its results.
      let folder = try output.map { path throws(OutputError) in try OutputFolder(path: path) }
      let run = try await ComparisonRun(
        scenarioValue, file: scenario, options: options,
        multiples: quick ? [] : ComparisonOptions().volumeMultiples)
      let documents = DocumentOptions(language: options.language, byteOrderMark: bom)
      if let folder {
        try ResultDocuments.write(
          run.comparison,
          manifest: run.manifest(command: "compare", file: scenario, options: options),
          to: folder, options: documents)
      }
      switch options.format {
      case .table:
        print(ComparisonText(run.comparison, style: documents.style).text(), terminator: "")
        if let folder { print("\n" + written(folder.path)) }
      case .json:
        print(JSONDocuments.comparison(run.comparison, style: documents.style).text)
      }
    }
  }

  private func written(_ path: String) -> String {
    Localized(
      en: "Written to \(path)/: report.html to read, comparison.csv and others to compute with.",
      zh: "已写入 \(path)/：report.html 供阅读，comparison.csv 等供计算。")[options.language]
  }
}
