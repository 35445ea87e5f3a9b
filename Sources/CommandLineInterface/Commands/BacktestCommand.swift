// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import ArgumentParser
import Foundation
import DemandFitting
import Plans
import Reporting
import Tables
import Wording

struct BacktestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backtest",
    abstract: "Score forecasts on a history's own past, against two naive ones.",
    discussion: """
      Rolling origins, weekly from day 63, 7 and 28 days ahead; with less history from day 14 on, every \
      three days, 7 days ahead. WAPE is the sum of absolute errors of \
      the ordinary day's figure ÷ the sum of counts; the pinball loss is that of the 10, 50 and 90% \
      quantiles; the coverage is the share of intervals (5 or more on an ordinary day) and of daily \
      totals inside the 80% band. With \
      --decide the history decides instead: every --days from day 63 the demand is fitted to what was \
      known, a plan's search chooses its size, and what then came is replayed; beside it stand the rules \
      that planners use.
      """)

  @OptionGroup var input: HistoryInput

  @Option(
    help: "Scenario whose service, plan and targets decide; its demand is replaced.",
    completion: .scenarios)
  var decide: String?

  @Option(
    help: "With --decide: the plan whose size is chosen. Default: the first with `fewest`.",
    completion: .plans)
  var plan: String?

  @Option(parsing: .unconditional, help: "With --decide: days decided on at a time, 7 to 366.")
  var days = 28

  @Option(
    name: .shortAndLong,
    help:
      "With --decide: folder for decisions.csv, decision-rules.csv, decisions.html and manifest.json.",
    completion: .directory)
  var output: String?

  @OptionGroup(title: "Tables") var tables: TableOptions

  @Option(name: .customLong("lang"), help: "Language of all that is said: en or zh.")
  var language: Language = .english

  @Option(help: "What to print: table or json.")
  var format: OutputFormat = .table

  func validate() throws {
    try tables.requireFolder(output != nil)
    if !(7...366).contains(days) {
      throw ValidationError("--days", found: days, allowed: "7 to 366")
    }
    if decide == nil, plan != nil {
      throw ValidationError(saying: "--plan needs --decide.")
    }
    if decide == nil, output != nil {
      throw ValidationError(saying: "--output needs --decide.")
    }
  }

  func run() async throws {
    if let decide { return try await run(decide) }
    let language = language
    let backtest = try await BacktestUseCase(input.request).run { printNote($0, language) }
    if format == .json { return try emit(Self.json(backtest).text, terminator: "") }
    let table = TextTable(
      columns: [
        .init("forecast", .left), .init("days ahead"), .init("origins"), .init("WAPE"),
        .init("pinball loss"), .init("in 80% band"), .init("days in band"),
      ],
      rows: backtest.results.flatMap { result in
        [
          ("the model", result.model), ("mean of eight weeks", result.eightWeeks),
          ("a week before", result.seasonalNaive),
        ].map { name, score in
          [name, "\(result.horizon)", "\(result.origins)"]
            + [score.wape, score.pinballLoss, score.coverage, score.dailyCoverage].map {
              $0.isFinite ? Decimals.fixed($0, places: 4) : NumberStyle.missing
            }
        }
      })
    try emit(table.text(), terminator: "")
    for result in backtest.results where result.naiveWins { try emit(Self.verdict(result)) }
  }

  private func run(_ scenario: String) async throws {
    let useCase = try DecideUseCase(
      DecideUseCase.Request(
        input.request, run: RunRequest(try ScenarioSource(scenario)), plan: plan, days: days))
    let target = try RunTarget(
      output, tables, sparing: useCase.inputs, for: DecisionDocuments.names)
    let clock = RunClock()
    let language = language
    let outcome = try await useCase.runWithBar { bars, progress in
      switch progress {
      case .note(let note): printNote(note, language)
      case .decided(let done, let all): bars.update("backtest", done: done, total: all)
      }
    }
    let documents = target.documents(language, currency: useCase.scenario.currency)
    try target.write(language) { folder, inputs throws(OutputError) in
      var arguments =
        input.arguments + ["--decide", URL(fileURLWithPath: scenario).lastPathComponent]
      if let plan { arguments += ["--plan", plan] }
      arguments += ["--days", String(days), "--lang", language.rawValue] + tables.arguments
      return try DecisionDocuments.write(
        outcome,
        manifest: Manifest(
          product: .current, command: "backtest", arguments: arguments,
          timeZone: input.writtenZone, inputs: inputs, run: clock.run),
        to: folder, options: documents)
    }
    try printResult(
      format, language, in: target.folder,
      table: DecisionText(outcome, style: documents.style).text(width: 100),
      json: DecisionDocuments.json(outcome))
  }

  private static func json(_ backtest: Backtest) -> JSONValue {
    [
      "schema_version": .integer(CSVSchema.version),
      "scores": .array(
        backtest.results.flatMap { result in
          [
            ("model", result.model), ("mean_of_eight_weeks", result.eightWeeks),
            ("week_before", result.seasonalNaive),
          ].map { name, score in
            [
              "forecast": .string(name), "days_ahead": .integer(result.horizon),
              "origins": .integer(result.origins), "wape": .number(score.wape),
              "pinball_loss": .number(score.pinballLoss), "coverage": .number(score.coverage),
              "daily_coverage": .number(score.dailyCoverage),
            ]
          }
        }),
    ]
  }

  /// Which naive forecast wins, by what, and what to do about it.
  private static func verdict(_ result: Backtest.Result) -> String {
    let name = { (naive: Backtest.Naive) in
      naive == .eightWeeks ? "the mean of the last eight same weekdays" : "the week before"
    }
    let start = "\(result.horizon) days ahead a naive forecast wins on this history: "
    let mean = result.naiveWinner { $0.wape }
    let band = result.naiveWinner { $0.pinballLoss }
    return switch (mean, band) {
    case (let mean?, let band?) where mean == band:
      start + "plan with \(name(mean)), or give --events."
    case (let mean?, let band?):
      start
        + "\(name(mean)) by WAPE and \(name(band)) by pinball loss; plan with one, or give --events."
    case (let mean?, nil):
      start
        + "\(name(mean)) by WAPE; by pinball loss the model is ahead, so its bands are the better ones."
    case (_, let band):
      start + "\(band.map(name) ?? "") by pinball loss; by WAPE the model is ahead."
    }
  }
}
