// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Exports
import Inference
import Measures
package import Planning
import Wording

/// One plan within its comparison: a row of `comparison.csv`.
package struct PlanRow: Sendable {
  package let plan: PlanOutcome
  package let difference: PlanDifference?
  package let risk: PlanRisk?
  package let isCheapest: Bool

  var worstInterval: WorstMoment? { plan.performance.worstInterval }
  var worstDay: WorstMoment? { plan.performance.worstDay }

  package static func rows(of comparison: Comparison) -> [PlanRow] {
    comparison.plans.map { plan in
      PlanRow(
        plan: plan, difference: comparison.differences.first { $0.plan == plan.name },
        risk: comparison.risk.first { $0.plan == plan.name },
        isCheapest: comparison.cheapest == plan.name)
    }
  }
}

extension CSVTable<PlanRow> {
  package static let comparison = CSVTable(
    file: "comparison.csv",
    row: Localized(en: "One row per plan, over the whole horizon.", zh: "每个方案一行，统计整个期间。"),
    key: ["plan"],
    columns: identity + money + service + overnight + worst + commerce + decision + [
      CSVColumn.timeZone { $0.plan.performance.timeZone }
    ],
    asked: AskedColumns(of: { $0.plan.service.asked }) { measure in
      CSVColumn.interval(of: measure) { $0.plan.service[measure] }
    })

  private static let identity: [CSVColumn<PlanRow>] = [
    CSVColumn("plan", en: "Key of the plan in the scenario", zh: "场景中方案的键") {
      .text($0.plan.name)
    },
    CSVColumn("title", en: "Name for readers", zh: "显示名称") { .text($0.plan.title) },
    CSVColumn(
      "ranked", as: .boolean, en: "False where the contract is wider than chat",
      zh: "合同范围超出客服的方案为 false"
    ) {
      .flag($0.plan.isRanked)
    },
    CSVColumn(
      "meets_targets",
      as: .boolean,
      en:
        "Whether the one-sided 95% bound of every service target is kept; empty where it cannot be "
        + "told",
      zh: "所有服务目标的单侧 95% 界是否达标；尚难判断时为空"
    ) { .kept($0.plan.targetAnswer) },
    CSVColumn(
      "targets",
      en: "`met`, `missed` or `undecided`, by the one-sided 95% bounds of every service target",
      zh: "按所有服务目标的单侧 95% 界：met 达标、missed 未达标、undecided 尚难判断"
    ) { .text($0.plan.targetAnswer.rawValue) },
    CSVColumn(
      "horizons_kept",
      as: .integer,
      en: "Replications in which every single target is kept, least often kept target",
      zh: "达标的模拟次数（取最难达到的目标）"
    ) { $0.plan.keptHorizons.map { .integer($0.kept) } ?? .empty },
    CSVColumn(
      "kept_probability",
      as: .number,
      en: "Estimated probability that a horizon keeps the target that is kept least often",
      zh: "最难达到的目标在一个可能情形中达标的估计概率"
    ) { $0.plan.keptHorizons.map { .fixed($0.probability.mean, places: Places.share) } ?? .empty },
    CSVColumn(
      "pool_size_assumed", as: .boolean, en: "Whether the shared pool's size is an assumption",
      zh: "共享客服池规模是否为假设"
    ) { .flag($0.plan.isPoolSizeAssumed) },
    CSVColumn("replications", as: .integer, en: "Simulated horizons behind the row", zh: "模拟次数") {
      .integer($0.plan.cost.total.values.count)
    },
    CSVColumn(
      "size_found", "agents or %", as: .integer,
      en: "Size found by the search for the fewest seats",
      zh: "最少坐席搜索得到的规模"
    ) { $0.plan.staffing.sizeFound.map(CSVCell.integer) ?? .empty },
    CSVColumn(
      "size_unit", en: "`agents`, or `percent` of the roster; empty without a size",
      zh: "agents 人数，或 percent 排班的百分比；没有规模则为空"
    ) { .text($0.plan.staffing.sizeFound == nil ? "" : $0.plan.staffing.sizing?.unit ?? "") },
    CSVColumn(
      "peak_on_duty", "agents", as: .integer, en: "Most agents on duty at once", zh: "同时在岗最多人数"
    ) {
      .integer($0.plan.staffing.peakOnDuty)
    },
  ]

