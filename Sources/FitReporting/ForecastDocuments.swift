// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
package import DemandFitting
import Exports
package import Reporting
package import Tables
package import Wording

/// The files of a forecast: intervals as they were asked for, days and months in full, sample paths.
package struct ForecastDocuments: Sendable {
  /// Mean and quantiles under the key of a file.
  package struct Row: Sendable {
    package let key: String
    package let summary: ForecastSummary
    /// IANA zone of the shop's clock.
    package let timeZone: String

    package init(_ key: String, _ summary: ForecastSummary, timeZone: String) {
      self.key = key
      self.summary = summary
      self.timeZone = timeZone
    }
  }

  /// The count of one interval on one sample path.
  package struct PathRow: Sendable {
    package let path: Int
    package let start: String
    package let count: Int
    /// IANA zone of the shop's clock.
    package let timeZone: String
  }

  /// Texts of the intervals' starts, as the file that asks for them writes them.
  private let starts: [String]
  private let table: ForecastTable
  private let paths: Int
  private let timeZone: String

  /// - Parameter timeZone: IANA zone of the shop's clock, in which days and times are meant.
  package init(starts: [String], table: ForecastTable, paths: Int, timeZone: String) {
    self.starts = starts
    self.table = table
    self.paths = paths
    self.timeZone = timeZone
  }

  package var intervals: [Row] { zip(starts, table.rows).map { row($0, $1.summary) } }
  package var days: [Row] {
    table.forecast.daily.map { row($0.date.description, $0.summary) }
  }
  package var months: [Row] {
    table.forecast.monthly.map { row($0.month.description, $0.summary) }
  }

  private func row(_ key: String, _ summary: ForecastSummary) -> Row {
    Row(key, summary, timeZone: timeZone)
  }
  package var sampled: [PathRow] {
    (0..<paths).flatMap { path in
      zip(starts, table.rows).map {
        PathRow(
          path: path, start: $0, count: Int(table.count($1, path: path)), timeZone: timeZone)
      }
    }
  }

  /// The same as one document; paths are in their file alone.
  ///
  /// - Parameter explanation: What moves the first week, where it was asked for.
  package func json(_ explanation: ExplanationText? = nil) -> JSONValue {
    let members: [JSONValue.Member] = [
      .init("schema_version", .integer(CSVSchema.version)),
      .init("time_zone", .string(timeZone)),
      .init("interval", .integer(table.interval)),
      .init("intervals", Self.intervalTable.json(intervals)),
      .init("days", Self.dayTable.json(days)),
      .init("months", Self.monthTable.json(months)),
    ]
    return .object(
      members + (explanation.map { [JSONValue.Member("explanation", $0.json)] } ?? []))
  }

  /// The reference of the files' columns.
  package static func reference(_ language: Language) -> String {
    let head = Localized(
      en: """
        # The files of `inquiry forecast`

        Named by `--output`; the others have its name with an ending before the dot, as shown.
        """,
      zh: """
        # `inquiry forecast` 的文件

        以 `--output` 命名；其余文件在点号前加后缀，如下所示。
        """)
    let schemas = [
      intervalTable.schema, dayTable.schema, monthTable.schema, pathTable.schema,
    ]
    return "\n" + head[language] + "\n" + schemas.map { "\n" + $0.markdown(language) }.joined()
  }

  package static let intervalTable = table(
    "forecast.csv", key: "interval_start",
    row: Localized(
      en: "One row per interval asked for, in the order asked.", zh: "所问的每个时段一行，按所问顺序。"),
    meaning: Localized(en: "Start as the future file writes it", zh: "开始时刻，照未来文件的写法"))

  package static let dayTable = table(
    "forecast-daily.csv", key: "date",
    row: Localized(
      en: "One row per day, whole days: quantiles of sums, not sums of quantiles.",
      zh: "每天一行，按整天计：为总和的分位数，不是分位数的总和。"),
    meaning: Localized(en: "Day", zh: "日期"))

  package static let monthTable = table(
    "forecast-monthly.csv", key: "month",
    row: Localized(
      en: "One row per calendar month, of the days forecast.", zh: "每月一行，仅含所预测的日子。"),
    meaning: Localized(en: "Calendar month", zh: "月份"))

  package static let pathTable = CSVTable<PathRow>(
    file: "forecast-scenarios.csv",
    row: Localized(
      en: "One row per sample path and interval asked for (`--scenarios`).",
      zh: "每条样本路径、每个时段一行（--scenarios）。"),
    key: ["path", "interval_start"],
    columns: [
      CSVColumn("path", as: .integer, en: "Number of the path, from 0", zh: "路径序号，从 0 起") {
        .integer($0.path)
      },
      CSVColumn("interval_start", en: "Start as in `forecast.csv`", zh: "开始时刻，同 forecast.csv") {
        .text($0.start)
      },
      CSVColumn("count", "inquiries", as: .integer, en: "Inquiries that come", zh: "到达的咨询数") {
        .integer($0.count)
      },
      CSVColumn.timeZone { $0.timeZone },
    ])

  private static func table(
    _ file: String, key: String, row: Localized, meaning: Localized
  ) -> CSVTable<Row> {
    func quantile(
      _ name: String, _ en: String, _ zh: String,
      _ value: @escaping @Sendable (ForecastSummary) -> Double
    ) -> CSVColumn<Row> {
      CSVColumn(name, "inquiries", en: en, zh: zh) { .fixed(value($0.summary), places: 3) }
    }
    return CSVTable(
      file: file, row: row, key: [key],
      columns: [
        CSVColumn(key, en: meaning.en, zh: meaning.zh) { .text($0.key) },
        quantile(
          "mean", "Mean of the distribution, rare storms and the doubt about the fit included",
          "分布的均值，含罕见的突发高峰与拟合的不确定"
        ) { $0.mean },
        quantile("p10", "10% quantile", "10% 分位数") { $0.p10 },
        quantile("p50", "Median", "中位数") { $0.p50 },
        quantile("p90", "90% quantile", "90% 分位数") { $0.p90 },
        quantile(
          "ordinary", "What ordinary days bring at the fitted coefficients: the point forecast",
          "按拟合系数、平常日子的咨询量，即点预测"
        ) { $0.ordinary },
        CSVColumn.timeZone { $0.timeZone },
      ])
  }
}
