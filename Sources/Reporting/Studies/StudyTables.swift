// SPDX-License-Identifier: GPL-3.0-or-later

import Exports
import Inference
import Measures
package import Studies
import Wording

/// A point of a study, for a table of its settings.
struct StudyPointRow: Sendable {
  var point: Int
  var values: [String]
}

/// One size of a search.
struct StudySizeRow: Sendable {
  var sizes: StudySizes
  var unit: Int
  var period: Int
}

/// The tables of a study, which depend on what it varies and keeps.
package struct StudyTables: Sendable {
  let plan: StudyPlan

  package init(_ plan: StudyPlan) { self.plan = plan }

  /// For each path the type of all its values.
  private var types: [ExportType] {
    plan.paths.indices.map { place in
      ExportType(of: plan.points.lazy.map { $0.values[place] })
    }
  }

  /// The value of each path.
  private func settings<Row>(
    _ values: @escaping @Sendable (Row) -> [String]
  ) -> [CSVColumn<Row>] {
    zip(plan.paths, types).enumerated().map { place, entry in
      let (path, type) = entry
      return CSVColumn(
        path, as: type, en: WhatIfTable.setting.en, zh: WhatIfTable.setting.zh
      ) { row in
        let text = values(row)[place]
        return text.isEmpty ? .empty : type == .text ? .text(text) : .decimal(text)
      }
    }
  }

  private static func point<Row>(
    _ value: @escaping @Sendable (Row) -> Int
  ) -> CSVColumn<Row> {
    CSVColumn("point", as: .integer, en: "Number of the point, from 0", zh: "点的序号，从 0 起") {
      .integer(value($0))
    }
  }

  private func planColumn<Row>(
    _ value: @escaping @Sendable (Row) -> Int
  ) -> CSVColumn<Row> {
    let plans = plan.plans
    return CSVColumn("plan", en: "Key of the plan", zh: "方案的键") { .text(plans[value($0)]) }
  }

  /// Points by their settings; not a file of its own.
  var points: CSVTable<StudyPointRow> {
    CSVTable(
      file: "points.csv", row: Localized(en: "One row per point.", zh: "每个点一行。"),
      key: ["point"], columns: [Self.point { $0.point }] + settings { $0.values })
  }

  /// - Parameter ofPoints: Whether a table of points stands beside it; the file of that name has a row
  ///   for each measure.
  func replications(ofPoints: Bool) -> CSVTable<StudyRow> {
    var columns: [CSVColumn<StudyRow>] = [
      Self.point { $0.point }, planColumn { $0.plan },
      CSVColumn(
        "replication", as: .integer, en: "Number of the replication, from 0", zh: "模拟序号，从 0 起"
      ) {
        .integer($0.replication)
      },
    ]
    var place = 0
    for measure in plan.measures {
      columns += Self.columns(of: measure, at: place)
      place += measure.width
    }
    return CSVTable(
      file: "replications.csv",
      row: Localized(
        en: "One row per point, plan and replication; every estimate is found from these.",
        zh: "每个点、每个方案、每次模拟一行；各估计值均由此算出。"),
      key: ["point", "plan", "replication"],
      references: ofPoints ? [.init(["point"], to: "points")] : [],
      columns: columns)
  }

  private static func columns(
    of measure: StudyMeasure, at place: Int
  ) -> [CSVColumn<StudyRow>] {
    let words = measure.meaning
    let places = measure.places
    guard measure.isRatio else {
      return [
        CSVColumn(measure.key, measure.unit, as: .number, en: words.en, zh: words.zh) {
          .fixed($0.numbers[place], places: places)
        }
      ]
    }
    return [
      CSVColumn(measure.key, measure.unit, as: .number, en: words.en, zh: words.zh) {
        .fixed($0.numbers[place] / $0.numbers[place + 1], places: places)
      },
      CSVColumn(measure.key + "_numerator", as: .number, en: "Its numerator", zh: "其分子") {
        .number($0.numbers[place])
      },
      CSVColumn(measure.key + "_denominator", as: .number, en: "Its denominator", zh: "其分母") {
        .number($0.numbers[place + 1])
      },
    ]
  }

  /// - Parameter withSettings: Whether the point's settings stand in every row.
  func estimates(withSettings: Bool) -> CSVTable<StudyEstimate> {
    let (plan, measures) = (plan, plan.measures)
    func end(
      _ name: String, _ en: String, _ zh: String,
      _ value: @escaping @Sendable (ConfidenceInterval) -> Double
    ) -> CSVColumn<StudyEstimate> {
      CSVColumn(name, "as `unit`", as: .number, en: en, zh: zh) { row in
        guard let interval = row.interval else { return .empty }
        let measure = measures[row.measure]
        let number = value(interval)
        return .fixed(
          measure.unit == "share" && number.isFinite ? min(1, max(0, number)) : number,
          places: measure.places)
      }
    }
    let rest: [CSVColumn<StudyEstimate>] = [
      planColumn { $0.plan },
      CSVColumn("measure", en: "Key of the measure", zh: "指标的键") {
        .text(measures[$0.measure].key)
      },
      CSVColumn("unit", en: "Unit of the measure", zh: "指标的单位") {
        .text(measures[$0.measure].unit)
      },
      end(
        "mean", "Mean over replications; of a ratio the ratio of expectations",
        "各次模拟的均值；比率为期望之比"
      ) { $0.mean },
      end("low", "Lower end of its 95% interval", "其 95% 区间下限") { $0.lower },
      end("high", "Upper end of its 95% interval", "其 95% 区间上限") { $0.upper },
      CSVColumn("n", as: .integer, en: "Replications behind it", zh: "所依据的模拟次数") {
        .integer($0.replications)
      },
      CSVColumn("planned", as: .integer, en: "Replications that are planned", zh: "计划的模拟次数") {
        .integer($0.planned)
      },
      CSVColumn(
        "is_thin", as: .boolean, en: "Whether planned replications are missing", zh: "是否缺少计划内的模拟"
      ) { .flag($0.isThin) },
      CSVColumn(
        "needed",
        as: .integer,
        en: "Replications that the precision asked for needs; empty where there are enough",
        zh: "达到所求精度需要的模拟次数；已足够时为空"
      ) { $0.needed.map(CSVCell.integer) ?? .empty },
    ]
    return CSVTable(
      file: withSettings ? "points.csv" : "estimates.csv",
      row: Localized(
        en: "One row per point, plan and measure, with the point's settings.",
        zh: "每个点、每个方案、每个指标一行，含该点的设定。"),
      key: ["point", "plan", "measure"],
      references: withSettings
        ? [] : [.init(["point"], to: "points"), .init(["measure"], to: "measures")],
      columns: [Self.point { $0.point }]
        + (withSettings ? settings { plan.points[$0.point].values } : []) + rest)
  }

  var sizes: CSVTable<StudySizeRow> {
    CSVTable(
      file: "sizes.csv",
      row: Localized(
        en:
          "One row per point, plan, unit and period whose size was searched; only where plans leave "
          + "sizes open.",
        zh: "每个点、方案、单元、时段的规模一行；仅当方案的规模待求时才有。"),
      key: ["point", "plan", "unit", "period"],
      columns: [
        Self.point { $0.sizes.point }, planColumn { $0.sizes.plan },
        CSVColumn(
          "unit", as: .integer, en: "Lines that are sized together, from 0", zh: "共同求解的班表行，从 0 起"
        ) {
          .integer($0.unit)
        },
        CSVColumn("period", as: .integer, en: "Stretch of the horizon, from 0", zh: "时段，从 0 起") {
          .integer($0.period)
        },
        CSVColumn(
          "size", as: .integer, en: "Agents of each line, or percent of the roster",
          zh: "每行的人数，或班表的百分比"
        ) { .integer($0.sizes.sizes[$0.unit][$0.period]) },
        CSVColumn(
          "is_met", as: .boolean, en: "Whether a size of the range meets the targets",
          zh: "范围内是否有规模达标"
        ) { .flag(!$0.sizes.isMissed) },
      ])
  }

  /// The mean of an estimate with the decimals of the table.
  package static func mean(_ plan: StudyPlan, _ estimate: StudyEstimate) -> Double? {
    let places = plan.measures[estimate.measure].places
    return estimate.interval.flatMap { Double(Decimals.fixed($0.mean, places: places)) }
  }

  /// The documentation of the files, whatever a study varies.
  package static var schemas: [CSVSchema] {
    let plan = StudyPlan(
      version: "", name: "", scenario: "", scenarioHash: "", allowsOutside: false, seed: 0,
      replications: 0, measures: StudyMeasure.standard, plans: [], paths: [], points: [])
    let tables = StudyTables(plan)
    return [
      tables.estimates(withSettings: true).schema, tables.replications(ofPoints: false).schema,
      tables.sizes.schema,
    ]
  }
}
