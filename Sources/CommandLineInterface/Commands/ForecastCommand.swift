// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import ArgumentParser
import Calendars
import DemandFitting
import Reporting
import Wording

struct ForecastCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast",
    abstract: "Forecast inquiries from a history, with the band they will lie in.",
    discussion: """
      Writes interval_start,mean,p10,p50,p90 for every interval_start of the future file, and beside \
      it the totals of days (-daily) and months (-monthly): quantiles of sums, not sums of quantiles. \
      A row covers one interval of the history, a date without a time its day, or --interval minutes, \
      a multiple of the history's. When the history ends within a day, that day's hours correct the level.
      """)

  @OptionGroup var input: HistoryInput

  @Option(help: "CSV with a column interval_start: the intervals asked for.")
  var future: String

  @Option(name: .shortAndLong, help: "The CSV file to write.")
  var output: String

  @Option(
    parsing: .unconditional,
    help: "Write this many sample paths beside it (-scenarios), 1 to 10000.")
  var scenarios: Int?

  @Option(parsing: .unconditional, help: "Minutes that a row covers. Default: as in the history.")
  var interval: Int?

  @Option(parsing: .unconditional, help: "Seed of the sample paths.")
  var seed: UInt64 = 1

  @Option(name: .customLong("lang"), help: "Language of all that is said: en or zh.")
  var language: Language = .english

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
        input.request, future: future, minutes: interval, paths: scenarios ?? 0, seed: seed))
    let targets = try Targets(
      output: output, withPaths: scenarios != nil, inputs: useCase.inputs)
    let language = language
    let outcome = try await useCase.run { printNote($0, language) }
    let (intervals, table) = (outcome.intervals, outcome.table)
    var text = ForecastText(key: "interval_start")
    for (start, row) in zip(intervals.texts, table.rows) { text.add(start, row.summary) }
    var daily = ForecastText(key: "date")
    for day in table.forecast.daily { daily.add(day.date.description, day.summary) }
    var monthly = ForecastText(key: "month")
    for month in table.forecast.monthly { monthly.add(month.month.description, month.summary) }
    var others = [(targets.daily, daily.csv), (targets.monthly, monthly.csv)]
    if let scenarios, let file = targets.paths {
      others.append((file, paths(scenarios, intervals, table)))
    }
    try targets.table.write(text.csv, with: others)
    let (count, minutes) = (intervals.starts.count, table.interval / 60)
    try emit(
      Localized(
        en: "Wrote \(output): \(count) intervals of \(minutes) minutes.",
        zh: "已写入 \(output)：\(count) 个 \(minutes) 分钟的时段。")[language])
  }

  private func paths(_ count: Int, _ intervals: FutureIntervals, _ table: ForecastTable) -> String {
    var text = "path,interval_start,count\n"
    for path in 0..<count {
      for (start, row) in zip(intervals.texts, table.rows) {
        text += "\(path),\(start),\(Int(table.count(row, path: path)))\n"
      }
    }
    return text
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

/// Means and quantiles as rows of a table.
private struct ForecastText {
  private(set) var csv: String

  init(key: String) { csv = "\(key),mean,p10,p50,p90\n" }

  mutating func add(_ key: String, _ summary: ForecastSummary) {
    let values = [summary.mean, summary.p10, summary.p50, summary.p90]
    csv += key + "," + values.map { Decimals.fixed($0, places: 3) }.joined(separator: ",") + "\n"
  }
}
