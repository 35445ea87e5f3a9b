// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import ArgumentParser
import Capacity
import Demand
import Foundation
import Plans
import Reporting
import Tables
import Wording

struct TodayCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "today",
    abstract: "Say what the rest of a day will bring, and which changes still pay.",
    discussion: """
      The customers of --so-far say at which level the day runs; the rest of it is simulated under the \
      roster in force, with what has happened already. It prints customers and service by interval, how \
      probably the day keeps its targets, and what overtime, a break moved, a person more or one chat more at \
      once would do and cost, in the order in which they pay. Effects are paired on the same customers.
      """)

  @Argument(help: "A scenario file.", completion: .scenarios)
  var scenario: String

  @OptionGroup var options: RunOptions

  @Option(
    help: "The day's customers until now: chats.csv, or a history or export as fit reads it.",
    completion: .tables)
  var soFar: String

  @Option(
    help: "Plan whose contract, rules and people hold. Default: the first with people of its own.",
    completion: .plans)
  var plan: String?

  @Option(
    help: "Roster in force: person, date and shift, as roster make writes it. Default: the plan's.",
    completion: .tables)
  var roster: String?

  @Option(
    help: "Kinds of shifts, where the roster names them without their times.", completion: .tables)
  var shifts: String?

  @Option(help: "The day, as 2026-11-11. Default: that of the last customer.")
  var date: String?

  @Option(help: "The hour that it is, as 14:00. Default: the last customer's.")
  var now: String?

  @Option(
    parsing: .unconditional, help: "Minutes from a call to somebody's coming.")
  var notice = 120

  @Option(
    help: "IANA zone whose wall clock time stamps with an offset are moved to.",
    completion: .list(TimeZone.knownTimeZoneIdentifiers.sorted()))
  var timeZone: String?

  @Option(
    name: .shortAndLong, help: "Folder for CSV files and manifest.json.", completion: .directory)
  var output: String?

  @OptionGroup(title: "Tables") var tables: TableOptions

  func validate() throws {
    try tables.requireFolder(output != nil)
    try options.requireTwoReplications()
    if !(0...1440).contains(notice) {
      throw ValidationError("--notice", found: notice, allowed: "0 to 1440")
    }
    if let timeZone, TimeZone(identifier: timeZone) == nil {
      throw ValidationError(saying: "--time-zone: no time zone \(timeZone).")
    }
  }

  func run() async throws {
    let useCase = try TodayUseCase(
      TodayUseCase.Request(
        options.request(scenario),
        soFar: HistoryRequest(soFar, timeZone: timeZone, gaps: .permit), plan: plan,
        roster: roster, shifts: shifts, date: date, now: now, notice: notice))
    let target = try RunTarget(
      output, tables, sparing: useCase.inputs, for: TodayDocuments.names)
    let language = options.language
    let outcome = try await useCase.runWithBar { bars, progress in
      switch progress {
      case .note(let note): printNote(note, language)
      case .search(let search): bars.update("changes", done: search.done, total: search.all)
      }
    }
    let documents = target.documents(language, currency: outcome.scenario.currency)
    try target.write(language) { folder, inputs throws(OutputError) in
      try TodayDocuments.write(
        outcome,
        manifest: Manifest(
          outcome.record, scenarioHash: outcome.scenarioHash,
          replications: outcome.outlook.question.replications, command: "today", file: scenario,
          options: options, inputs: inputs, further: ownArguments),
        to: folder, options: documents)
    }
    try printResult(
      options.format, language, in: target.folder,
      table: TodayText(outcome, style: documents.style).text(),
      json: TodayDocuments.json(outcome, style: documents.style))
  }

  private var ownArguments: [String] {
    func name(_ path: String) -> String { URL(fileURLWithPath: path).lastPathComponent }
    var arguments = ["--so-far", name(soFar), "--notice", String(notice)]
    for (option, value) in [
      ("--plan", plan), ("--roster", roster.map(name)), ("--shifts", shifts.map(name)),
      ("--date", date), ("--now", now), ("--time-zone", timeZone),
    ] {
      if let value { arguments += [option, value] }
    }
    return arguments + tables.arguments
  }
}