  private static let money: [CSVColumn<PlanRow>] =
    CSVColumn.interval(
      "cost", "yuan", places: Places.yuan, en: "Mean of the invoices' total", zh: "账单合计均值"
    ) { $0.plan.cost.total.interval } + [
      yuan(
        "cost_p05", "5% quantile of the total over replications; empty of a single one",
        "账单合计的 5% 分位；仅一次模拟时为空"
      ) { $0.plan.cost.total.isSingle ? .nan : $0.plan.cost.total.low },
      yuan(
        "cost_p95", "95% quantile of the total over replications; empty of a single one",
        "账单合计的 95% 分位；仅一次模拟时为空"
      ) { $0.plan.cost.total.isSingle ? .nan : $0.plan.cost.total.high },
    ]
    + CSVColumn.interval(
      "cost_per_inquiry", "yuan", places: 4, en: "Cost ÷ inquiries in open hours",
      zh: "成本 ÷ 营业时间咨询量"
    ) { $0.plan.cost.perInquiry }
    + CSVColumn.interval(
      "cost_per_order", "yuan", places: 4, en: "Cost ÷ orders won in chat", zh: "成本 ÷ 咨询成交订单"
    ) { $0.plan.cost.perOrder }

  private static let service: [CSVColumn<PlanRow>] =
    CSVColumn.interval(of: .arrivals) { $0.plan.service.arrivals }
    + MeasureRegistry.measures(in: .plans).flatMap { measure in
      CSVColumn.interval(of: measure) { $0.plan.service[measure] }
    }
    + CSVColumn.occupancy { $0.plan.service.occupancy }

  private static let overnight: [CSVColumn<PlanRow>] = [
    night(
      "overnight_messages",
      "Messages of closed hours that can be answered from opening on; in no column of service. Empty "
        + "without `overnight`",
      "自开门起可答复的非营业时间留言，不计入任何服务列；未设 overnight 时为空", .count(.arrived)),
    night("overnight_answered", "Of these, answered by a person", "其中由人工答复", .answered),
    night(
      "overnight_left", "Of these, of no more use to the customer before an answer",
      "其中答复前顾客已不再需要", .count(.abandoned)),
    CSVColumn(
      "overnight_mean_wait", "s", en: "Mean time from opening to the answer of such a message",
      zh: "留言从开门到获答复的平均时间"
    ) {
      $0.plan.performance.overnight.map {
        .fixed($0[.meanWaitOfAnswered], places: Places.seconds)
      } ?? .empty
    },
  ]

  private static func night(
    _ name: String, _ en: String, _ zh: String, _ sum: ContactSum
  ) -> CSVColumn<PlanRow> {
    CSVColumn(name, "contacts", en: en, zh: zh) {
      $0.plan.performance.overnight.map { .fixed($0.number(of: sum), places: Places.count) }
        ?? .empty
    }
  }

  private static let worst: [CSVColumn<PlanRow>] =
    [
      CSVColumn(
        "worst_interval_date",
        as: .date,
        en: "Day of the interval in which most customers are not answered within the acceptable "
          + "wait, by the mean over replications; empty where everybody is",
        zh: "未在可接受等待内应答的顾客最多（按各次模拟的均值）的时段所在日期；人人及时应答时为空"
      ) { .text($0.worstInterval.map { "\($0.date)" } ?? "") },
      CSVColumn("worst_interval_start", en: "Its start on the shop's clock", zh: "该时段开始时刻") {
        .text($0.worstInterval?.start.map { "\($0)" } ?? "")
      },
    ] + figures(of: "worst_interval", "of the worst interval", "最差时段") { $0.worstInterval }
    + [
      CSVColumn(
        "worst_day_date",
        as: .date, en: "Day on which most customers are not answered within the acceptable wait",
        zh: "未在可接受等待内应答的顾客最多的一天"
      ) { .text($0.worstDay.map { "\($0.date)" } ?? "") }
    ] + figures(of: "worst_day", "of the worst day", "最差一天") { $0.worstDay }

