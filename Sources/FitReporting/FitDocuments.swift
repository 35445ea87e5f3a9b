// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import DemandFitting
import Exports
package import Reporting
package import Tables
package import Wording

/// The files of a fit's pictures, the manifest last.
package enum FitDocuments {
  package static let pageName = "fit.html"

  /// Every file's columns, in the order of the reference.
  package static let schemas: [CSVSchema] = [
    days.schema, week.schema, effects.schema, dispersion.schema,
  ]

  /// The reference of the files' columns.
  package static func reference(_ language: Language) -> String {
    let head = Localized(
      en: "# The files of `inquiry fit --pictures`", zh: "# `inquiry fit --pictures` 的文件")
    return "\n" + head[language] + "\n" + schemas.map { "\n" + $0.markdown(language) }.joined()
  }

  /// Names of all files that a run writes.
  package static var names: [String] {
    [pageName] + schemas.map(\.file) + [OutputFolder.manifest]
  }

  /// - Throws: `OutputError` at the first file that cannot be written; no file is changed then.
  package static func write(
    _ report: FitReport, manifest: Manifest, to folder: OutputFolder, options: DocumentOptions
  ) throws(OutputError) {
    let diagnostics = report.diagnostics
    let page = FitPage(report, style: options.style, version: manifest.version).text
    var files = FileList(folder: folder, options.formats)
    try files.write(days, diagnostics.days)
    try files.write(week, diagnostics.week)
    try files.write(effects, diagnostics.weekdays + diagnostics.events)
    try files.write(dispersion, diagnostics.dispersion.bins)
    try files.write(pageName, page)
    try files.finish(manifest, replacing: names)
  }

  /// What a fit tells, for machines.
  ///
  /// - Parameters:
  ///   - scenario: The fitted file's text.
  ///   - remarks: What the data cannot tell, in sentences.
  package static func json(
    _ report: FitReport, scenario: String, remarks: [String]
  ) -> JSONValue {
    let diagnostics = report.diagnostics
    return [
      "schema_version": .integer(CSVSchema.version),
      "scenario": .string(scenario),
      "remarks": .strings(remarks),
      "days": days.json(diagnostics.days),
      "week": week.json(diagnostics.week),
      "effects": effects.json(diagnostics.weekdays + diagnostics.events),
      "dispersion": dispersion.json(diagnostics.dispersion.bins),
    ]
  }

  private static let days = CSVTable<FitDiagnostics.Day>(
    file: "fit_days.csv",
    row: Localized(
      en: "One row per day of the history, in order of time.", zh: "历史中每天一行，按时间排列。"),
    key: ["date"],
    columns: [
      CSVColumn("date", as: .date, en: "Calendar day", zh: "日期") { .text($0.date.description) },
      CSVColumn(
        "known", as: .number, en: "Part of the day's mean that lies in intervals with a count",
        zh: "有计数的时段占当日均值的比例"
      ) { .fixed($0.known, places: 4) },
      CSVColumn(
        "count", "inquiries", en: "Counted in those intervals; empty without one", zh: "这些时段的实际计数"
      ) {
        $0.count.map { .fixed($0, places: 0) } ?? .empty
      },
      CSVColumn(
        "mean", "inquiries", en: "Fitted to the same intervals, at ordinary busyness",
        zh: "同样时段的拟合均值"
      ) { .fixed($0.mean, places: 2) },
      CSVColumn("p10", "inquiries", en: "10 % point of the fitted law", zh: "拟合分布的 10% 分位数") {
        .fixed($0.low, places: 0)
      },
      CSVColumn("p90", "inquiries", en: "90% point of the fitted law", zh: "拟合分布的 90% 分位数") {
        .fixed($0.high, places: 0)
      },
      CSVColumn(
        "residual", "deviations",
        en: "Standardised distance to the fit; empty for nearly unknown or empty days",
        zh: "标准化残差；几乎无数据或为空的日子为空"
      ) { $0.residual.map { .fixed($0, places: 3) } ?? .empty },
      CSVColumn("events", en: "Announced events, with semicolons between", zh: "公告事件，以分号分隔") {
        .text($0.events.joined(separator: "; "))
      },
      CSVColumn("surprise", as: .boolean, en: "Far off, and nothing announced it", zh: "异常且无公告") {
        .flag($0.isSurprise)
      },
    ])

  private static let week = CSVTable<FitDiagnostics.WeekSlot>(
    file: "fit_week.csv",
    row: Localized(
      en: "One row per weekday (and announced days) and interval of the day.",
      zh: "每个星期几（及公告日）的每个时段一行。"),
    key: ["weekday", "slot"], openKey: ["weekday"],
    columns: [
      CSVColumn(
        "weekday", as: .integer, en: "1 Monday to 7 Sunday; empty for announced days",
        zh: "1 周一至 7 周日；公告日为空"
      ) {
        $0.weekday.map { .integer($0.rawValue + 1) } ?? .empty
      },
      CSVColumn("slot", as: .integer, en: "Interval of the day, from 0", zh: "当日第几个时段，从 0 起") {
        .integer($0.slot)
      },
      CSVColumn(
        "days", "days", as: .integer, en: "Days behind the means; surprises are left out",
        zh: "均值依据的天数，不含异常日"
      ) {
        .integer($0.days)
      },
      CSVColumn("observed", "inquiries", en: "Mean count", zh: "实际均值") {
        .fixed($0.observed, places: 3)
      },
      CSVColumn("fitted", "inquiries", en: "Mean of the fit over the same days", zh: "同样日子的拟合均值") {
        .fixed($0.fitted, places: 3)
      },
    ])

  private static let effects = CSVTable<FitDiagnostics.Effect>(
    file: "fit_effects.csv",
    row: Localized(
      en: "One row per weekday, kind of announced day and named event.", zh: "每个星期几、每种公告日与每个命名事件一行。"
    ),
    key: ["kind", "subject"],
    columns: [
      CSVColumn(
        "kind", en: "`weekday`, `event`, or the kind of announced day",
        zh: "`weekday`、`event` 或公告日的种类"
      ) {
        switch $0.subject {
        case .weekday: .text("weekday")
        case .kind(let kind, _): .text(kind)
        case .name: .text("event")
        }
      },
      CSVColumn(
        "subject",
        en:
          "Weekday from 1; `workday`, `weekend`, `eve` or `day_after` of a kind; name of an event",
        zh: "星期几（从 1 起）；种类的 `workday`、`weekend`、`eve` 或 `day_after`；事件名称"
      ) {
        switch $0.subject {
        case .weekday(let weekday): .integer(weekday.rawValue + 1)
        case .kind(_, let occasion): .text(occasion.rawValue)
        case .name(let name): .text(name)
        }
      },
      CSVColumn("days", "days", as: .integer, en: "Days of the history behind it", zh: "依据的天数") {
        .integer($0.days)
      },
      CSVColumn("ratio", as: .number, en: "Factor of the day's mean", zh: "对当日均值的系数") {
        .fixed($0.ratio, places: 4)
      },
      CSVColumn("ratio_low", as: .number, en: "Lower end of its 95% interval", zh: "其 95% 区间下限") {
        .fixed($0.lower, places: 4)
      },
      CSVColumn("ratio_high", as: .number, en: "Upper end of its 95% interval", zh: "其 95% 区间上限") {
        .fixed($0.upper, places: 4)
      },
      CSVColumn(
        "observed", as: .number,
        en: "Median of count ÷ the fit without the effect; empty without a day",
        zh: "实际与不含该效应的拟合之比的中位数；没有日子时为空"
      ) { $0.observed.map { .fixed($0, places: 4) } ?? .empty },
    ])

  private static let dispersion = CSVTable<FitDiagnostics.Dispersion.Bin>(
    file: "fit_dispersion.csv",
    row: Localized(
      en: "One row per group of intervals of similar fitted mean, on ordinary days.",
      zh: "普通日中拟合均值相近的一组时段一行。"),
    key: ["mean"],
    columns: [
      CSVColumn("intervals", "intervals", as: .integer, en: "How many", zh: "时段数") {
        .integer($0.intervals)
      },
      CSVColumn("mean", "inquiries", en: "Mean of the fitted means", zh: "拟合均值的均值") {
        .fixed($0.mean, places: 4)
      },
      CSVColumn(
        "variance", as: .number, en: "Mean squared distance of counts to the fit", zh: "计数与拟合的均方距离"
      ) {
        .fixed($0.variance, places: 4)
      },
      CSVColumn(
        "expected", as: .number, en: "Variance that the fitted factors let expect", zh: "拟合因子所预期的方差"
      ) {
        .fixed($0.expected, places: 4)
      },
    ])
}
