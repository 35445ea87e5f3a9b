// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Exports
import Inference
import Measures
package import Planning
import Wording

/// One measure of one part of a change.
package struct ChangeRow: Sendable {
  package enum Scope: String, Sendable { case all, type, month, plan }

  package let scope: Scope
  /// Inquiry type, month or plan; empty for all.
  package let key: String
  package let measure: String
  package let change: ChangeEffect.Change

  var unit: String {
    if ["cost", "net_result"].contains(measure) { return MeasureUnit.yuan.rawValue }
    return MeasureRegistry.all.first { $0.id == measure }?.unit.rawValue ?? ""
  }

  package static func rows(of effect: ChangeEffect) -> [ChangeRow] {
    var rows = [ChangeRow(scope: .all, key: "", measure: "arrivals", change: effect.volume)]
    rows += effect.types.map {
      ChangeRow(scope: .type, key: $0.name, measure: "arrivals", change: $0.inquiries)
    }
    rows += effect.months.map {
      ChangeRow(
        scope: .month, key: $0.month.description, measure: "arrivals", change: $0.inquiries)
    }
    for plan in effect.plans {
      let measures: [(String, ChangeEffect.Change?)] = [
        ("cost", plan.cost), (Measure.orders.key, plan.orders),
        (Measure.salesLost.key, plan.salesLost),
        ("net_result", plan.netResult), (Measure.abandonment.key, plan.abandonment),
        (Measure.serviceLevel.key, plan.serviceLevel),
      ]
      rows += measures.compactMap { measure, change in
        change.map {
          ChangeRow(scope: .plan, key: plan.after.name, measure: measure, change: $0)
        }
      }
    }
    return rows
  }
}

extension CSVTable<ChangeRow> {
  package static let change = CSVTable(
    file: "change.csv",
    row: Localized(
      en:
        "With `--against`: one row per measure, before and after the change, on the same customers.",
      zh: "使用 `--against` 时：每个指标一行，同一批顾客下变化前后的对比。"),
    key: ["scope", "key", "measure"],
    columns: [
      CSVColumn(
        "scope", en: "`all`, `type`, `month` or `plan`", zh: "`all`、`type`、`month` 或 `plan`"
      ) {
        .text($0.scope.rawValue)
      },
      CSVColumn("key", en: "Which of them", zh: "具体的类型、月份或方案") { .text($0.key) },
      CSVColumn(
        "measure",
        en:
          "`arrivals`; of a plan `cost`, `sales_lost`, `net_result` (yuan), `orders`, `abandonment`, "
          + "`service_level` (shares)",
        zh:
          "`arrivals`；方案另有 `cost`、`sales_lost`、`net_result`（元）、`orders`、`abandonment`、`service_level`（占比）"
      ) { .text($0.measure) },
      CSVColumn("unit", en: "Unit of the values", zh: "数值单位") { .text($0.unit) },
      CSVColumn("before", as: .number, en: "Mean over replications before", zh: "变化前的均值") {
        .fixed($0.change.before, places: Places.share)
      },
      CSVColumn("after", as: .number, en: "The same after", zh: "变化后的均值") {
        .fixed($0.change.after, places: Places.share)
      },
      CSVColumn("difference", as: .number, en: "After − before", zh: "之后 − 之前") {
        .fixed($0.change.difference.mean, places: Places.share)
      },
      CSVColumn(
        "half_width", as: .number, en: "Half of the 95% interval of the paired difference",
        zh: "配对差的 95% 区间半宽"
      ) { .fixed($0.change.difference.halfWidth, places: Places.share) },
    ])
}
