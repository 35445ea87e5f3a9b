// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import ArgumentParser
import Calendars
import DemandFitting
import FitReporting
import Reporting
import Tables
import Wording

struct ForecastCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast",
    abstract: "Forecast inquiries from a history, with the band they will lie in.",
    discussion: """
      Writes interval_start,mean,p10,p50,p90,ordinary for every interval_start of the future file, and beside \
      it the totals of days (-daily) and months (-monthly): quantiles of sums, not sums of quantiles. \
      mean is that of the distribution, storms included; ordinary is the figure of ordinary days. \
      A row covers one interval of the history, a date without a time its day, or --interval minutes, \
      a multiple of the history's. When the history ends within a day, that day's hours correct the level. \
      --explain says in sentences what moves the first week against the last ones; the paths of \
      --scenarios can be sized on, with demand: {forecast: FILE} in a scenario.
      """)

  @OptionGroup var input: HistoryInput

  @Option(help: "CSV with a column interval_start: the intervals asked for.", completion: .tables)
  var future: String

  @Option(name: .shortAndLong, help: "The CSV file to write.", completion: .tables)
  var output: String

  @Option(
    parsing: .unconditional,
    help: "Write this many sample paths beside it (-scenarios), 1 to 10000.")
  var scenarios: Int?

  @Flag(help: "Say what moves the first week asked for against the last four.")
  var explain = false

  @Option(parsing: .unconditional, help: "Minutes that a row covers. Default: as in the history.")
  var interval: Int?

  @Option(parsing: .unconditional, help: "Seed of the sample paths.")
  var seed: UInt64 = 1

  @Option(name: .customLong("lang"), help: "Language of all that is said: en or zh.")
  var language: Language = .english

  @Option(help: "What to print: table or json.")
  var format: OutputFormat = .table

  @Flag(help: "Begin CSV files with a byte-order mark, for Excel.")
  var bom = false

  func validate() throws {
    if let scenarios, !(1...10_000).contains(scenarios) {
      throw ValidationError("--scenarios", found: scenarios, allowed: "1 to 10000")
    }
    if let interval, !(1...1440).contains(interval) || 1440 % interval != 0 {
      throw ValidationError("--interval", found: interval, allowed: "minutes that divide a day")
    }
  }

  func run() async throws {
    let useCase = try ForecastUseCase(
      ForecastUseCase.Request(
        input.request, future: future, minutes: interval, paths: scenarios ?? 0, seed: seed,
        explains: explain))
    let targets = try Targets(
      output: output, withPaths: scenarios != nil, inputs: useCase.inputs)
    let language = language
    let outcome = try await useCase.run { printNote($0, language) }
    let (intervals, table) = (outcome.intervals, outcome.table)
    let documents = ForecastDocuments(
      starts: intervals.texts, table: table, paths: scenarios ?? 0, timeZone: input.writtenZone)
    func text<Row>(_ table: CSVTable<Row>, _ rows: [Row]) -> String {
      String(decoding: table.encoded(rows, byteOrderMark: bom), as: UTF8.self)
    }
    var others = [
      (targets.daily, text(ForecastDocuments.dayTable, documents.days)),
      (targets.monthly, text(ForecastDocuments.monthTable, documents.months)),
    ]
    if let file = targets.paths {
      others.append((file, text(ForecastDocuments.pathTable, documents.sampled)))
    }
    try targets.table.write(
      text(ForecastDocuments.intervalTable, documents.intervals), with: others)
    let explanation = outcome.explanation.map {
      ExplanationText($0, carriers: outcome.carriers, style: NumberStyle(language))
    }
    if format == .json {
      return try emit(documents.json(explanation).text, terminator: "")
    }
    if let explanation { try emit(explanation.text(width: 100)) }
    let (count, minutes) = (intervals.starts.count, table.interval / 60)
    try emit(
      Localized(
        en: "Wrote \(output): \(count) intervals of \(minutes) minutes.",
        zh: "已写入 \(output)：\(count) 个 \(minutes) 分钟的时段。")[language])
  }
}

/// The files of a forecast, of which all are written or none.
private struct Targets {
  let table: OutputFile
  let daily: OutputFile
  let monthly: OutputFile
  let paths: OutputFile?

  init(output: String, withPaths: Bool, inputs: [String]) throws(OutputError) {
    // `forecast.csv` and `-daily` make `forecast-daily.csv`.
    let name = output.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    let dot = name.lastIndex(of: ".")
    let ending = dot.map { String(name[$0...]) } ?? ".csv"
    let base = dot == nil ? output : String(output.dropLast(ending.count))
    func file(_ path: String) throws(OutputError) -> OutputFile {
      try OutputFile(path: path, replaces: true, sparing: inputs)
    }
    table = try file(output)
    daily = try file(base + "-daily" + ending)
    monthly = try file(base + "-monthly" + ending)
    paths = withPaths ? try file(base + "-scenarios" + ending) : nil
  }
}
