// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Calendars
import DemandFitting
import Foundation
import Reporting

struct ForecastCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast",
    abstract: "Forecast inquiries from a history, with the band they will lie in.",
    discussion: """
      Writes interval_start,mean,p10,p50,p90 for every interval_start of the future file, and beside \
      it the totals of days (-daily) and months (-monthly): quantiles of sums, not sums of quantiles. \
      When the history ends within a day, that day's hours correct the level.
      """)

  @OptionGroup var input: HistoryInput

  @Option(help: "CSV with a column interval_start: the intervals asked for.")
  var future: String

  @Option(name: .shortAndLong, help: "The CSV file to write.")
  var output: String

  @Option(help: "Write this many sample paths beside it (-scenarios), 1 to 10000.")
  var scenarios: Int?

  @Option(help: "Seed of the sample paths.")
  var seed: UInt64 = 1

  func validate() throws {
    if let scenarios, !(1...10_000).contains(scenarios) {
      throw ValidationError("--scenarios: found \(scenarios), allowed 1 to 10000.")
    }
  }

  func run() async throws {
    try await reportingFailures {
      let intervals = try FutureIntervals(path: future, timeZone: input.timeZone)
      let model = try input.model(input.series(input.recorded()))
      let table = try input.learning(from: input.history) { () throws(FitError) in
        try ForecastTable(
          model, starts: intervals.starts, paths: max(500, scenarios ?? 0), seed: seed)
      }
      var text = ForecastText(key: "interval_start")
      for (start, row) in zip(intervals.texts, table.rows) { text.add(start, row.summary) }
      var daily = ForecastText(key: "date")
      for day in table.forecast.daily { daily.add(day.date.description, day.summary) }
      var monthly = ForecastText(key: "month")
      for month in table.forecast.monthly { monthly.add(month.month.description, month.summary) }
      try writeText(daily.csv, to: beside("-daily"))
      try writeText(monthly.csv, to: beside("-monthly"))
      if let scenarios {
        try writeText(paths(scenarios, intervals, table), to: beside("-scenarios"))
      }
      try writeText(text.csv, to: output)
      print(
        "Wrote \(output): \(intervals.starts.count) intervals of \(table.interval / 60) minutes.")
    }
  }

  /// `forecast.csv` and `-daily` make `forecast-daily.csv`.
  private func beside(_ suffix: String) -> String {
    let url = URL(fileURLWithPath: output)
    let ending = url.pathExtension.isEmpty ? "csv" : url.pathExtension
    return url.deletingPathExtension().path + suffix + "." + ending
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

/// Means and quantiles as rows of a table.
private struct ForecastText {
  private(set) var csv: String

  init(key: String) { csv = "\(key),mean,p10,p50,p90\n" }

  mutating func add(_ key: String, _ summary: ForecastSummary) {
    let values = [summary.mean, summary.p10, summary.p50, summary.p90]
    csv += key + "," + values.map { Decimals.fixed($0, places: 3) }.joined(separator: ",") + "\n"
  }
}
