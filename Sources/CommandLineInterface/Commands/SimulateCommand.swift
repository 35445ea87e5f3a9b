// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import ArgumentParser
import Experiments
import Measures
import PlatformExports
import Planning
import Plans
import Reporting
import Scenarios
import Tables
import Wording

struct SimulateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate", abstract: "Simulate the service of each plan, without money.")

  @Argument(help: "A scenario file.", completion: .scenarios)
  var scenario: String

  @OptionGroup var options: RunOptions

  @Option(help: "Simulate this plan only; may be repeated.", completion: .plans)
  var plan: [String] = []

  @OptionGroup(title: "Precision") var estimates: EstimateOptions

  @OptionGroup var largest: LargestReplications

  @Flag(help: "Mirror the random days of every second replication.")
  var antithetic = false

  @Option(
    name: .shortAndLong, help: "Folder for CSV files and manifest.json.",
    completion: .directory)
  var output: String?

  @OptionGroup(title: "Tables") var tables: TableOptions

  @Option(
    help: """
      A file for every chat of some replications of the plans simulated, as in chats.csv: CSV, or as its \
      name ends .csv.gz, .parquet, .sqlite or .xlsx.
      """,
    completion: .tables)
  var chats: String?

  @Option(
    help: """
      A file for every message of the same replications, as `score` reads it; in the same formats.
      """,
    completion: .tables)
  var messages: String?

  @OptionGroup var replications: ReplicationList

  @Option(
    help: """
      With --days or --agents: the platform whose headings and order the file has: tmall, jd, pdd, \
      douyin, kuaishou or xiaohongshu.
      """)
  var columns: Platform?

  @Option(
    help: "With --columns: a CSV file for the days of the one plan, as the platform exports them.",
    completion: .tables)
  var days: String?

  @Option(
    help: """
      With --columns: the same for each day and agent; every replication is simulated once more for it.
      """,
    completion: .tables)
  var agents: String?

  @OptionGroup var observation: ObservationOptions

  @OptionGroup(title: "Reply rules") var scorecards: ScorecardOptions

  func validate() throws {
    try tables.requireFolder(output != nil)
    try observation.requirePlace(hasFolder: output != nil, options.format)
    if (columns == nil) != (days == nil && agents == nil) {
      throw ValidationError(saying: "--columns and --days or --agents need each other.")
    }
  }

  func run() async throws {
    let useCase = try SimulateUseCase(
      SimulateUseCase.Request(
        options.request(scenario), plans: plan, precision: estimates.servicePrecision,
        controlVariates: estimates.controlVariates, antithetic: antithetic,
        largestReplications: largest.largestReplications,
        chats: chats == nil ? [] : replications.numbers,
        messages: messages == nil ? [] : replications.numbers,
        isObserved: observation.isAsked || agents != nil, rules: scorecards.choice))
    let chatFile = try chats.map { path throws(OutputError) in
      try OutputFile(path: path, replaces: true, sparing: useCase.inputs)
    }
    let messageFile = try messages.map { path throws(OutputError) in
      try OutputFile(path: path, replaces: true, sparing: useCase.inputs)
    }
    let dayFile = try days.map { path throws(OutputError) in
      try OutputFile(path: path, replaces: true, sparing: useCase.inputs)
    }
    let agentFile = try agents.map { path throws(OutputError) in
      try OutputFile(path: path, replaces: true, sparing: useCase.inputs)
    }
    if columns != nil, useCase.scenario.plans.count != 1 {
      throw ValidationError(
        saying: "--days and --agents need --plan: the files have the days of one plan.")
    }
    let target = try RunTarget(
      output, tables, sparing: useCase.inputs, for: ResultDocuments.names)
    let outcome = try await useCase.runWithBar()
    let (comparison, rows) = (outcome.comparison, outcome.estimates)
    let observed = Observed(
      outcome.observed, states: observation.states, errors: observation.errors,
      scores: outcome.scores)
    let services = comparison.plans.map(PlanService.init)
    let documents = target.documents(
      options.language, currency: useCase.scenario.currency)
    try target.write(options.language) { folder, inputs throws(OutputError) in
      try ResultDocuments.write(
        serviceOf: comparison, observed: observed,
        manifest: Manifest(
          outcome.record, scenarioHash: comparison.scenarioHash,
          replications: comparison.replications, command: "simulate", file: scenario,
          options: options, inputs: inputs, further: ownArguments),
        to: folder, options: documents)
    }
    if let chatFile, let chats = outcome.chats {
      let long = try CSVTable.chats.write(chats, to: chatFile, byteOrderMark: tables.bom)
      printNotes([long].compactMap(\.self), options.language)
    }
    if let messageFile, let messages = outcome.messages {
      let long = try CSVTable.messages.write(messages, to: messageFile, byteOrderMark: tables.bom)
      printNotes([long].compactMap(\.self), options.language)
    }
    if let columns {
      if let dayFile, let service = services.first {
        try dayFile.write(
          PlatformDays.csv(service.performance.days, platform: columns, byteOrderMark: tables.bom))
      }
      if let agentFile, let observed = outcome.observed.first {
        try agentFile.write(
          PlatformDays.csv(
            observed.observation.agentDays, platform: columns, byteOrderMark: tables.bom))
      }
      if let note = PlatformDays.unverified(columns) { printError(note[options.language]) }
    }
    switch options.format {
    case .table:
      try emit(ServiceText.table(services, style: documents.style).text(width: 100), terminator: "")
      try emit(
        "\n" + ServiceText.waits(services, style: documents.style).text(width: 100), terminator: "")
      try emit(
        "\n" + WorstText.table(services, style: documents.style).text(width: 100)
          + TextWidth.wrap(WorstText.note(services, style: documents.style), to: 100)
          .joined(separator: "\n"))
      if let nights = OvernightText.table(services, style: documents.style),
        let note = OvernightText.note(services, style: documents.style)
      {
        try emit(
          "\n" + nights.text(width: 100)
            + TextWidth.wrap(note, to: 100).joined(separator: "\n"))
      }
      if !outcome.scores.isEmpty {
        try emit(
          "\n" + PlanScoreText(outcome.scores, style: documents.style).text(), terminator: "")
      }
      let seats = SeatsText(comparison, style: documents.style, isPriced: false)
      for found in seats.found(width: 100) { try emit("\n" + found, terminator: "") }
      if let unserved = ServiceText.unserved(services, style: documents.style) {
        try emit("\n" + TextWidth.wrap(unserved, to: 100).joined(separator: "\n"))
      }
      guard !rows.isEmpty else { break }
      try emit("\n" + EstimateText.table(rows, style: documents.style).text(width: 100))
      try emit(
        TextWidth.wrap(
          EstimateText.method(
            replications: comparison.replications,
            wanted: estimates.precision.map { ($0, estimates.measure.key) }, rows,
            style: documents.style), to: 100
        ).joined(separator: "\n"))
    case .json:
      try emit(
        JSONDocuments.service(comparison, estimates: rows, observed: observed).text)
    }
  }

  private var ownArguments: [String] {
    plan.flatMap { ["--plan", $0] } + estimates.arguments + largest.arguments
      + (antithetic ? ["--antithetic"] : []) + observation.arguments
      + scorecards.arguments + tables.arguments
  }
}

extension Platform: ExpressibleByArgument {}
