// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Exports
import Measures
import Money
package import Planning
import Scenarios
import Wording

/// What a platform's grades cost under a plan in a month.
package struct PlatformRow: Sendable {
  package let plan: String
  package let outcome: PlatformOutcome
  package let month: PlatformOutcome.Month

  package static func rows(of plans: [PlanOutcome]) -> [PlatformRow] {
    plans.flatMap { plan in
      plan.platform.flatMap { outcome in
        outcome.months.map { PlatformRow(plan: plan.name, outcome: outcome, month: $0) }
      }
    }
  }
}

extension CSVTable<PlatformRow> {
  package static let platform = CSVTable(
    file: "platform.csv",
    row: Localized(
      en: "One row per plan, rule of `platform_costs` and month: what missing the platform's "
        + "grades costs, no part of any bill.",
      zh: "每个方案、platform_costs 的每条规则、每月一行：未达平台分档的代价，不属于任何账单。"),
    key: ["plan", "rule", "month"],
    columns: [
      CSVColumn("plan", en: "Key of the plan", zh: "方案的键") { .text($0.plan) },
      CSVColumn("rule", en: "Key of the rule", zh: "规则的键") {
        .text($0.outcome.terms.measure.score?.key ?? "")
      },
      CSVColumn("month", en: "Month", zh: "月份") { .text($0.month.month.description) },
      CSVColumn(
        "month_share", "share", en: "Share of the month's days that are simulated, and charged",
        zh: "当月模拟（并计费）天数的占比"
      ) { .fixed($0.month.part, places: Places.share) },
    ]
      + CSVColumn.interval(
        "value", "", places: Places.share,
        en: "What the rule grades, a share or seconds: a ratio of sums", zh: "规则考核的值（占比或秒）：合计之比"
      ) { $0.month.value }
      + [
        CSVColumn(
          "mildest_bound", as: .number, en: "Bound of the mildest grade that costs", zh: "最轻一档的界限"
        ) {
          $0.outcome.terms.grades.first.map { .fixed($0.bound, places: Places.share) } ?? .empty
        },
        CSVColumn(
          "probability", "share", en: "Share of replications in which the month falls below it",
          zh: "该月落入扣费分档的模拟占比"
        ) { .fixed($0.month.probability, places: Places.share) },
        CSVColumn("cost", "yuan", en: "Mean cost", zh: "平均代价") {
          .fixed($0.month.cost, places: Places.yuan)
        },
        CSVColumn("is_assumed", as: .boolean, en: "Whether the amount is assumed", zh: "金额是否为假设") {
          .flag($0.outcome.terms.isAssumed)
        },
      ])
}
