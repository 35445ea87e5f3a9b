// SPDX-License-Identifier: GPL-3.0-or-later

import Capacity
import Experiments
import Exports
import Inference
import Plans
import Wording

extension CSVTable<YearWayRow> {
  package static let yearWays = CSVTable(
    file: "headcount-ways.csv",
    row: Localized(
      en: "One row per plan at its own best, then one for each other way to staff the first plan.",
      zh: "每个方案（各取最优）一行，其后首个方案的每种其他做法一行。"),
    key: ["plan", "way"],
    columns: [
      CSVColumn("plan", en: "Key of the plan", zh: "方案的键") { .text($0.plan) },
      CSVColumn(
        "way", en: "`planned`, `written` (as the scenario has it), `without …` or `peak_times_1.5`",
        zh: "planned、written（按场景所写）、without … 或 peak_times_1.5"
      ) { .text($0.way) },
      CSVColumn("bill", "currency", en: "Mean bill of the horizon", zh: "全期账单均值") {
        .fixed($0.cost.mean, places: Places.yuan)
      },
      CSVColumn("bill_half_width", "currency", en: "Of its 95% interval", zh: "95% 区间的半宽") {
        .fixed($0.cost.halfWidth, places: Places.yuan)
      },
      CSVColumn(
        "sales_lost", "currency", en: "Mean sales lost on customers who leave", zh: "因顾客离开损失的销售额均值"
      ) { .fixed($0.salesLost, places: Places.yuan) },
      CSVColumn("months", "months", as: .integer, en: "Months of the horizon", zh: "全期月数") {
        .integer($0.proof.months.count)
      },
      CSVColumn("met", "months", as: .integer, en: "Of them with every target met", zh: "其中全部达标") {
        row in
        .integer(row.proof.months.count { $0.answer == .met })
      },
      CSVColumn("undecided", "months", as: .integer, en: "Of them undecided", zh: "其中难判断") { row in
        .integer(row.proof.months.count { $0.answer == .undecided })
      },
      CSVColumn("missed", "months", as: .integer, en: "Of them missed", zh: "其中未达标") { row in
        .integer(row.proof.months.count { $0.answer == .missed })
      },
      CSVColumn(
        "gap", as: .number,
        en: "Of the choice of people to the bound of its program; empty for other ways",
        zh: "人员求解与下界之差；其他做法为空"
      ) { $0.gap.map { .fixed($0, places: Places.share) } ?? .empty },
      CSVColumn.timeZone { $0.timeZone },
    ])
}
