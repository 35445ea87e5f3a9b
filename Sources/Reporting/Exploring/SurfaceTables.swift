// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Exports
import Inference
import Measures
package import Planning
import Wording

/// One plan at one volume and one strength of the season.
package struct SurfaceRow: Sendable {
  package let season: BreakEvenSurface.Season
  package let point: BreakEvenCurve.Point
  package let cost: BreakEvenCurve.PlanCost

  package static func rows(of surface: BreakEvenSurface?) -> [SurfaceRow] {
    (surface?.seasons ?? []).flatMap { season in
      season.curve.points.flatMap { point in
        point.costs.map { SurfaceRow(season: season, point: point, cost: $0) }
      }
    }
  }

  /// Whether no plan of the point costs less.
  var isCheapest: Bool {
    guard let mean = cost.mean else { return false }
    return !point.costs.contains { ($0.mean ?? .infinity) < mean }
  }
}

extension CSVTable<SurfaceRow> {
  package static let surface = CSVTable(
    file: "surface.csv",
    row: Localized(
      en: "One row per plan, volume and strength of the season.", zh: "每个方案、咨询量与季节强度一行。"),
    key: ["season", "multiple", "plan"],
    columns: [
      CSVColumn(
        "season", as: .number, en: "Factor on the season; 1 is the scenario, 0 an even year",
        zh: "季节强度倍数"
      ) {
        .number($0.season.strength)
      },
      CSVColumn(
        "peak_to_mean", as: .number, en: "Daily mean of the busiest month ÷ that of the horizon",
        zh: "最忙月日均 ÷ 全期日均"
      ) { .fixed($0.season.peakToMean, places: Places.count) },
      CSVColumn("multiple", as: .number, en: "Factor on the demand", zh: "需求倍数") {
        .number($0.point.multiple)
      },
      CSVColumn("daily_inquiries", "contacts a day", en: "The shop's inquiries a day", zh: "日均咨询量")
      {
        .fixed($0.point.dailyInquiries, places: Places.count)
      },
      CSVColumn("plan", en: "Key of the plan", zh: "方案的键") { .text($0.cost.plan) },
      CSVColumn("cost", "yuan", en: "Mean over the horizon; empty where refused", zh: "期间费用均值") {
        $0.cost.mean.map { .fixed($0, places: Places.yuan) } ?? .empty
      },
      CSVColumn(
        "meets_targets", as: .boolean,
        en: "Whether every target is met; empty where it cannot be told",
        zh: "是否达到全部目标；尚难判断时为空"
      ) { .kept($0.cost.answer) },
      CSVColumn(
        "size_found", "agents or %", as: .integer, en: "Size found where it is sized", zh: "搜索得到的规模"
      ) {
        $0.cost.sizeFound.map(CSVCell.integer) ?? .empty
      },
      CSVColumn("cheapest", as: .boolean, en: "Whether no plan costs less here", zh: "此处是否最便宜") {
        .flag($0.isCheapest)
      },
      CSVColumn(
        "break_even", "contacts a day",
        en: "Volume at which the cheapest plan by volume and by seats cost the same in this season",
        zh: "该季节强度下按量与按坐席方案费用相同的日均咨询量"
      ) { $0.season.breakEven.map { .fixed($0.dailyInquiries, places: Places.count) } ?? .empty },
    ])
}

/// One combination of a hybrid plan's grid.
package struct HybridGridRow: Sendable {
  package let plan: String
  package let rank: Int
  package let row: HybridRow

  package static func rows(of tables: [Exploration.HybridTable]) -> [HybridGridRow] {
    tables.flatMap { table in
      table.rows.enumerated().map {
        HybridGridRow(plan: table.plan, rank: $0.offset + 1, row: $0.element)
      }
    }
  }
}

