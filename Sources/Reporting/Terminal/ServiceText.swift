// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Inference
import Measures
package import Planning
import Wording

/// Simulated service for a terminal, without money.
package enum ServiceText {
  package static func table(_ plans: [PlanService], style: NumberStyle) -> TextTable {
    let asked = plans.first?.performance.asked ?? []
    let measures = columns + asked
    let headings =
      [Localized(en: "Plan", zh: "方案")[style.language]] + measures.map(style.heading)
      + [Localized(en: "occupancy", zh: "占用率")[style.language]]
    func row(_ name: String, _ sums: ServiceMeasures, busy: Double?) -> [String] {
      [name] + measures.map { style.value(sums[$0], of: $0) }
        + [busy.map { style.percent($0) } ?? ""]
    }
    var rows: [[String]] = []
    for plan in plans {
      let report = plan.performance
      rows.append(row(plan.title, report.year, busy: report.occupancy.engaged))
      for type in report.types where report.types.count > 1 {
        rows.append(row("· " + type.name, type.measures, busy: nil))
      }
    }
    return TextTable(
      columns: headings.enumerated().map {
        TextTable.Column($0.element, $0.offset == 0 ? .left : .right)
      }, rows: rows)
  }

  private static let columns: [Measure] = [
    .arrivals, .threeMinuteReplies, .serviceLevel, .abandonment, .blocked, .meanWait, .orders,
  ]

  /// How long customers waited and replies took.
  package static func waits(_ plans: [PlanService], style: NumberStyle) -> TextTable {
    var headings = [
      Localized(en: "Waits and replies", zh: "等待与回复"),
      Localized(en: "mean wait", zh: "平均 等待"), Localized(en: "of the answered", zh: "已应答者"),
      Localized(en: "of those who left", zh: "离开者"), Localized(en: "median wait", zh: "等待 中位"),
      Localized(en: "95% wait at most", zh: "95% 等待 不超过"),
      Localized(en: "first reply", zh: "首次 回复"),
      Localized(en: "95% at most", zh: "95% 不超过"),
    ]
    let hasReplies = plans.contains { $0.performance.allWaits.count(.reply) > 0 }
    if hasReplies {
      headings += [
        Localized(en: "any reply", zh: "每次 回复"), Localized(en: "95% at most", zh: "95% 不超过"),
      ]
    }
    func row(_ name: String, _ times: WaitTimes) -> [String] {
      var cells = [name]
      cells += [WaitTimes.Measure.all, .answered, .abandoned].map {
        style.duration(times.mean($0))
      }
      cells += [0.5, 0.95].map { style.duration(times.quantile(.all, $0)) }
      cells.append(style.duration(times.mean(.firstReply)))
      cells.append(style.duration(times.quantile(.firstReply, 0.95)))
      guard hasReplies else { return cells }
      return cells + [
        style.duration(times.mean(.reply)), style.duration(times.quantile(.reply, 0.95)),
      ]
    }
    var rows: [[String]] = []
    for plan in plans {
      let report = plan.performance
      rows.append(row(plan.title, report.allWaits))
      for (type, times) in zip(report.types, report.waits) where report.types.count > 1 {
        rows.append(row("· " + type.name, times))
      }
    }
    return TextTable(
      columns: headings.enumerated().map {
        TextTable.Column($0.element[style.language], $0.offset == 0 ? .left : .right)
      }, rows: rows)
  }

  /// Says for each plan how many customers were still in the queue when the simulation ended; nil if none.
  package static func unserved(_ plans: [PlanService], style: NumberStyle) -> String? {
    let parts = plans.compactMap { plan -> String? in
      let year = plan.performance.year
      let count = year[.arrivals] - year.parts(of: .meanWait).bottom
      guard count > 0 else { return nil }
      return "\(plan.title) \(style.number(count, places: count < 10 ? 1 : 0))"
    }
    guard !parts.isEmpty else { return nil }
    return Localized(
      en: "Still in line when nobody would come any more, in no wait above: "
        + parts.joined(separator: "; ") + ".",
      zh: "直到最后无人接待、仍在排队的咨询（不在上述等待之内）：" + parts.joined(separator: "；") + "。")[
        style.language]
  }
}

/// The sizes that a search tried, for a terminal.
package enum SizingText {
  package static func table(_ sizing: SizingTable, style: NumberStyle) -> TextTable {
    let unit = style.currencySign
    let measures: [Measure] =
      [.threeMinuteReplies, .serviceLevel, .abandonment, .meanWait]
      + (sizing.rows.first?.service.asked ?? [])
    func say(_ en: String, _ zh: String) -> String { Localized(en: en, zh: zh)[style.language] }
    let headings =
      [say("size", "规模"), say("on duty", "同时 在岗")] + measures.map(style.heading)
      + [say("cost \(unit)", "费用 \(unit)"), say("targets", "目标")]
    return TextTable(
      columns: headings.map { TextTable.Column($0) },
      rows: sizing.rows.map { row in
        [
          (sizing.chosen == row.size ? "→ " : "") + style.size(row.size, of: sizing.subject),
          style.count(row.peakOnDuty),
        ]
          + measures.map { style.value(row.service[$0]?.mean, of: $0) }
          + [style.number(row.cost?.mean), row.answer.words(style)]
      })
  }
}
