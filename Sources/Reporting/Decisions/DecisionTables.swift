// SPDX-License-Identifier: GPL-3.0-or-later

package import Application
import Calendars
import Exports
import Wording

/// What one rule would have chosen for one period of the past.
package struct DecisionRow: Sendable {
  let plan: String
  let decision: Decision
  let choice: Decision.Choice

  static func rows(of outcome: DecideUseCase.Outcome) -> [DecisionRow] {
    outcome.decisions.flatMap { decision in
      decision.choices.map { DecisionRow(plan: outcome.plan, decision: decision, choice: $0) }
    }
  }
}

extension CSVTable<DecisionRow> {
  package static let decisions = CSVTable(
    file: "decisions.csv",
    row: Localized(
      en:
        "One row per period of the past and rule: what it would have chosen, and what came of it.",
      zh: "过去的每个时段与每种方法一行：当时会选的规模及其结果。"),
    key: ["first_day", "rule"],
    columns: [
      CSVColumn("first_day", as: .date, en: "First day of the period", zh: "时段首日") {
        .text($0.decision.days.first.description)
      },
      CSVColumn("last_day", as: .date, en: "Its last day, which counts", zh: "时段末日（含）") {
        .text($0.decision.days.last.description)
      },
      CSVColumn("plan", en: "Plan whose size was chosen", zh: "所选规模的方案") { .text($0.plan) },
      CSVColumn(
        "rule",
        en:
          "`advice` (fit, then `fewest` at its confidence), `mean` (the same in the mean), `erlang_c`, "
          + "`mean_load` (× 1.15), `peak_load` (× 1.5) or `last_period`",
        zh:
          "advice（拟合后按把握程度取 fewest）、mean（按均值）、erlang_c、mean_load（×1.15）、peak_load（×1.5）或 last_period"
      ) { .text($0.choice.rule.rawValue) },
      CSVColumn("size", "agents or %", as: .integer, en: "Size of the plan", zh: "方案规模") {
        .integer($0.choice.size)
      },
      CSVColumn(
        "kept", as: .boolean, en: "Whether the promise was kept with the customers who came",
        zh: "按实际顾客是否兑现承诺"
      ) { .flag($0.choice.isKept) },
      CSVColumn(
        "hindsight", "agents or %",
        as: .integer,
        en: "Fewest that would have kept it; empty where no size of the plan would have",
        zh: "能兑现承诺的最少规模；无法兑现时为空"
      ) { $0.decision.hindsight.map { .integer($0) } ?? .empty },
      CSVColumn(
        "cost", "yuan",
        en:
          "Cost of the period at that size and the scenario's contract, with the customers who came",
        zh: "按该规模、场景合同与实际顾客计的时段费用"
      ) { $0.choice.cost.map { .fixed($0, places: Places.yuan) } ?? .empty },
      CSVColumn(
        "extra_cost", "yuan",
        en: "`cost` − that of hindsight; below zero where fewer people were booked than needed",
        zh: "费用减去事后最少规模的费用；少于所需时为负"
      ) {
        $0.decision.extraCost(of: $0.choice).map { .fixed($0, places: Places.yuan) } ?? .empty
      },
    ])
}

extension CSVTable<RuleRecord> {
  package static let decisionRules = CSVTable(
    file: "decision-rules.csv",
    row: Localized(en: "One row per rule, over all periods.", zh: "每种方法一行，统计所有时段。"),
    key: ["rule"],
    columns: [
      CSVColumn("rule", en: "As in `decisions.csv`", zh: "同 `decisions.csv`") {
        .text($0.rule.rawValue)
      },
      CSVColumn("periods", as: .integer, en: "Periods decided on", zh: "决策的时段数") {
        .integer($0.periods)
      },
      CSVColumn(
        "kept", as: .integer, en: "Of them, those in which the promise was kept", zh: "其中兑现的时段数"
      ) {
        .integer($0.kept)
      },
      CSVColumn(
        "kept_lower", as: .number, en: "Lower end of the share kept, at 95% (Wilson)",
        zh: "兑现比例的 95% 下限"
      ) {
        .fixed($0.keptShare.lowerBound, places: Places.share)
      },
      CSVColumn("kept_upper", as: .number, en: "Its upper end", zh: "兑现比例的 95% 上限") {
        .fixed($0.keptShare.upperBound, places: Places.share)
      },
      CSVColumn(
        "excess",
        as: .number,
        en:
          "Mean size ÷ mean hindsight − 1, over periods that some size would have kept; empty without",
        zh: "平均规模 ÷ 事后最少的平均 − 1，仅计可兑现的时段；没有则为空"
      ) { $0.excess.map { .fixed($0, places: Places.share) } ?? .empty },
      CSVColumn(
        "extra_cost", "yuan",
        en: "Mean cost of a period beyond that of hindsight, at the scenario's contract",
        zh: "按场景合同，平均每个时段比事后最少多花的费用"
      ) { $0.extraCost.map { .fixed($0, places: Places.yuan) } ?? .empty },
    ])
}
