// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
package import Planning
import Wording

/// One plan in one replication: the values behind every mean and interval of money.
package struct ReplicationRow: Sendable {
  package let plan: PlanOutcome
  /// From 0, as in the other files.
  package let replication: Int

  package static func rows(of comparison: Comparison) -> [ReplicationRow] {
    comparison.plans.flatMap { plan in
      plan.cost.total.values.indices.map { ReplicationRow(plan: plan, replication: $0) }
    }
  }
}

extension CSVTable<ReplicationRow> {
  package static let replications = CSVTable(
    file: "replications.csv",
    row: Localized(
      en: "One row per plan and replication; means and intervals are found from these.",
      zh: "每个方案每次模拟一行；均值与区间由此算出。"),
    columns: [
      CSVColumn("plan", en: "Key of the plan", zh: "方案的键") { .text($0.plan.name) },
      CSVColumn("replication", en: "Number of the replication, from 0", zh: "模拟序号，从 0 起") {
        .integer($0.replication)
      },
      CSVColumn("cost", "yuan", en: "Total of the invoices", zh: "账单合计") {
        cell($0.plan.cost.total.values, $0, Places.yuan)
      },
      CSVColumn("orders", "orders", en: "Orders won in chat", zh: "咨询成交订单") {
        cell($0.plan.commerce.orders.values, $0, 0)
      },
      CSVColumn("sales", "yuan", en: "Sales attributed to agents", zh: "归属客服的销售额") {
        cell($0.plan.commerce.salesAttributed.values, $0, Places.yuan)
      },
      CSVColumn(
        "sales_lost", "yuan", en: "Unanswered × conversion × order value", zh: "未应答 × 转化率 × 客单价"
      ) {
        cell($0.plan.commerce.salesLost.values, $0, Places.yuan)
      },
      CSVColumn("net_result", "yuan", en: "Gross margin × net sales − cost", zh: "毛利率 × 净销售额 − 成本")
      {
        cell($0.plan.commerce.netResult.values, $0, Places.yuan)
      },
    ])

  private static func cell(_ values: [Double], _ row: ReplicationRow, _ places: Int) -> CSVCell {
    values.indices.contains(row.replication)
      ? .fixed(values[row.replication], places: places) : .empty
  }
}
