// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Inference
import Measures
import Money
import Planning
import Scenarios
import Wording

/// What platforms' grades cost, plan by plan and rule by rule.
struct PlatformText {
  let plans: [PlanOutcome]
  let style: NumberStyle

  /// Nil where no grade costs anything by the scenario.
  func table(_ name: (PlanOutcome) -> String) -> TextTable? {
    guard plans.contains(where: { !$0.platform.isEmpty }) else { return nil }
    let unit = style.currencySign
    func say(_ en: String, _ zh: String) -> String { Localized(en: en, zh: zh)[style.language] }
    var table = TextTable(columns: [
      .init(say("Plan", "方案"), .left), .init(say("platform grade", "平台分档"), .left),
      .init(say("worst month", "最差月份")), .init(say("months below", "未达月数")),
      .init(say("of", "共")), .init(say("platform cost \(unit)", "平台代价 \(unit)")),
      .init("95% ±"),
    ])
    for plan in plans {
      for outcome in plan.platform {
        let isMean = outcome.terms.measure.unit == .seconds
        let values = outcome.months.compactMap(\.value?.mean)
        table.rows.append([
          name(plan), grade(outcome.terms),
          style.value(isMean ? values.max() : values.min(), of: outcome.terms.measure),
          style.number(outcome.monthsMissed, places: 1), style.count(outcome.months.count),
          style.number(outcome.cost.mean), style.number(outcome.cost.interval.halfWidth),
        ])
      }
    }
    return table
  }

  /// The mildest grade that costs, `§` where its price is assumed.
  private func grade(_ terms: PlatformCost) -> String {
    let key = terms.measure.score?.key ?? terms.measure.key
    guard let mildest = terms.grades.first else { return key }
    let isMean = terms.measure.unit == .seconds
    let bound =
      isMean ? style.duration(mildest.bound) : style.percentShortOfAll(mildest.bound, places: 0)
    return "\(key) \(isMean ? "≤" : "≥") \(bound)" + (terms.isAssumed ? " §" : "")
  }
}
