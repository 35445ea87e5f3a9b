// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Calendars
import Demand
import DemandFitting
import Reporting
import Scenarios

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

  func validate() throws {
    if let scenarios, !(1...10_000).contains(scenarios) {
      throw ValidationError("--scenarios: found \(scenarios), allowed 1 to 10000.")
    }
    if let interval, !(1...1440).contains(interval) || 1440 % interval != 0 {
      throw ValidationError("--interval: found \(interval), allowed minutes that divide a day.")
    }
  }

  func run() async throws {
    let targets = try Targets(output: output, withPaths: scenarios != nil, inputs: inputs)
    let intervals = try FutureIntervals(path: future, timeZone: input.timeZone)
    let recorded = try input.recorded()
    let model = try input.model(input.series(recorded))
    try requireGrid(intervals, recorded, model)
    let length = interval.map { $0 * 60 } ?? (intervals.areDates ? 86_400 : model.interval)
    if interval == nil, intervals.areDates, model.interval < 86_400 {
      printError(
        "\(future): note: starts are dates; each row covers its day (--interval for another length)."
      )
    } else if interval == nil, let spacing = intervals.spacing, spacing > model.interval {
      printError(
        "\(future): note: starts are \(spacing / 60) minutes apart; each row covers "
          + "\(model.interval / 60) minutes as in the history; give --interval \(spacing / 60) to cover all."
      )
    }
    let table = try input.learning(from: input.history) { () throws(FitError) in
      try ForecastTable(
        model, starts: intervals.starts, interval: length, atLeast: scenarios ?? 0,
        seed: seed)
    }
    var text = ForecastText(key: "interval_start")
    for (start, row) in zip(intervals.texts, table.rows) { text.add(start, row.summary) }
    var daily = ForecastText(key: "date")
    for day in table.forecast.daily { daily.add(day.date.description, day.summary) }
    var monthly = ForecastText(key: "month")
    for month in table.forecast.monthly { monthly.add(month.month.description, month.summary) }
    try targets.daily.write(daily.csv)
    try targets.monthly.write(monthly.csv)
    if let scenarios { try targets.paths?.write(paths(scenarios, intervals, table)) }
    try targets.table.write(text.csv)
    try emit(
      "Wrote \(output): \(intervals.starts.count) intervals of \(table.interval / 60) minutes.")
  }

  /// Refuses starts that lie between those of the history's intervals.
  private func requireGrid(
    _ intervals: FutureIntervals, _ recorded: RecordedHistory, _ model: DemandModel
  ) throws(CommandFailure) {
    // Arrivals are counted from midnight on; a log of counts may have a grid of its own.
    var first = 0
    if case .counts(let log) = recorded.records { first = log.starts.first ?? 0 }
    let length = model.interval
    guard let row = intervals.starts.firstIndex(where: { ($0 - first) % length != 0 }) else {
      return
    }
    throw CommandFailure(
      status: .badData,
      message: "\(future): found \(intervals.texts[row]), allowed starts on the history's grid of "
        + "\(length / 60) minutes.")
  }

  private var inputs: [String] { input.files + [future] }

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

/// The files of a forecast, all of which can be written.
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
