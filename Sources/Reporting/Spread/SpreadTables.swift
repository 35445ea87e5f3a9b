// SPDX-License-Identifier: GPL-3.0-or-later

import Exports
import Inference
import Measures
package import Planning
import Scenarios
import Wording

/// What one cause contributes to the spread of one figure: a row of `spread.csv`.
package struct SpreadRow: Sendable {
  let plan: String
  let figure: SpreadSplit.Figure
  /// Place of a service figure's target among the scenario's, from 1.
  let target: Int?
  let source: SpreadSplit.Source

  /// None where nothing was split.
  package static func rows(of split: SpreadSplit?) -> [SpreadRow] {
    guard let split else { return [] }
    var targets = 0
    return split.figures.flatMap { figure in
      if figure.quantity.target != nil { targets += 1 }
      return SpreadSplit.Source.allCases.map { source in
        SpreadRow(
          plan: split.plan, figure: figure,
          target: figure.quantity.target == nil ? nil : targets, source: source)
      }
    }
  }
}

extension SpreadSplit.Quantity {
  var target: ServiceTarget? {
    if case .service(let target) = self { target } else { nil }
  }

  var key: String {
    switch self {
    case .volume: "volume"
    case .cost: "cost"
    case .service(let target): target.measure.key
    }
  }

  var unit: String {
    switch self {
    case .volume: "contacts"
    case .cost: "yuan"
    case .service(let target): target.isInSeconds ? "s" : "share"
    }
  }

  /// Decimals of a value in a file.
  fileprivate var places: Int {
    switch self {
    case .volume, .cost: Places.yuan
    case .service: 6
    }
  }
}

extension ServiceTarget {
  /// Whether what decides is a time, and neither a share of customers nor one of days.
  var isInSeconds: Bool {
    if case .shareOfDays = scope { return false }
    return measure.unit == .seconds
  }
}

extension CSVTable<SpreadRow> {
  package static let spread = CSVTable(
    file: "spread.csv",
    row: Localized(
      en:
        "One row per figure and cause, where the demand carries doubt: what makes horizons differ under "
        + "the plan of the verdict.",
      zh: "需求带有不确定性时，每个数字与每种成因一行：在结论所述方案下各种可能情形为何不同。"),
    key: ["figure", "target", "cause"],
    columns: [
      CSVColumn("plan", en: "Key of the plan", zh: "方案的键") { .text($0.plan) },
      CSVColumn(
        "figure", en: "`volume`, `cost`, or what a target measures",
        zh: "volume 咨询量、cost 费用，或服务目标的指标"
      ) { .text($0.figure.quantity.key) },
      CSVColumn(
        "target", as: .integer,
        en: "Place of the target among the scenario's, from 1; empty for volume and cost",
        zh: "服务目标的序号，从 1 起；咨询量与费用为空"
      ) { $0.target.map { .integer($0) } ?? .empty },
      CSVColumn("unit", en: "Unit of mean and deviations", zh: "均值与标准差的单位") {
        .text($0.figure.quantity.unit)
      },
      CSVColumn(
        "mean", as: .number,
        en: "Mean over the replications; of a target in the scope that decides",
        zh: "各次模拟的均值；服务目标按其判定范围"
      ) { .fixed($0.figure.mean, places: $0.figure.quantity.places) },
      CSVColumn(
        "deviation", as: .number, en: "Standard deviation over horizons: the causes together",
        zh: "各情形间的标准差（各成因合计）"
      ) { .fixed($0.figure.deviation, places: $0.figure.quantity.places) },
      CSVColumn(
        "cause",
        en:
          "`estimate` (level, growth, hours, promotions), `days` (busy and quiet days, surprises) or "
          + "`chance`",
        zh: "estimate 估计（水平、增长、时段、促销）、days 逐日起伏与突发、chance 偶然"
      ) { .text($0.source.rawValue) },
      CSVColumn(
        "part_deviation", as: .number, en: "Standard deviation that this cause alone makes",
        zh: "该成因单独造成的标准差"
      ) {
        .fixed(
          $0.figure.part($0.source).variance.squareRoot(), places: $0.figure.quantity.places)
      },
      CSVColumn("share", as: .number, en: "Its share of the variance", zh: "占方差的份额") {
        .fixed($0.figure.part($0.source).share, places: Places.share)
      },
      CSVColumn(
        "share_error", as: .number, en: "Standard error of the share, by the jackknife",
        zh: "份额的标准误（刀切法）"
      ) { .fixed($0.figure.part($0.source).shareError, places: Places.share) },
    ])
}
