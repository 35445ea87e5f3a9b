// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import ArgumentParser
import Foundation
import Planning
import Plans
import Reporting
import Scenarios
import Tables
import Wording

struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compare all plans on the same simulated customers: cost, service, verdict.",
    discussion: """
      With --against BASE the same plans are simulated before and after a change, on the same customers, \
      and volume, service and money are set side by side with the intervals of their differences. BASE is \
      read as it stands, without --set: `inquiry compare shop.yaml --set demand.growth_per_year=0.3 \
      --against shop.yaml`.
      """)

  @Argument(help: "A scenario file.", completion: .scenarios)
  var scenario: String

  @OptionGroup var options: RunOptions

  @OptionGroup var largest: LargestReplications

  @Option(
    name: .shortAndLong, help: "Folder for CSV files, manifest.json and report.html.",
    completion: .directory)
  var output: String?

  @Option(
    help: "A scenario before the change, which may be the same file; --set changes only the one.",
    completion: .scenarios)
  var against: String?

  @Flag(help: "Leave out the break-even curve.")
  var quick = false

  @OptionGroup(title: "Tables") var tables: TableOptions

  @OptionGroup var resuming: ResumeOptions

  @Option(
    help: "Write chats.csv too: every chat of some replications of this plan.", completion: .plans)
  var chats: String?

  @OptionGroup var replications: ReplicationList

  @OptionGroup var observation: ObservationOptions

  @OptionGroup(title: "Reply rules") var scorecards: ScorecardOptions

  func validate() throws {
    try tables.requireFolder(output != nil)
    try resuming.requireFolder(output != nil)
    if chats != nil, output == nil { throw ValidationError(saying: "--chats needs --output.") }
    try observation.requirePlace(hasFolder: output != nil, options.format)
  }

  func run() async throws {
    let useCase = try CompareUseCase(
      CompareUseCase.Request(
        options.request(scenario),
        against: against.map { path throws(ApplicationError) in try options.limits.source(path)
        },
        volumeMultiples: quick ? [] : ComparisonOptions().volumeMultiples,
        largestReplications: largest.largestReplications,
        chats: chats.map { ($0, replications.numbers) },
        isObserved: observation.isAsked, rules: scorecards.choice))
    let target = try RunTarget(
      output, tables, sparing: useCase.inputs, for: ResultDocuments.names, resuming,
      scenario: useCase.scenarioHash)
    let outcome = try await target.during(options.language) {
      try await useCase.runWithBar()
    }
    let (comparison, change) = (outcome.comparison, outcome.change)
    let observed = Observed(
      outcome.observed, states: observation.states, errors: observation.errors,
      scores: outcome.scores)
    let documents = target.documents(options.language, currency: useCase.scenario.currency)
    try target.write(options.language) { folder, inputs throws(OutputError) in
      try ResultDocuments.write(
        comparison, chats: outcome.chats, change: change, observed: observed,
        manifest: Manifest(
          outcome.record, scenarioHash: comparison.scenarioHash,
          replications: comparison.replications, command: "compare", file: scenario,
          options: options, inputs: inputs, further: ownArguments),
        to: folder, options: documents)
    }
    switch options.format {
    case .table:
      try emit(ComparisonText(comparison, style: documents.style).text(), terminator: "")
      if !outcome.scores.isEmpty {
        try emit(
          "\n" + PlanScoreText(outcome.scores, style: documents.style).text(), terminator: "")
      }
      if let change {
        try emit("\n" + ChangeText(change, style: documents.style).text(), terminator: "")
      }
      if let folder = target.folder { try emit("\n" + written(folder.path)) }
    case .json:
      try emit(
        JSONDocuments.comparison(
          comparison, change: change, observed: observed, style: documents.style
        ).text)
    }
  }

  private var ownArguments: [String] {
    (against.map { ["--against", URL(fileURLWithPath: $0).lastPathComponent] } ?? [])
      + largest.arguments + observation.arguments + scorecards.arguments
      + (quick ? ["--quick"] : [])
      + tables.arguments
      + (chats.map { ["--chats", $0] + replications.arguments } ?? [])
  }

  private func written(_ path: String) -> String {
    Localized(
      en: "Written to \(path)/: report.html to read, comparison.csv and others to compute with.",
      zh: "已写入 \(path)/：report.html 供阅读，comparison.csv 等供计算。")[options.language]
  }
}
