// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Exports
package import Planning
import Wording

package struct BreakEvenRow: Sendable {
  package let point: BreakEvenCurve.Point
  package let cost: BreakEvenCurve.PlanCost

  package static func rows(of curve: BreakEvenCurve?) -> [BreakEvenRow] {
    (curve?.points ?? []).flatMap { point in
      point.costs.map { BreakEvenRow(point: point, cost: $0) }
    }
  }
}

extension CSVTable<BreakEvenRow> {
  package static let breakEven = CSVTable(
    file: "breakeven.csv",
    row: Localized(
      en:
        "One row per plan and volume: the scenario's demand scaled. A plan that sizes by month make cheaper stands with these.",
      zh: "每个方案每种咨询量一行：按倍数放大场景需求。按月定坐席更便宜的方案按此计。"
    ),
    key: ["plan", "multiple"],
    columns: [
      CSVColumn("plan", en: "Key of the plan", zh: "方案的键") { .text($0.cost.plan) },
      CSVColumn(
        "multiple", as: .number, en: "Factor on the demand; 1 is the scenario", zh: "需求倍数；1 为场景本身"
      ) {
        .number($0.point.multiple)
      },
      CSVColumn(
        "daily_inquiries", "contacts a day", en: "The shop's inquiries a day", zh: "本店日均咨询量"
      ) {
        .fixed($0.point.dailyInquiries, places: Places.count)
      },
      CSVColumn(
        "cost", "yuan",
        en: "Mean total over the horizon; empty where the contract refuses the volume",
        zh: "期间账单合计均值；合同拒绝该量时为空"
      ) { $0.cost.mean.map { .fixed($0, places: Places.yuan) } ?? .empty },
      CSVColumn(
        "meets_targets",
        as: .boolean,
        en: "Whether every service target is met at this volume; empty where it cannot be told",
        zh: "该量下是否达到全部目标；尚难判断时为空"
      ) { .kept($0.cost.answer) },
      CSVColumn(
        "targets", en: "`met`, `missed` or `undecided` by the curve's few replications",
        zh: "按曲线所用的少量模拟：met 达标、missed 未达标、undecided 尚难判断"
      ) { .text($0.cost.answer.rawValue) },
      CSVColumn(
        "size_found", "agents or %", as: .integer, en: "Size found where the plan is sized",
        zh: "搜索得到的规模"
      ) {
        $0.cost.sizeFound.map(CSVCell.integer) ?? .empty
      },
    ])
}

extension CSVTable<BreakEvenCurve.Crossing> {
  package static let crossings = CSVTable(
    file: "crossings.csv",
    row: Localized(
      en: "One row per volume at which the cheaper of two plans changes.", zh: "两方案成本高低互换的咨询量，每处一行。"
    ),
    key: ["below", "above", "multiple"],
    columns: [
      CSVColumn("below", en: "Plan that is cheaper below the volume", zh: "低于此量时更便宜的方案") {
        .text($0.below)
      },
      CSVColumn("above", en: "Plan that is cheaper above it", zh: "高于此量时更便宜的方案") {
        .text($0.above)
      },
      CSVColumn("multiple", as: .number, en: "Factor on the demand", zh: "需求倍数") {
        .fixed($0.multiple, places: Places.share)
      },
      CSVColumn(
        "daily_inquiries", "contacts a day", en: "The shop's inquiries a day at the crossing",
        zh: "交点处的日均咨询量"
      ) { .fixed($0.dailyInquiries, places: Places.count) },
      CSVColumn(
        "multiple_low", as: .number, en: "The crossing lies above this factor", zh: "交点高于此倍数"
      ) {
        .fixed($0.bracket.lowerBound, places: Places.share)
      },
      CSVColumn(
        "multiple_high", as: .number, en: "The crossing lies below this factor", zh: "交点低于此倍数"
      ) {
        .fixed($0.bracket.upperBound, places: Places.share)
      },
      CSVColumn(
        "below_meets_targets",
        as: .boolean,
        en:
          "Whether `below` meets every target just below the crossing; empty where it cannot be told",
        zh: "略低于交点时 below 是否达到全部目标；尚难判断时为空"
      ) { .kept($0.belowAnswer) },
      CSVColumn(
        "above_meets_targets",
        as: .boolean,
        en: "Whether `above` meets every target just above it; empty where it cannot be told",
        zh: "略高于交点时 above 是否达到全部目标；尚难判断时为空"
      ) { .kept($0.aboveAnswer) },
    ])
}
