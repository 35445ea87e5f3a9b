// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
package import Experiments
import Exports
import Inference
import Measures
package import Planning
import Scenarios
import Wording

/// A target of one plan in one stretch of time: the source of `targets.csv`.
package struct TargetRow: Sendable {
  package let plan: String
  /// Place among the scenario's targets, from 1.
  package let number: Int
  package let result: TargetResult
  package let period: TargetPeriod

  package static func rows(of plans: [PlanOutcome]) -> [TargetRow] {
    plans.flatMap { plan in
      plan.targets.enumerated().flatMap { index, result in
        result.periods.map {
          TargetRow(plan: plan.name, number: index + 1, result: result, period: $0)
        }
      }
    }
  }

  private var isOfDays: Bool {
    if case .shareOfDays = result.target.scope { true } else { false }
  }

  /// A share where days are counted, else as the measure says.
  func cell(_ value: Double?) -> CSVCell {
    guard let value, value.isFinite else { return .empty }
    return isOfDays
      ? .fixed(min(1, max(0, value)), places: Places.share)
      : .fixed(
        result.target.measure.unit == .share ? min(1, max(0, value)) : value,
        places: Places.of(result.target.measure.unit))
  }

  var scope: String {
    switch result.target.scope {
    case .year: "year"
    case .everyMonth: "every_month"
    case .shareOfDays: "share_of_days"
    }
  }
}

extension CSVTable<TargetRow> {
  package static let targets = CSVTable(
    file: "targets.csv",
    row: Localized(
      en:
        "One row per plan, service target and stretch of time: the whole horizon, and each month.",
      zh: "每个方案、服务目标、时段一行：整个期间，以及每个月。"),
    key: ["plan", "target", "period"],
    columns: [CSVColumn("plan", en: "Key of the plan", zh: "方案的键") { .text($0.plan) }]
      + CSVColumn.target({ $0.number }, { $0.result.target }) + scope + outcome + probability)

  private static let scope: [CSVColumn<TargetRow>] = [
    CSVColumn(
      "scope", en: "`year`, `every_month` or `share_of_days`: over what the promise holds",
      zh: "year 全期、every_month 每月、share_of_days 天数占比"
    ) { .text($0.scope) }
  ]

  private static let outcome: [CSVColumn<TargetRow>] =
    [
      CSVColumn(
        "period", en: "`horizon`, or a month; each month is judged alone, whatever the scope",
        zh: "horizon 整个期间，或月份；各月单独判断，与 scope 无关"
      ) { .text($0.period.month?.description ?? "horizon") },
      CSVColumn(
        "worst", as: .boolean, en: "Whether the month does worst", zh: "是否为最差的月份"
      ) { .flag($0.period.month != nil && $0.period.month == $0.result.worst?.month) },
      CSVColumn(
        "value",
        as: .number,
        en: "The measure in it; with `share_of_days` the share of days that keep the bound; of the "
          + "horizon with `every_month` that of the month judged",
        zh: "该时段的指标；share_of_days 为达标天数占比；every_month 的整个期间为据以判断的月份"
      ) { $0.cell($0.period.value?.mean) },
      CSVColumn("value_low", as: .number, en: "Lower end of its 95% interval", zh: "其 95% 区间下限") {
        $0.cell($0.period.value?.lower)
      },
      CSVColumn("value_high", as: .number, en: "Upper end of its 95% interval", zh: "其 95% 区间上限") {
        $0.cell($0.period.value?.upper)
      },
      CSVColumn(
        "value_bound", as: .number,
        en: "The one-sided 95% bound of the value, by which it is judged",
        zh: "据以判断的单侧 95% 界"
      ) { $0.cell($0.period.pessimistic) },
      CSVColumn(
        "bound", as: .number,
        en: "What the value must keep: the measure's bound, or the promised share of days",
        zh: "该值须满足的界限：指标的界限，或承诺的天数占比"
      ) { $0.cell($0.period.bound) },
      CSVColumn(
        "answer", en: "`met`, `missed` or `undecided`", zh: "met 达标、missed 未达标、undecided 尚难判断"
      ) { .text($0.period.answer.rawValue) },
      CSVColumn(
        "horizons_kept", as: .integer, en: "Replications that keep the promise in it",
        zh: "该时段内守住承诺的模拟次数"
      ) { .integer($0.period.kept) },
      CSVColumn("replications", as: .integer, en: "All replications", zh: "模拟总次数") {
        .integer($0.period.replications)
      },
      CSVColumn(
        "kept_share", "share", en: "The one ÷ the other", zh: "前者 ÷ 后者"
      ) { .fixed(Double($0.period.kept) / Double($0.period.replications), places: Places.share) },
    ]

  private static let probability: [CSVColumn<TargetRow>] =
    CSVColumn.interval(
      "kept_probability", "share", places: Places.share,
      en:
        "Of the whole horizon: estimated probability that a horizon that may come keeps the promise",
      zh: "整个期间：一个可能情形守住承诺的估计概率"
    ) { $0.period.month == nil ? $0.result.horizons?.probability : nil }
}

extension CSVColumn {
  /// Which promise a row is about.
  ///
  /// - Parameter number: Place among the scenario's targets, from 1.
  static func target(
    _ number: @escaping @Sendable (Row) -> Int,
    _ target: @escaping @Sendable (Row) -> ServiceTarget
  ) -> [CSVColumn] {
    [
      CSVColumn(
        "target", as: .integer, en: "Place among the scenario's targets, from 1",
        zh: "目标在场景中的序号，从 1 起"
      ) {
        .integer(number($0))
      },
      CSVColumn(
        "measure", en: "Measure that is promised, as in the other files' columns",
        zh: "所承诺的指标，同其他文件的列名"
      ) { .text(target($0).measure.key) },
      CSVColumn(
        "within", "s", en: "Seconds up to which it counts; empty for none", zh: "计入的秒数上限；没有则为空"
      ) { target($0).measure.within.map(CSVCell.number) ?? .empty },
      CSVColumn(
        "inquiry_types", en: "Types counted, joined by a semicolon; `all` for all",
        zh: "所计的咨询类型，以分号相连；全部为 all"
      ) {
        let types = target($0).inquiryTypes
        return .text(types.isEmpty ? "all" : types.joined(separator: ";"))
      },
      CSVColumn("direction", en: "`at_least` or `at_most`", zh: "at_least 不低于、at_most 不高于") {
        .text(target($0).wantsMoreOfMeasure ? "at_least" : "at_most")
      },
      CSVColumn(
        "measure_bound", as: .number, en: "Bound of the measure, a share or seconds",
        zh: "指标的界限：比例或秒"
      ) { .fixed(target($0).bound, places: Places.of(target($0).measure.unit)) },
    ]
  }
}
