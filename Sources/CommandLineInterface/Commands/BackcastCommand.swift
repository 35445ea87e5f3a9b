// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import ArgumentParser
import Demand
import Foundation
import Plans
import Reporting
import Tables
import Wording

struct BackcastCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backcast",
    abstract: "Simulate a recorded past and say where the model is wrong.",
    discussion: """
      The customers of HISTORY come once more, at their recorded times, to the people of a plan of \
      SCENARIO: waits, leaving and the answers in time stand beside the recorded ones in all, by day and by \
      time of day, with the band in which 80% of replications lie. HISTORY has a row for each customer, with \
      columns of waits or outcomes; without --roster the plan's people are taken for those of the time.
      """)

  @Argument(help: "CSV of arrival times with waits or outcomes.", completion: .tables)
  var history: String

  @Argument(help: "A scenario file.", completion: .scenarios)
  var scenario: String

  @OptionGroup var options: RunOptions

  @Option(
    help: "Plan whose people answered then. Default: the first whose roster is written.",
    completion: .plans)
  var plan: String?

  @Option(
    help: "Roster of the time, as roster make writes it. Default: the plan's people.",
    completion: .tables)
  var roster: String?

  @Option(
    help: "Kinds of shifts, where the roster names them without their times.", completion: .tables)
  var shifts: String?

  @Option(
    help: "Invoice of the time, set beside what the plan's contract makes of the simulated months.",
    completion: .tables)
  var invoice: String?

  @Option(help: "Days, as 2026-03-02 or 2026-03-01/2026-03-31. Default: all of the history.")
  var dates: String?

  @Option(
    help: "IANA zone whose wall clock time stamps with an offset are moved to.",
    completion: .list(TimeZone.knownTimeZoneIdentifiers.sorted()))
  var timeZone: String?

  @Option(
    name: .shortAndLong, help: "Folder for backcast.csv and manifest.json.",
    completion: .directory)
  var output: String?

  @OptionGroup(title: "Tables") var tables: TableOptions

  func validate() throws {
    try tables.requireFolder(output != nil)
    if let timeZone, TimeZone(identifier: timeZone) == nil {
      throw ValidationError(saying: "--time-zone: no time zone \(timeZone).")
    }
  }

  func run() async throws {
    let useCase = try BackcastUseCase(
      BackcastUseCase.Request(
        HistoryRequest(history, timeZone: timeZone, gaps: .permit),
        run: options.request(scenario), plan: plan, dates: dates, roster: roster,
        shifts: shifts, invoice: invoice))
    let target = try RunTarget(
      output, tables, sparing: useCase.inputs, for: BackcastDocuments.names)
    let language = options.language
    let outcome = try await useCase.run { progress in
      if case .note(let note) = progress { printNote(note, language) }
    }
    let documents = target.documents(language, currency: useCase.scenario.currency)
    try target.write(language) { folder, inputs throws(OutputError) in
      var manifest = Manifest(
        outcome.record, scenarioHash: outcome.scenarioHash,
        replications: outcome.backcast.replications, command: "backcast", file: scenario,
        options: options, inputs: inputs, further: ownArguments)
      manifest.arguments.insert(URL(fileURLWithPath: history).lastPathComponent, at: 0)
      return try BackcastDocuments.write(
        outcome, manifest: manifest, to: folder, options: documents)
    }
    try printResult(
      options.format, language, in: target.folder,
      table: BackcastText(outcome, style: documents.style).text(),
      json: BackcastDocuments.json(outcome, style: documents.style))
  }

  private var ownArguments: [String] {
    var arguments = plan.map { ["--plan", $0] } ?? []
    if let dates { arguments += ["--dates", dates] }
    for (option, path) in [
      ("--roster", roster), ("--shifts", shifts), ("--invoice", invoice),
    ] {
      if let path { arguments += [option, URL(fileURLWithPath: path).lastPathComponent] }
    }
    if let timeZone { arguments += ["--time-zone", timeZone] }
    return arguments + tables.arguments
  }
}
