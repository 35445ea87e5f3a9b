// SPDX-License-Identifier: GPL-3.0-or-later

package import Application
import Calendars
import Exports
package import Tables
import Wording

/// One row of `backcast.csv`: a figure of the record beside what was simulated.
package struct BackcastRow: Sendable {
  package enum Level: String, Sendable {
    case total, day, slot
  }

  let level: Level
  let row: Backcast.Row
  let comparison: Backcast.Comparison
  let timeZone: String

  package static func rows(of outcome: BackcastUseCase.Outcome) -> [BackcastRow] {
    let backcast = outcome.backcast
    func rows(_ level: Level, _ rows: [Backcast.Row]) -> [BackcastRow] {
      rows.flatMap { row in
        row.comparisons.map {
          BackcastRow(level: level, row: row, comparison: $0, timeZone: outcome.timeZone)
        }
      }
    }
    return rows(.total, [backcast.total]) + rows(.day, backcast.days)
      + rows(.slot, backcast.slots)
  }

  private var places: Int {
    comparison.measure == .meanWait ? Places.seconds : Places.share
  }

  func cell(_ value: Double) -> CSVCell { .fixed(value, places: places) }
}

extension CSVTable<BackcastRow> {
  package static let backcast = CSVTable(
    file: "backcast.csv",
    row: Localized(
      en:
        "One row per measure of the whole record, of each day, and of each interval of the day over all "
        + "days: recorded and simulated.",
      zh: "整段历史、每天、每个时段（各天合计）的每个指标一行：记录值与模拟值。"),
    key: ["level", "date", "start", "measure"], openKey: ["date", "start"],
    columns: [
      CSVColumn("level", en: "`total`, `day` or `slot`", zh: "total 整段、day 每天、slot 时段") {
        .text($0.level.rawValue)
      },
      CSVColumn("date", as: .date, en: "Of a day", zh: "日期（仅 day）") {
        $0.row.date.map { .text($0.description) } ?? .empty
      },
      CSVColumn("start", en: "Of an interval of the day", zh: "时段起点（仅 slot）") {
        $0.row.start.map { .text($0.description) } ?? .empty
      },
      CSVColumn("arrivals", "inquiries", as: .integer, en: "Recorded arrivals", zh: "记录的到达") {
        .integer($0.row.arrivals)
      },
      CSVColumn(
        "measure", en: "`abandonment`, `mean_wait` (s) or `service_level`",
        zh: "abandonment 放弃率、mean_wait 平均等待（秒）、service_level 服务水平"
      ) { .text($0.comparison.measure.rawValue) },
      CSVColumn("recorded", as: .number, en: "Of the record", zh: "记录值") {
        $0.cell($0.comparison.recorded)
      },
      CSVColumn("simulated", as: .number, en: "Mean over replications", zh: "各次模拟的均值") {
        $0.cell($0.comparison.mean)
      },
      CSVColumn("p10", as: .number, en: "10% point over replications", zh: "各次模拟的 10% 分位数") {
        $0.cell($0.comparison.low)
      },
      CSVColumn("p90", as: .number, en: "90% point over replications", zh: "各次模拟的 90% 分位数") {
        $0.cell($0.comparison.high)
      },
      CSVColumn("inside", as: .boolean, en: "Whether the record lies between them", zh: "记录值是否在其间")
      {
        .flag($0.comparison.isInside)
      },
      CSVColumn.timeZone { $0.timeZone },
    ])
}

/// One row of `backcast-bills.csv`: a clause of a month.
package struct BackcastBillRow: Sendable {
  let row: BackcastBill.Row
}

extension CSVTable<BackcastBillRow> {
  package static let backcastBills = CSVTable(
    file: "backcast-bills.csv",
    row: Localized(
      en: "With `--invoice`: one row per clause of each month that the record has whole.",
      zh: "使用 `--invoice` 时：记录完整的每个月、每个条款一行。"),
    key: ["month", "clause"],
    columns: [
      CSVColumn("month", en: "Month", zh: "月份") { .text($0.row.month.description) },
      CSVColumn("clause", en: "Name of the clause", zh: "条款名称") { .text($0.row.clause) },
      CSVColumn("billed", "yuan", en: "Of the invoice; empty without a line", zh: "账单金额；没有此行时为空") {
        $0.row.recorded.map { .fixed($0, places: Places.yuan) } ?? .empty
      },
      CSVColumn("simulated", "yuan", en: "Mean over replications", zh: "各次模拟的均值") {
        .fixed($0.row.mean, places: Places.yuan)
      },
      CSVColumn("p10", "yuan", en: "10% point over replications", zh: "各次模拟的 10% 分位数") {
        .fixed($0.row.low, places: Places.yuan)
      },
      CSVColumn("p90", "yuan", en: "90% point over replications", zh: "各次模拟的 90% 分位数") {
        .fixed($0.row.high, places: Places.yuan)
      },
      CSVColumn("inside", as: .boolean, en: "Whether the invoice lies between them", zh: "账单是否在其间")
      {
        .flag($0.row.isInside)
      },
    ])
}

/// The files of a backcast, the manifest last.
package enum BackcastDocuments {
  package static let schemas = [
    CSVTable<BackcastRow>.backcast.schema, CSVTable<BackcastBillRow>.backcastBills.schema,
  ]

  /// Names of all files that a run may write.
  package static var names: [String] { schemas.map(\.file) + [OutputFolder.manifest] }

  /// - Throws: `OutputError` at the first file that cannot be written; no file is changed then.
  package static func write(
    _ outcome: BackcastUseCase.Outcome, manifest: Manifest, to folder: OutputFolder,
    options: DocumentOptions
  ) throws(OutputError) -> WrittenFiles {
    var files = FileList(folder: folder, options.formats)
    try files.write(.backcast, BackcastRow.rows(of: outcome))
    if let bill = outcome.bill {
      try files.write(.backcastBills, bill.rows.map { BackcastBillRow(row: $0) })
    }
    return try files.finish(manifest, replacing: names)
  }

  package static func json(
    _ outcome: BackcastUseCase.Outcome, style: NumberStyle
  ) -> JSONValue {
    [
      "schema_version": .integer(CSVSchema.version),
      "scenario": .string(outcome.scenario),
      "scenario_hash": .string(outcome.scenarioHash),
      "file": .string(outcome.source),
      "first_day": .string(outcome.days.first.description),
      "last_day": .string(outcome.days.last.description),
      "time_zone": .string(outcome.timeZone),
      "plan": .string(outcome.plan),
      "replication_count": .integer(outcome.backcast.replications),
      "statements": .strings(BackcastText(outcome, style: style).sentences),
      "rows": CSVTable.backcast.json(BackcastRow.rows(of: outcome)),
      "bills": CSVTable.backcastBills.json(
        (outcome.bill?.rows ?? []).map { BackcastBillRow(row: $0) }),
    ]
  }
}
