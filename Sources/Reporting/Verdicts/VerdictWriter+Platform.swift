// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Measures
import Planning
import Scenarios
import Wording

extension VerdictWriter {
  /// What platforms' grades cost under the plan of which the verdict speaks, and the plan that they cost
  /// least; nil where none cost anything by the scenario.
  var platform: VerdictStatement? {
    guard let plan = subject, !plan.platform.isEmpty else { return nil }
    var draft = StatementDraft("platform", style)
    let cost = plan.commerce.platformCost.mean
    guard cost > 0 else {
      return draft.statement(
        en: "No month falls below a grade of the platform that costs anything.",
        zh: "没有任何月份落入平台的扣费分档。")
    }
    let own = draft.yuan("platform_cost", plan.name, cost)
    let rules = plan.platform.filter { $0.cost.mean > 0 }.map { outcome in
      let key = outcome.terms.measure.score?.key ?? outcome.terms.measure.key
      let months = draft.number(
        "platform_months_missed", plan.name, outcome.monthsMissed, "months", places: 1)
      return Localized(
        en: "\(key) in \(months) of \(outcome.months.count) months",
        zh: "\(key) \(outcome.months.count) 个月中 \(months) 个月未达")
    }
    let list = Localized(
      en: rules.map(\.en).joined(separator: ", "), zh: rules.map(\.zh).joined(separator: "，"))
    let rivals = comparison.plans.filter { $0.isRanked && $0.name != plan.name }
    let least = rivals.min { $0.commerce.platformCost.mean < $1.commerce.platformCost.mean }
    var better = Localized(en: "", zh: "")
    if let least, least.commerce.platformCost.mean < cost {
      let other = draft.yuan("platform_cost", least.name, least.commerce.platformCost.mean)
      better = Localized(
        en: "; under \(title(least.name)) it would be \(other)",
        zh: "；若用“\(title(least.name))”则为 \(other)")
    }
    return draft.statement(
      en: "Beside the bill the platform's grades cost about \(own) over \(period.en) (missed: "
        + "\(list.en))\(better.en).",
      zh: "账单之外，\(period.zh)平台分档代价约 \(own)（\(list.zh)）\(better.zh)。")
  }
}
