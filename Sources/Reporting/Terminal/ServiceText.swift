// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Inference
package import Planning

/// Simulated service for a terminal, without money.
package enum ServiceText {
  package static func table(_ plans: [PlanService], style: NumberStyle) -> TextTable {
    let headings = [
      Localized(en: "Plan", zh: "方案"),
      Localized(en: "inquiries", zh: "咨询量"), Localized(en: "reply ≤3 min", zh: "3分钟 回复"),
      Localized(en: "in time", zh: "及时 应答"), Localized(en: "left", zh: "离开"),
      Localized(en: "blocked", zh: "被拒"), Localized(en: "mean wait", zh: "平均 等待"),
      Localized(en: "orders", zh: "订单"), Localized(en: "busy", zh: "忙碌"),
    ]
    var rows: [[String]] = []
    for plan in plans {
      let report = plan.performance
      rows.append(row(plan.title, report.year, style, busy: report.occupancy.engaged))
      for type in report.types where report.types.count > 1 {
        rows.append(row("· " + type.name, type.measures, style, busy: nil))
      }
    }
    return TextTable(
      columns: headings.enumerated().map {
        TextTable.Column($0.element[style.language], $0.offset == 0 ? .left : .right)
      }, rows: rows)
  }

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
    let hasReplies = plans.contains { WaitTimes($0.performance.waits).count(.reply) > 0 }
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
      rows.append(row(plan.title, WaitTimes(report.waits)))
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
      let count = year.arrivals - year.waitsEnded
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

  private static func row(
    _ name: String, _ measures: ServiceMeasures, _ style: NumberStyle, busy: Double?
  ) -> [String] {
    [
      name, style.number(measures.arrivals), style.percent(measures.threeMinuteReplyShare),
      style.percent(measures.serviceLevel), style.percent(measures.abandonment),
      style.number(measures.blocked), style.duration(measures.meanWait),
      style.number(measures.orders), busy.map { style.percent($0) } ?? "",
    ]
  }
}

/// The sizes that a search tried, for a terminal.
package enum SizingText {
  package static func table(_ sizing: SizingTable, style: NumberStyle) -> TextTable {
    let unit = style.currency == "CNY" ? "¥" : style.currency
    let headings = [
      Localized(en: "size", zh: "规模"), Localized(en: "agents", zh: "人数"),
      Localized(en: "reply ≤3 min", zh: "3分钟 回复"), Localized(en: "in time", zh: "及时 应答"),
      Localized(en: "left", zh: "离开"), Localized(en: "mean wait", zh: "平均 等待"),
      Localized(en: "cost \(unit)", zh: "费用 \(unit)"), Localized(en: "targets", zh: "目标"),
    ]
    return TextTable(
      columns: headings.map { TextTable.Column($0[style.language]) },
      rows: sizing.rows.map { row in
        let met = Localized(
          en: row.meetsTargets ? "met" : "missed", zh: row.meetsTargets ? "达标" : "未达标")
        return [
          (sizing.chosen == row.size ? "→ " : "") + style.count(row.size), style.count(row.agents),
          style.percent(row.threeMinuteReplyShare?.mean), style.percent(row.serviceLevel?.mean),
          style.percent(row.abandonment?.mean), style.duration(row.meanWait?.mean),
          style.number(row.cost?.mean), met[style.language],
        ]
      })
  }
}
