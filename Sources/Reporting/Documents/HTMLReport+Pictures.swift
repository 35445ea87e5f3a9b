// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Planning
import Pricing
import Wording

extension HTMLReport {
  func pictures(_ body: inout Markup) {
    heatMaps(&body)
    let volume = VolumeChart(days: comparison.volume, style: style)
    body.picture(
      say("Volume over the period", "期间咨询量"), volume.markup.map { [$0] } ?? [],
      caption: say(
        "Mean over simulated horizons; promotions are shaded.", "各次模拟的均值；阴影为促销期。"),
      keys: volume.keys)
    if let picture = comparison.pictureDay {
      let promotions =
        picture.promotions.isEmpty
        ? "" : " (\(style.list(picture.promotions.map { PromotionName.text($0, style.language) })))"
      let chart = DayChart(
        picture: picture, style: style, looks: looks, subject: names.subject?.name,
        title: names.title)
      body.picture(
        say("The busiest day: \(picture.date)", "最忙的一天：\(picture.date)") + promotions,
        chart.markups,
        caption: say(
          "The same arrivals meet each plan's staffing; waits are by time of arrival.",
          "同样的到达面对各方案的人手；等待按到达时刻统计。") + chart.note, keys: chart.keys)
    }
    let ranked = comparison.plans.filter(\.isRanked)
    let costs = CostChart(plans: ranked, style: style, looks: looks, title: names.title).markup
    body.picture(
      say("What the period costs", "期间费用分布"), costs.map { [$0] } ?? [],
      caption: say(
        "Line: 5–95% of simulated horizons; box: the middle half; bar: the median. Plans wider in "
          + "scope than chat are left out.", "线：5–95% 的模拟；盒：中间一半；竖线：中位数。范围超出客服的方案未列。"),
      keys: looks.legend(ranked.map(\.name), mark: .bar, title: names.title))
    breakEven(&body)
  }

  /// Cost over the volume; nothing where it was not asked for.
  func breakEven(_ body: inout Markup) {
    if let curve = comparison.breakEven {
      let chart = BreakEvenChart(curve: curve, style: style, looks: looks, title: names.title)
      body.picture(
        say("Cost as the volume moves", "费用随咨询量变化"), chart.markup.map { [$0] } ?? [],
        caption: say(
          "Dots mark volumes at which the cheaper of two plans changes. Straight lines join the "
            + "volumes tried; seats come in whole people, so that in between their cost has steps. A plan "
            + "that sizes by month make cheaper is drawn with these, not as it is written.",
          "圆点处两方案费用高低互换。直线连接所试的咨询量；坐席按整人增减，其间费用呈台阶。按月定坐席更便宜的方案按此绘制，"
            + "而非按原文。"),
        keys: chart.keys)
    }
  }

  /// The service level by day and time of day: of the plan that the verdict is about, and folded away
  /// of the others.
  private func heatMaps(_ body: inout Markup) {
    let subject = names.subject?.name
    let maps = comparison.plans.compactMap { plan in
      let chart = HeatChart(performance: plan.performance, style: style)
      return chart.markup.map { (plan: plan.name, keys: chart.keys, map: $0) }
    }
    guard let first = maps.first(where: { $0.plan == subject }) ?? maps.first else { return }
    let others = maps.filter { $0.plan != first.plan }
    body.element("section") { section in
      section.element(
        "h2", text: say("Service level by day and time of day", "各日各时段的服务水平"))
      section.element("figure") { figure in
        figure.legend(first.keys)
        let mark = looks.isRecommended(first.plan) ? "→ " : ""
        let words = looks.isRecommended(first.plan) ? say(" (recommended)", "（推荐）") : ""
        figure.element("h3", text: mark + names.title(first.plan) + words)
        figure.chart(first.map)
        if !others.isEmpty {
          figure.element("details") { details in
            details.element("summary", text: say("The other plans", "其他方案"))
            for other in others {
              details.element("h3", text: names.title(other.plan))
              details.chart(other.map)
            }
          }
        }
        figure.element(
          "figcaption",
          text: say(
            "Share of the customers who arrive then that are answered in time, over all replications.",
            "该时段到达的顾客中及时得到应答的比例，各次模拟合计。")
            + " " + WorstText.note(comparison.plans.map(PlanService.init), style: style))
      }
    }
  }

  var assumptionTexts: [String] {
    var texts = [
      say(
        "All plans are simulated on the same customers: their arrivals, patience, work and purchases "
          + "are drawn once per horizon.", "各方案使用同一批模拟顾客：到达、耐心、处理量与购买每次模拟只抽取一次。"),
      say(
        "A target counts as met where the bad end of its one-sided 95% interval keeps the bound, as "
          + "missed where the good end breaks it, and in between it cannot be told yet.",
        "目标的单侧 95% 区间不利一端也达标为“达标”，有利一端也不达标为“未达标”，其余为“尚难判断”。"),
      say(
        "Amounts are as quoted, tax included; each invoice line is rounded once to 0.01.",
        "金额按报价含税；账单每行只舍入一次到分。"),
    ]
    for plan in comparison.plans {
      if plan.isPoolSizeAssumed {
        texts.append(
          say(
            "\(names.title(plan.name)): the provider's shared pool and its other customers are assumed.",
            "\(names.title(plan.name))：服务商共享客服池及其他店铺的咨询量为假设。"))
      }
      if let size = plan.staffing.sizeWords(style) {
        texts.append(
          say(
            "\(names.title(plan.name)): its size, \(size), was searched for (staffing.csv).",
            "\(names.title(plan.name))：规模 \(size) 由搜索得出（staffing.csv）。"))
      }
      texts.append(contractReading(plan))
    }
    return texts
  }

  /// By which reading the contract counts and bills.
  private func contractReading(_ plan: PlanOutcome) -> String {
    let options = plan.billing.pricer.contract.options
    let counted =
      switch options.conversation.base {
      case .arrived: say("every arrival", "每次到达")
      case .answered: say("contacts answered by a person", "人工应答的咨询")
      case .answeredByAnyone: say("contacts answered by a person or robot", "人工或机器人应答的咨询")
      case .recorded: say("the count recorded as billable", "来源记录的计费量")
      }
    let months =
      options.partMonth == .calendarDays
      ? say("part months by calendar days", "不足月按当月天数") : say("part months of 30 days", "不足月按 30 天")
    let sales =
      options.salesBasis == .gross
      ? say("commission gross of refunds", "提成不扣退款") : say("commission net of refunds", "提成扣除退款")
    return names.title(plan.name) + say(": billable are ", "：计费量为") + counted
      + say("; ", "；") + months + say("; ", "；") + sales + say(".", "。")
  }
}
