// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Exports
import Measures
package import Planning
import Wording

/// One plan in one replication: the values behind every mean and interval over the horizon.
package struct ReplicationRow: Sendable {
  /// What one replication costs.
  struct Money {
    var cost: Double
    var netResult: Double
  }

  package let plan: String
  /// From 0, as in the other files.
  package let replication: Int
  let sums: ServiceMeasures
  let totals: ReplicationTotals
  let asked: [Measure]
  /// Nil where only service was simulated.
  let money: Money?

  package static func rows(of comparison: Comparison) -> [ReplicationRow] {
    comparison.plans.flatMap { plan in
      rows(of: PlanService(plan)) { replication in
        Money(
          cost: plan.cost.total.values[replication],
          netResult: plan.commerce.netResult.values[replication])
      }
    }
  }

  package static func rows(of services: [PlanService]) -> [ReplicationRow] {
    services.flatMap { rows(of: $0) { _ in nil } }
  }

  private static func rows(
    of service: PlanService, _ money: (Int) -> Money?
  ) -> [ReplicationRow] {
    let report = service.performance
    return zip(report.years, report.totals).enumerated().map { replication, sums in
      ReplicationRow(
        plan: service.plan, replication: replication, sums: sums.0, totals: sums.1,
        asked: report.asked, money: money(replication))
    }
  }
}

extension CSVTable<ReplicationRow> {
  package static let replications = CSVTable(
    file: replicationsOfService.file, row: replicationsOfService.rowMeaning,
    key: replicationsOfService.key,
    columns: identity + [
      CSVColumn(
        "cost", "yuan", en: "Total of the invoices; not in the files of `simulate`",
        zh: "账单合计；simulate 的文件中没有"
      ) {
        $0.money.map { .fixed($0.cost, places: Places.yuan) } ?? .empty
      },
      CSVColumn(
        "net_result", "yuan", en: "Gross margin × net sales − cost; not in the files of `simulate`",
        zh: "毛利率 × 净销售额 − 成本；simulate 的文件中没有"
      ) { $0.money.map { .fixed($0.netResult, places: Places.yuan) } ?? .empty },
    ] + service,
    asked: replicationsOfService.asked)

  /// The same where nothing is priced.
  package static let replicationsOfService = CSVTable(
    file: "replications.csv",
    row: Localized(
      en: "One row per plan and replication; means and intervals are found from these.",
      zh: "每个方案每次模拟一行；均值与区间由此算出。"),
    key: ["plan", "replication"],
    columns: identity + service,
    asked: AskedColumns(of: { $0.asked }) { [CSVColumn.measure($0) { $0.sums }] })

  private static let identity: [CSVColumn<ReplicationRow>] = [
    CSVColumn("plan", en: "Key of the plan", zh: "方案的键") { .text($0.plan) },
    CSVColumn(
      "replication", as: .integer, en: "Number of the replication, from 0", zh: "模拟序号，从 0 起"
    ) {
      .integer($0.replication)
    },
  ]

  private static let service: [CSVColumn<ReplicationRow>] =
    CSVColumn.measures { $0.sums } + [
      CSVColumn(
        "waited", "contacts", as: .integer, en: "Did not get an agent at once", zh: "未能立即接入的咨询"
      ) {
        .integer($0.totals.waited)
      },
      count(
        "within_limit", .answeredWithin, "Answered within the acceptable wait", "可接受等待内应答"),
      count(
        "unserved", .count(.unserved), "Still in line when nobody would come any more",
        "直到最后无人接待、仍在排队"),
      CSVColumn(
        "waiting_for_opening", "contacts",
        as: .integer,
        en: "Wrote in closed hours whose opening lies after the horizon; in no arrivals",
        zh: "非营业时间发来、开门在期间之后；不计入到达"
      ) { .integer($0.totals.waitingForOpening) },
      CSVColumn(
        "wait_seconds", "s", en: "Waits of the answered and of those who left, summed",
        zh: "已应答者与离开者的等待之和"
      ) { .fixed($0.sums.parts(of: .meanWait).top, places: 3) },
      CSVColumn(
        "first_reply_seconds", "s", en: "Times to the first reply, summed", zh: "首次回复时间之和"
      ) { .fixed($0.sums.number(of: .time(.firstReply)), places: 3) },
      CSVColumn(
        "replies",
        as: .integer,
        en:
          "Replies counted: of every message where chats are simulated message by message, else first ones",
        zh: "计入的回复数：逐条消息仿真时为每条消息，否则为首次回复"
      ) { .integer($0.totals.replies) },
      CSVColumn("reply_seconds", "s", en: "Their times, summed", zh: "其时间之和") {
        .fixed($0.totals.replySeconds, places: 3)
      },
      CSVColumn(
        "chats", "contacts",
        as: .integer, en: "Contacts simulated, those of a warm-up and of other shops included",
        zh: "模拟的咨询总数，含预热期和其他店铺"
      ) { .integer($0.totals.chats) },
    ]

  private static func count(
    _ name: String, _ sum: ContactSum, _ en: String, _ zh: String
  ) -> CSVColumn<ReplicationRow> {
    CSVColumn(name, "contacts", as: .integer, en: en, zh: zh) {
      .integer(Int($0.sums.number(of: sum)))
    }
  }
}