extension CSVTable<HybridGridRow> {
  package static let hybrids = CSVTable(
    file: "hybrid.csv",
    row: Localized(
      en: "One row per combination of long-term seats and short-term shifts, best first.",
      zh: "长期坐席与短期班次的每个组合一行，最优者在前。"),
    key: ["plan", "seats", "short_term"],
    columns: [
      CSVColumn("plan", en: "Key of the plan", zh: "方案的键") { .text($0.plan) },
      CSVColumn("rank", as: .integer, en: "By targets met, then cost", zh: "名次：先达标后费用") {
        .integer($0.rank)
      },
      CSVColumn("seats", "agents", as: .integer, en: "Of each long line", zh: "每条长期线人数") {
        .integer($0.row.seats)
      },
      CSVColumn("short_term", "agents", as: .integer, en: "Of each short-term line", zh: "每条短期线人数")
      {
        .integer($0.row.shortTerm)
      },
      CSVColumn("cost", "yuan", en: "Mean over the horizon", zh: "期间费用均值") {
        $0.row.cost.map { .fixed($0.mean, places: Places.yuan) } ?? .empty
      },
      CSVColumn("net_result", "yuan", en: "Mean over the horizon", zh: "期间净结果均值") {
        $0.row.netResult.map { .fixed($0.mean, places: Places.yuan) } ?? .empty
      },
      CSVColumn(Frontier.service) {
        .value($0.row.service?[Frontier.service]?.mean, of: Frontier.service)
      },
      CSVColumn(
        "meets_targets", as: .boolean,
        en: "Whether every target is met; empty where it cannot be told",
        zh: "是否达到全部目标；尚难判断时为空"
      ) { .kept($0.row.answer) },
    ])
}

/// One bracket that a provider should quote, with the plan as it is.
package struct ProviderRow: Sendable {
  package let view: ProviderView
  package let tier: QuotedTier

  package static func rows(of views: [ProviderView]) -> [ProviderRow] {
    views.flatMap { view in view.quote.map { ProviderRow(view: view, tier: $0) } }
  }
}

extension CSVTable<ProviderRow> {
  package static let provider = CSVTable(
    file: "provider.csv",
    row: Localized(
      en: "One row per plan on a shared pool and bracket that its provider should quote.",
      zh: "每个共享池方案、每个服务方应报档位一行。"),
    key: ["plan", "up_to"], openKey: ["up_to"],
    columns: [
      CSVColumn("plan", en: "Key of the plan", zh: "方案的键") { .text($0.view.plan) },
      CSVColumn(
        "pool_cost", "yuan", en: "Cost of the whole pool over the horizon", zh: "整个客服池的期间成本"
      ) {
        .fixed($0.view.poolCost, places: Places.yuan)
      },
      CSVColumn(
        "work_share", as: .number, en: "The shop's part of the pool's work", zh: "本店占客服池工作量的份额"
      ) {
        .fixed($0.view.workShare.mean, places: Places.share)
      },
      CSVColumn("cost_to_serve", "yuan", en: "Pool cost × work share, mean", zh: "服务本店的成本均值") {
        .fixed($0.view.costToServe.mean, places: Places.yuan)
      },
      CSVColumn("revenue", "yuan", en: "What the plan brings, mean", zh: "方案收入均值") {
        .fixed($0.view.revenue.mean, places: Places.yuan)
      },
      CSVColumn("margin", "yuan", en: "Revenue − cost to serve, mean", zh: "毛利均值") {
        .fixed($0.view.margin.mean, places: Places.yuan)
      },
      CSVColumn(
        "loss_probability", as: .number, en: "Replications in which it loses money", zh: "亏损的模拟占比"
      ) {
        .fixed($0.view.lossProbability, places: Places.share)
      },
      CSVColumn("up_to", "contacts a day", en: "Upper bound of the bracket", zh: "档位上限（日均）") {
        .number($0.tier.upTo)
      },
      CSVColumn(
        "monthly_fee", "yuan", en: "Fee that keeps the wanted margin at the wanted risk",
        zh: "满足目标毛利与风险的月费"
      ) { .fixed($0.tier.monthlyFee, places: Places.yuan) },
      CSVColumn(
        "cost_at_bound", "yuan", en: "Cost of a month at the bound, at that risk", zh: "上限处的月成本"
      ) {
        .fixed($0.tier.costAtBound, places: Places.yuan)
      },
    ])
}
