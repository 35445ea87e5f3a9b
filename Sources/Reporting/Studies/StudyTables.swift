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
      let values = plan.points.lazy.map { $0.values[place] }.filter { !$0.isEmpty }
      if values.allSatisfy({ Int($0).map(String.init) == $0 }) { return .integer }
      let isNumber = values.allSatisfy { text in
        text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D }
          && Double(text) != nil
      }
      return isNumber ? .number : .text
    }
  }

  /// The value of each path.
  private func settings<Row>(
    _ values: @escaping @Sendable (Row) -> [String]
  ) -> [(type: ExportType, column: CSVColumn<Row>)] {
    zip(plan.paths, types).enumerated().map { place, entry in
      let (path, type) = entry
      return (
        type,
        CSVColumn(path, en: "The scenario's key at this point", zh: "该点场景中此键的值") { row in
          let text = values(row)[place]
          return text.isEmpty ? .empty : type == .text ? .text(text) : .decimal(text)
        }
      )
    }
  }

  private static func point<Row>(
    _ value: @escaping @Sendable (Row) -> Int
  ) -> (type: ExportType, column: CSVColumn<Row>) {
    (
      .integer,
      CSVColumn("point", en: "Number of the point, from 0", zh: "点的序号，从 0 起") {
        .integer(value($0))
      }
    )
  }

  private func planColumn<Row>(
    _ value: @escaping @Sendable (Row) -> Int
  ) -> (type: ExportType, column: CSVColumn<Row>) {
    let plans = plan.plans
    return (
      .text, CSVColumn("plan", en: "Key of the plan", zh: "方案的键") { .text(plans[value($0)]) }
    )
  }

  /// Points by their settings; not a file of its own.
  var points: TypedTable<StudyPointRow> {
    TypedTable(
      name: "points", meaning: Localized(en: "One row per point.", zh: "每个点一行。"),
      key: ["point"], columns: [Self.point { $0.point }] + settings { $0.values })
  }

  var replications: TypedTable<StudyRow> {
    var columns: [(type: ExportType, column: CSVColumn<StudyRow>)] = [
      Self.point { $0.point }, planColumn { $0.plan },
      (
        .integer,
        CSVColumn("replication", en: "Number of the replication, from 0", zh: "模拟序号，从 0 起") {
          .integer($0.replication)
        }
      ),
    ]
    var place = 0
    for measure in plan.measures {
      columns += Self.columns(of: measure, at: place)
      place += measure.width
    }
    return TypedTable(
      name: "replications",
      meaning: Localized(
        en: "One row per point, plan and replication; every estimate is found from these.",
        zh: "每个点、每个方案、每次模拟一行；各估计值均由此算出。"),
      key: ["point", "plan", "replication"], references: [.init(["point"], to: "points")],
      columns: columns)
  }

  private static func columns(
    of measure: StudyMeasure, at place: Int
  ) -> [(type: ExportType, column: CSVColumn<StudyRow>)] {
    let words = measure.meaning
    let places = measure.places
    guard measure.isRatio else {
      return [
        (
          .number,
          CSVColumn(measure.key, measure.unit, en: words.en, zh: words.zh) {
            .fixed($0.numbers[place], places: places)
          }
        )
      ]
    }
    return [
      (
        .number,
        CSVColumn(measure.key, measure.unit, en: words.en, zh: words.zh) {
          .fixed($0.numbers[place] / $0.numbers[place + 1], places: places)
        }
      ),
      (
        .number,
        CSVColumn(measure.key + "_numerator", en: "Its numerator", zh: "其分子") {
          .number($0.numbers[place])
        }
      ),
      (
        .number,
        CSVColumn(measure.key + "_denominator", en: "Its denominator", zh: "其分母") {
          .number($0.numbers[place + 1])
        }
      ),
    ]
  }

  /// - Parameter withSettings: Whether the point's settings stand in every row.
  func estimates(withSettings: Bool) -> TypedTable<StudyEstimate> {
    let (plan, measures) = (plan, plan.measures)
    func end(
      _ name: String, _ en: String, _ zh: String,
      _ value: @escaping @Sendable (ConfidenceInterval) -> Double
    ) -> (type: ExportType, column: CSVColumn<StudyEstimate>) {
      (
        .number,
        CSVColumn(name, "as `unit`", en: en, zh: zh) { row in
          guard let interval = row.interval else { return .empty }
          let measure = measures[row.measure]
          let number = value(interval)
          return .fixed(
            measure.unit == "share" && number.isFinite ? min(1, max(0, number)) : number,
            places: measure.places)
        }
      )
    }
    let rest: [(type: ExportType, column: CSVColumn<StudyEstimate>)] = [
      planColumn { $0.plan },
      (
        .text,
        CSVColumn("measure", en: "Key of the measure", zh: "指标的键") {
          .text(measures[$0.measure].key)
        }
      ),
      (
        .text,
        CSVColumn("unit", en: "Unit of the measure", zh: "指标的单位") {
          .text(measures[$0.measure].unit)
        }
      ),
      end(
        "mean", "Mean over replications; of a ratio the ratio of expectations",
        "各次模拟的均值；比率为期望之比"
      ) { $0.mean },
      end("low", "Lower end of its 95% interval", "其 95% 区间下限") { $0.lower },
      end("high", "Upper end of its 95% interval", "其 95% 区间上限") { $0.upper },
      (
        .integer,
        CSVColumn("n", en: "Replications behind it", zh: "所依据的模拟次数") {
          .integer($0.replications)
        }
      ),
      (
        .integer,
        CSVColumn("planned", en: "Replications that are planned", zh: "计划的模拟次数") {
          .integer($0.planned)
        }
      ),
      (
        .boolean,
        CSVColumn(
          "is_thin", en: "Whether planned replications are missing", zh: "是否缺少计划内的模拟"
        ) { .flag($0.isThin) }
      ),
      (
        .integer,
        CSVColumn(
          "needed",
          en: "Replications that the precision asked for needs; empty where there are enough",
          zh: "达到所求精度需要的模拟次数；已足够时为空"
        ) { $0.needed.map(CSVCell.integer) ?? .empty }
      ),
    ]
    return TypedTable(
      name: withSettings ? "points" : "estimates",
      meaning: Localized(
        en: "One row per point, plan and measure, with the point's settings.",
        zh: "每个点、每个方案、每个指标一行，含该点的设定。"),
      key: ["point", "plan", "measure"],
      references: withSettings
        ? [] : [.init(["point"], to: "points"), .init(["measure"], to: "measures")],
      columns: [Self.point { $0.point }]
        + (withSettings ? settings { plan.points[$0.point].values } : []) + rest)
  }

  var sizes: TypedTable<StudySizeRow> {
    TypedTable(
      name: "sizes",
      meaning: Localized(
        en:
          "One row per point, plan, unit and period whose size was searched; only where plans leave "
          + "sizes open.",
        zh: "每个点、方案、单元、时段的规模一行；仅当方案的规模待求时才有。"),
      key: ["point", "plan", "unit", "period"],
      columns: [
        Self.point { $0.sizes.point }, planColumn { $0.sizes.plan },
        (
          .integer,
          CSVColumn("unit", en: "Lines that are sized together, from 0", zh: "共同求解的班表行，从 0 起") {
            .integer($0.unit)
          }
        ),
        (
          .integer,
          CSVColumn("period", en: "Stretch of the horizon, from 0", zh: "时段，从 0 起") {
            .integer($0.period)
          }
        ),
        (
          .integer,
          CSVColumn(
            "size", en: "Agents of each line, or percent of the roster", zh: "每行的人数，或班表的百分比"
          ) { .integer($0.sizes.sizes[$0.unit][$0.period]) }
        ),
        (
          .boolean,
          CSVColumn(
            "is_met", en: "Whether a size of the range meets the targets", zh: "范围内是否有规模达标"
          ) { .flag(!$0.sizes.isMissed) }
        ),
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
      tables.estimates(withSettings: true).csv.schema, tables.replications.csv.schema,
      tables.sizes.csv.schema,
    ]
  }
}
