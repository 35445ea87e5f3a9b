// SPDX-License-Identifier: GPL-3.0-or-later

package import Experiments
import Exports
import Wording

/// One measure of time of a plan's customers: the source of `waits.csv`.
package struct WaitRow: Sendable {
  /// Shares whose quantiles are columns.
  package static let shares = [50, 80, 90, 95, 99]

  package let plan: String
  /// `all`, or the name of an inquiry type.
  package let inquiryType: String
  package let measure: WaitTimes.Measure
  package let times: WaitTimes
  package let replications: Int

  /// Measures that nothing is known of are left out.
  package static func rows(of plans: [PlanService]) -> [WaitRow] {
    plans.flatMap { plan in
      let report = plan.performance
      let all = [("all", report.allWaits)] + zip(report.types.map(\.name), report.waits)
      return all.flatMap { name, times in
        WaitTimes.Measure.allCases.filter { $0 != .reply || times.count($0) > 0 }.map {
          WaitRow(
            plan: plan.plan, inquiryType: name, measure: $0, times: times,
            replications: report.replications)
        }
      }
    }
  }
}

extension CSVTable<WaitRow> {
  package static let waits = CSVTable(
    file: "waits.csv",
    row: Localized(
      en: "One row per plan, inquiry type (`all` first) and measure of time, over the horizon, all "
        + "replications together. A quantile is the least time that so many per cent do not exceed, "
        + "within 0.8 % of itself.",
      zh: "每个方案、咨询类型（先是 all）、时间指标一行，整个期间、各次模拟合并。分位数为该百分比不超过的最小时间，误差不超过其 0.8%。"),
    key: ["plan", "inquiry_type", "measure"],
    columns: sums + quantiles + [CSVColumn.isTotal { $0.inquiryType == "all" }])

  private static let sums: [CSVColumn<WaitRow>] = [
    CSVColumn("plan", en: "Key of the plan", zh: "方案的键") { .text($0.plan) },
    CSVColumn("inquiry_type", en: "Inquiry type, or `all`", zh: "咨询类型，或 all") {
      .text($0.inquiryType)
    },
    CSVColumn(
      "measure",
      en: "`wait` of all arrivals whose wait has ended (the blocked wait 0), `wait_answered`, "
        + "`wait_abandoned` (until they left), `first_reply` of the answered, from arrival "
        + "(message by message, to the end of the first message); where chats are simulated "
        + "message by message also `reply`: of every message, the first from arrival",
      zh: "wait：等待已结束的全部到达（被拒者等待为 0）；wait_answered：已应答；wait_abandoned：离开者，到离开为止；"
        + "first_reply：已应答者，从到达起（逐条消息仿真时到首条消息写完）；逐条消息仿真时还有 reply：每条消息的回复时间，首条从到达起"
    ) { .text($0.measure.rawValue) },
    CSVColumn(
      "count", as: .number, en: "Customers, or messages, per replication", zh: "每次模拟的顾客数或消息数"
    ) {
      .fixed(Double($0.times.count($0.measure)) / Double($0.replications), places: Places.count)
    },
    CSVColumn(
      "mean", "s", en: "Sum over replications ÷ count over replications",
      zh: "各次模拟总和 ÷ 各次模拟总数"
    ) { .fixed($0.times.mean($0.measure), places: Places.seconds) },
  ]

  private static let quantiles: [CSVColumn<WaitRow>] = WaitRow.shares.map { share in
    CSVColumn("p\(share)", "s", en: "\(share) % quantile", zh: "\(share)% 分位数") { row in
      let value = row.times.quantile(row.measure, Double(share) / 100)
      return value.map { .fixed($0, places: Places.seconds) } ?? .empty
    }
  }
}

/// One person of a plan's roster: the source of `people.csv`.
package struct PersonRow: Sendable {
  package let plan: String
  package let agent: AgentPerformance

  package static func rows(of plans: [PlanService]) -> some Sequence<PersonRow> {
    plans.lazy.flatMap { plan in
      plan.performance.agents.lazy.map { PersonRow(plan: plan.plan, agent: $0) }
    }
  }
}

extension CSVTable<PersonRow> {
  package static let people = CSVTable(
    file: "people.csv",
    row: Localized(
      en: "One row per plan and agent of the roster; means over replications, other shops' chats "
        + "included, a warm-up not.",
      zh: "每个方案每名客服一行；为各次模拟的均值，含其他店铺的会话，不含预热期。"),
    key: ["plan", "agent"],
    columns: [
      CSVColumn("plan", en: "Key of the plan", zh: "方案的键") { .text($0.plan) },
      CSVColumn(
        "agent", as: .integer, en: "Number of the agent, from 0, as in `chats.csv`",
        zh: "客服编号，从 0 起，同 chats.csv"
      ) {
        .integer($0.agent.number)
      },
      CSVColumn("group", en: "Agent group", zh: "客服组") { .text($0.agent.group) },
      CSVColumn(
        "chats", "contacts",
        en: "Chats taken, those included whose customer had left without a word",
        zh: "接起的会话，含接起时顾客已不告而别的"
      ) { .fixed($0.agent.chats, places: Places.count) },
      CSVColumn(
        "answered", "contacts", en: "Of them, customers who were still there", zh: "其中顾客仍在的"
      ) {
        .fixed($0.agent.answered, places: Places.count)
      },
      CSVColumn("hours_on_duty", "h", en: "Hours on duty, breaks not included", zh: "在岗小时，不含休息") {
        .fixed($0.agent.onDuty / 3600, places: Places.seconds)
      },
      CSVColumn(
        "occupancy_engaged", "share", en: "Time with at least one chat ÷ time on duty",
        zh: "至少有一个会话的时间 ÷ 在岗时间"
      ) { .fixed($0.agent.busy / $0.agent.onDuty, places: Places.share) },
      CSVColumn(
        "occupancy_work", "ratio",
        en: "Work done, in seconds of a chat handled alone, ÷ time on duty; message by message, "
          + "time of composing",
        zh: "以单独处理计的工作量 ÷ 在岗时间；逐条消息仿真时为书写时间"
      ) { .fixed($0.agent.work / $0.agent.onDuty, places: Places.share) },
    ])
}
