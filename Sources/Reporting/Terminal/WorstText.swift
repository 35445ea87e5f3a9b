// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Experiments
import Inference
import Measures
import Planning
import Wording

/// The worst interval and the worst day of each plan.
package enum WorstText {
  package static func table(
    _ plans: [PlanService], style: NumberStyle, name: (PlanService) -> String = { $0.title }
  ) -> TextTable {
    func say(_ en: String, _ zh: String) -> String { Localized(en: en, zh: zh)[style.language] }
    let figures = [
      say("customers", "顾客"), style.heading(.serviceLevel), style.heading(.abandonment),
    ]
    let interval = plans.first.map { intervalName($0.performance, style) } ?? ""
    let headings =
      [say("Plan", "方案"), interval] + figures + [say("worst day", "最差的一天")] + figures
    return TextTable(
      columns: headings.enumerated().map {
        TextTable.Column($0.element, [0, 1, 5].contains($0.offset) ? .left : .right)
      },
      rows: plans.map { plan in
        [name(plan)] + cells(plan.performance.worstInterval, style)
          + cells(plan.performance.worstDay, style)
      })
  }

  /// What the table's rows are.
  package static func note(_ plans: [PlanService], style: NumberStyle) -> String {
    let wait = plans.first?.performance.year.layout.acceptableWait ?? 60
    let limit = style.duration(wait)
    return Localized(
      en: "Worst is where most customers are not answered within \(limit), by the mean over the "
        + "replications.",
      zh: "“最差”指平均有最多顾客未能在 \(limit)内得到应答的时段或日子。")[style.language]
  }

  private static func cells(_ worst: WorstMoment?, _ style: NumberStyle) -> [String] {
    guard let worst else { return Array(repeating: NumberStyle.missing, count: 4) }
    return [
      time(worst), style.number(worst.customers.mean, places: worst.customers.mean < 10 ? 1 : 0),
      style.percent(worst.serviceLevel.mean), style.percent(worst.abandonment.mean),
    ]
  }

  /// `2026-11-11 20:00–20:30`, or the date of a whole day.
  static func time(_ worst: WorstMoment) -> String {
    guard let start = worst.start else { return "\(worst.date)" }
    let end = start.secondsSinceMidnight + worst.length
    let clock = ClockTime(secondsSinceMidnight: end).map { "\($0)" } ?? "24:00"
    return "\(worst.date) \(start)–\(clock)"
  }

  /// `worst half hour`, by the length of the plan's intervals.
  static func intervalName(_ performance: PerformanceReport, _ style: NumberStyle) -> String {
    switch performance.intervals.first?.length {
    case 900: Localized(en: "worst quarter of an hour", zh: "最差的一刻钟")[style.language]
    case 3600: Localized(en: "worst hour", zh: "最差的一小时")[style.language]
    default: Localized(en: "worst half hour", zh: "最差的半小时")[style.language]
    }
  }
}
