// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Planning
import Pricing
import Wording

extension HTMLReport {
  func pictures(_ body: inout Markup) {
    let volume = VolumeChart(days: comparison.volume, style: style).markup
    figure(
      say("Volume over the period", "期间咨询量"), volume.map { [$0] } ?? [],
      say("Mean over simulated horizons; promotions are shaded.", "各次模拟的均值；阴影为促销期。"), &body)
    if let picture = comparison.pictureDay {
      let promotions =
        picture.promotions.isEmpty
        ? "" : " (\(style.list(picture.promotions.map { PromotionName.text($0, style.language) })))"
      let chart = DayChart(picture: picture, style: style, title: names.title)
      figure(
        say("The busiest day: \(picture.date)", "最忙的一天：\(picture.date)") + promotions,
        chart.markups,
        say(
          "The same arrivals meet each plan's staffing; waits are by time of arrival.",
          "同样的到达面对各方案的人手；等待按到达时刻统计。"), legend: picture.plans.map(\.plan), &body)
    }
    let costs = CostChart(
      plans: comparison.plans.filter(\.isRanked), style: style, title: names.title
    ).markup
    figure(
      say("What the period costs", "期间费用分布"), costs.map { [$0] } ?? [],
      say(
        "Line: 5–95 % of simulated horizons; box: the middle half; bar: the median. Plans wider in "
          + "scope than chat are left out.", "线：5–95% 的模拟；盒：中间一半；竖线：中位数。范围超出客服的方案未列。"), &body)
    if let curve = comparison.breakEven {
      let chart = BreakEvenChart(curve: curve, style: style, title: names.title)
      figure(
        say("Cost as the volume moves", "费用随咨询量变化"), chart.markup.map { [$0] } ?? [],
        say(
          "Dots mark volumes at which the cheaper of two plans changes. Straight lines join the "
            + "volumes tried; seats come in whole people, so that in between their cost has steps.",
          "圆点处两方案费用高低互换。直线连接所试的咨询量；坐席按整人增减，其间费用呈台阶。"),
        legend: chart.plans, &body)
    }
  }

  private func figure(
    _ title: String, _ charts: [Markup], _ caption: String, legend: [String] = [],
    _ body: inout Markup
  ) {
    body.picture(title, charts, caption: caption, legend: legend.map(names.title))
  }

  var assumptionTexts: [String] {
    var texts = [
      say(
        "All plans are simulated on the same customers: their arrivals, patience, work and purchases "
          + "are drawn once per horizon.", "各方案使用同一批模拟顾客：到达、耐心、处理量与购买每次模拟只抽取一次。"),
      say(
        "A target counts as met when the pessimistic end of its one-sided 95 % interval keeps the "
          + "bound, as missed when the other end breaks it, and as undecided in between.",
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
      if let size = plan.staffing.sizeFound {
        texts.append(
          say(
            "\(names.title(plan.name)): the size \(size) was searched for (staffing.csv).",
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
