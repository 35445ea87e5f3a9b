// SPDX-License-Identifier: GPL-3.0-or-later

import Exports
import Measures
package import Planning
import Wording

extension CSVTable<PlanRisk> {
  package static let risk = CSVTable(
    file: "risk.csv",
    row: Localized(
      en: "One row per ranked plan: how choosing it fares over the simulated horizons.",
      zh: "每个参与排名的方案一行：在各次模拟中选择它的得失。"),
    key: ["plan"],
    columns: [
      CSVColumn("plan", en: "Key of the plan", zh: "方案的键") { .text($0.plan) },
      CSVColumn(
        "probability_cheapest", as: .number,
        en: "Share of replications in which it is the cheapest; ties split",
        zh: "成为最便宜方案的模拟占比，并列均分"
      ) { .fixed($0.probabilityCheapest, places: Places.share) },
      CSVColumn(
        "expected_regret", "yuan",
        en: "Mean excess over the cheapest plan of the same replication; its least value over the "
          + "plans is the value of knowing the volume beforehand",
        zh: "相对同次模拟最便宜方案的平均多付额；各方案中的最小值即预知咨询量的价值"
      ) { .fixed($0.expectedRegret, places: Places.yuan) },
      CSVColumn("worst_regret", "yuan", en: "Largest such excess", zh: "最大多付额") {
        .fixed($0.worstRegret, places: Places.yuan)
      },
      CSVColumn("cost_p95", "yuan", en: "95% quantile of the cost", zh: "费用的 95% 分位数") {
        .fixed($0.costAtRisk, places: Places.yuan)
      },
    ])
}

extension CSVTable<TornadoRow> {
  package static let tornado = CSVTable(
    file: "tornado.csv",
    row: Localized(
      en: "One row per assumption, moved alone down and up by the same share; largest swing first.",
      zh: "每个假设一行：单独按同一比例下调与上调，影响最大者在前。"),
    key: ["assumption"],
    columns: [
      CSVColumn("assumption", en: "What is moved; price/plan/clause for a price", zh: "变动的假设") {
        .text($0.assumption.key)
      },
      CSVColumn(
        "lead_at_low", "yuan",
        en: "Cheapest rival's cost − the favourite's, with the assumption moved down", zh: "下调时的领先额"
      ) { $0.leadAtLow.map { .fixed($0, places: Places.yuan) } ?? .empty },
      CSVColumn("lead_at_high", "yuan", en: "The same, moved up", zh: "上调时的领先额") {
        $0.leadAtHigh.map { .fixed($0, places: Places.yuan) } ?? .empty
      },
      CSVColumn("cheapest_at_low", en: "Cheapest plan, moved down", zh: "下调时最便宜的方案") {
        .text($0.cheapestAtLow ?? "")
      },
      CSVColumn("cheapest_at_high", en: "Cheapest plan, moved up", zh: "上调时最便宜的方案") {
        .text($0.cheapestAtHigh ?? "")
      },
    ])
}

extension CSVTable<FrontierPoint> {
  package static let frontier = CSVTable(
    file: "frontier.csv",
    row: Localized(
      en: "One row per plan, size tried and hybrid of the grid, by cost.",
      zh: "每个方案、每个试过的规模、每个混合组合一行，按费用排列。"),
    key: ["plan", "size", "seats", "short_term"],
    openKey: ["size", "seats", "short_term"],
    columns: [
      CSVColumn("plan", en: "Key of the plan", zh: "方案的键") { .text($0.plan) },
      CSVColumn(
        "size", "agents or %", as: .integer, en: "Another size tried; empty otherwise",
        zh: "试过的其他规模"
      ) {
        if case .size(let size) = $0.source { .integer(size) } else { .empty }
      },
      CSVColumn(
        "seats", "agents", as: .integer, en: "Of a hybrid: agents of each long line",
        zh: "混合：每条长期线人数"
      ) {
        if case .hybrid(let seats, _) = $0.source { .integer(seats) } else { .empty }
      },
      CSVColumn(
        "short_term", "agents", as: .integer, en: "Of a hybrid: of each short line",
        zh: "混合：每条短期线人数"
      ) {
        if case .hybrid(_, let count) = $0.source { .integer(count) } else { .empty }
      },
      CSVColumn("cost", "yuan", en: "Mean over the horizon", zh: "期间费用均值") {
        .fixed($0.cost, places: Places.yuan)
      },
      CSVColumn(Frontier.service) { .value($0.service, of: Frontier.service) },
      CSVColumn("net_result", "yuan", en: "Mean over the horizon", zh: "期间净结果均值") {
        .fixed($0.netResult, places: Places.yuan)
      },
      CSVColumn(
        "meets_targets", as: .boolean,
        en: "Whether every target is met; empty where it cannot be told",
        zh: "是否达到全部目标；尚难判断时为空"
      ) { .kept($0.answer) },
      CSVColumn(
        "efficient_for_service", as: .boolean,
        en: "None costs as little and replies as often, better in one",
        zh: "费用与回复率上无更优者"
      ) { .flag($0.isEfficientForService) },
      CSVColumn(
        "efficient_for_net_result", as: .boolean,
        en: "None costs as little and earns as much, better in one",
        zh: "费用与净结果上无更优者"
      ) { .flag($0.isEfficientForNetResult) },
    ])
}