  private static func figures(
    of name: String, _ en: String, _ zh: String,
    _ worst: @escaping @Sendable (PlanRow) -> WorstMoment?
  ) -> [CSVColumn<PlanRow>] {
    CSVColumn.interval(
      name + "_arrivals", "contacts", places: Places.count, en: "Mean arrivals \(en)",
      zh: "\(zh)到达均值"
    ) { worst($0)?.customers }
      + CSVColumn.interval(
        name + "_service_level", "share", places: Places.share,
        en: "Answered within the acceptable wait ÷ arrivals \(en)", zh: "\(zh)可接受等待内应答 ÷ 到达"
      ) { worst($0)?.serviceLevel }
      + CSVColumn.interval(
        name + "_abandonment", "share", places: Places.share, en: "Abandoned ÷ arrivals \(en)",
        zh: "\(zh)离开 ÷ 到达"
      ) { worst($0)?.abandonment }
  }

  private static let commerce: [CSVColumn<PlanRow>] =
    CSVColumn.interval(of: .orders) { $0.plan.commerce.orders.interval }
    + CSVColumn.interval(of: .sales) { $0.plan.commerce.salesAttributed.interval }
    + CSVColumn.interval(of: .salesLost) { $0.plan.commerce.salesLost.interval }
    + CSVColumn.interval(
      "platform_cost", "yuan", places: Places.yuan,
      en: "What the platforms' grades cost by `platform_costs`, no part of the bill; by rule and "
        + "month in `platform.csv`",
      zh: "按 platform_costs 平台分档造成的代价，不属于账单；逐规则逐月见 platform.csv"
    ) { $0.plan.commerce.platformCost.interval }
    + CSVColumn.interval(
      "net_result", "yuan", places: Places.yuan,
      en: "Gross margin × attributed sales net of refunds − cost − platform cost",
      zh: "毛利率 × 退款后销售额 − 成本 − 平台代价"
    ) { $0.plan.commerce.netResult.interval }

  private static let decision: [CSVColumn<PlanRow>] =
    [
      CSVColumn(
        "cheapest",
        as: .boolean,
        en: "Whether it is the cheapest plan that meets the targets, or of all where none does",
        zh: "是否为达标方案中最便宜者；无一达标时为参评方案中最便宜者"
      ) {
        .flag($0.isCheapest)
      }
    ]
    + CSVColumn.interval(
      "over_cheapest", "yuan", places: Places.yuan,
      en: "Cost minus that of the `cheapest` plan on the same customers; below zero: misses",
      zh: "在同一批顾客上与 cheapest 方案的成本差；更便宜但未达标的方案为负"
    ) { $0.difference?.toCheapest.interval } + [
      CSVColumn(
        "probability_cheapest", "share",
        en: "Share of replications in which it is the cheapest that meets the targets",
        zh: "在达标方案中最便宜的模拟所占比例；未达标方案为空"
      ) { $0.risk.map { .fixed($0.probabilityCheapest, places: Places.share) } ?? .empty },
      CSVColumn(
        "expected_regret", "yuan", en: "Mean excess over the cheapest plan of the replication",
        zh: "相对当次最便宜方案的平均多付"
      ) { $0.risk.map { .fixed($0.expectedRegret, places: Places.yuan) } ?? .empty },
      CSVColumn("worst_regret", "yuan", en: "Largest such excess", zh: "最大多付") {
        $0.risk.map { .fixed($0.worstRegret, places: Places.yuan) } ?? .empty
      },
    ]

  private static func yuan(
    _ name: String, _ en: String, _ zh: String, _ value: @escaping @Sendable (PlanRow) -> Double
  ) -> CSVColumn<PlanRow> {
    CSVColumn(name, "yuan", en: en, zh: zh) { .fixed(value($0), places: Places.yuan) }
  }
}
