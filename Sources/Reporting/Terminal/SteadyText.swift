// SPDX-License-Identifier: GPL-3.0-or-later

import Application
package import Experiments
import Inference
package import Tables
import Wording

/// An interval of a plan that goes on for ever, for a terminal and for machines.
package struct SteadyText {
  private let desk: SteadyDesk
  private let result: SteadyResult
  private let plan: (name: String, title: String)
  /// Whether the wanted precision was reached.
  private let isPrecise: Bool
  private let style: NumberStyle
  private var language: Language { style.language }

  package init(
    _ result: SteadyResult, of desk: SteadyDesk, plan: (name: String, title: String),
    isPrecise: Bool, style: NumberStyle
  ) {
    self.result = result
    self.desk = desk
    self.plan = plan
    self.isPrecise = isPrecise
    self.style = style
  }

  private var rows: [EstimateRow] {
    result.estimates.map {
      EstimateRow(
        plan: plan.name, title: "", measure: $0.measure, plain: $0.plain,
        reduced: $0.controlled?.interval, gain: $0.controlled?.gain)
    }
  }

  /// What is held still.
  package var heading: String {
    let perHour = style.number(desk.moment.arrivalRate * 3600, places: 1)
    let agents = desk.moment.team
    return Localized(
      en: "\(plan.title), as at \(desk.date) \(desk.start), for ever: \(perHour) inquiries an "
        + "hour, \(agents) \(agents == 1 ? "agent" : "agents").",
      zh: "\(plan.title)，停留在 \(desk.date) \(desk.start)：每小时咨询 \(perHour) 次，在岗 \(agents) 人。")[
        language]
  }

  package var table: TextTable { EstimateText.table(rows, style: style) }

  /// How it was measured.
  package var method: String {
    let chats = style.count(result.chats)
    let (warmUp, batch) = (
      style.number(result.warmUpHours, places: 1), style.number(result.batchHours, places: 1)
    )
    let correlation = style.number(result.lagOneCorrelation, places: 2)
    let first = Localized(
      en: "\(chats) chats in \(style.count(result.days)) such days; the first \(warmUp) h are "
        + "warm-up; \(result.batches) batches of \(batch) h, neighbours correlated by at most "
        + "\(correlation).",
      zh: "\(style.count(result.days)) 天、\(chats) 次会话；前 \(warmUp) 小时为预热；\(result.batches) 批，"
        + "每批 \(batch) 小时，相邻批次相关系数不超过 \(correlation)。")
    let warning = Localized(
      en: " The batches depend on each other: the intervals are too narrow; ask for more days.",
      zh: " 各批次并不独立：区间偏窄，请增加天数。")
    let missed = Localized(
      en: " The wanted precision is not reached; ask for more with --most-days.",
      zh: " 未达到所要的精度；可用 --most-days 加长。")
    return first[language] + (result.looksIndependent ? "" : warning[language])
      + (isPrecise ? "" : missed[language])
  }

  package var json: JSONValue {
    [
      "plan": .string(plan.name),
      "first_instant": .string("\(desk.date) \(desk.start)"),
      "arrivals_per_hour": .number(desk.moment.arrivalRate * 3600),
      "agents": .integer(desk.moment.team),
      "days": .integer(result.days), "chats": .integer(result.chats),
      "warm_up_hours": .number(result.warmUpHours),
      "batches": .integer(result.batches), "batch_hours": .number(result.batchHours),
      "lag_one_correlation": .number(result.lagOneCorrelation),
      "looks_independent": .bool(result.looksIndependent),
      "is_precise": .bool(isPrecise),
      "estimates": EstimateText.json(rows),
    ]
  }
}
