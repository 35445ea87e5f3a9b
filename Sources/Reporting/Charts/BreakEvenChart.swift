// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import Wording

/// Cost of every plan over the volume, with the volumes at which the cheaper one changes.
struct BreakEvenChart {
  let curve: BreakEvenCurve
  let style: NumberStyle
  let looks: PlanLooks
  let title: (String) -> String

  /// Plans in the order of the legend.
  var plans: [String] {
    var names: [String] = []
    for cost in curve.points.flatMap(\.costs) where !names.contains(cost.plan) {
      names.append(cost.plan)
    }
    return names
  }

  var markup: Markup? {
    guard let first = curve.points.first, let last = curve.points.last,
      last.dailyInquiries > first.dailyInquiries
    else { return nil }
    let highest = curve.points.flatMap(\.costs).compactMap(\.mean).max() ?? 1
    let top = AxisTicks.ceiling(highest, count: 5)
    let range = first.dailyInquiries...last.dailyInquiries
    var plot = Plot(x: range, y: 0...top, height: 300, left: 92)
    plot.horizontalGrid(
      AxisTicks.round(in: 0...top, count: 5),
      title: Localized(en: "cost over the period", zh: "期间费用")[style.language]
    ) { style.amount($0) }
    if let today = curve.points.first(where: { $0.multiple == 1 }) {
      plot.rule(
        at: today.dailyInquiries,
        label: Localized(en: "this scenario", zh: "本场景")[style.language])
    }
    for plan in looks.drawn(plans) {
      let points = curve.points.map { point in
        (x: point.dailyInquiries, y: point.costs.first { $0.plan == plan }?.mean ?? .nan)
      }
      plot.curve(
        points, series: looks.series(plan), tooltip: title(plan),
        isStrong: looks.isRecommended(plan))
    }
    for crossing in curve.crossings where range.contains(crossing.dailyInquiries) {
      guard let cost = cost(of: crossing.below, at: crossing.dailyInquiries) else { continue }
      plot.dot(
        x: crossing.dailyInquiries, y: cost, series: Palette.neutral,
        tooltip: "\(title(crossing.below)) = \(title(crossing.above)): "
          + style.number(crossing.dailyInquiries))
    }
    let volumes = AxisTicks.round(in: range, count: 8)
    plot.verticalTicks(
      volumes.map { ($0, style.number($0, places: AxisTicks.places(volumes))) },
      title: Localized(en: "inquiries a day", zh: "日均咨询量")[style.language])
    return plot.svg(
      summary: Localized(en: "Cost of each plan over the volume", zh: "各方案费用随咨询量变化")[
        style.language])
  }

  var keys: [LegendKey] {
    let say = { (en: String, zh: String) in Localized(en: en, zh: zh)[style.language] }
    return looks.legend(plans, title: title)
      + (curve.crossings.isEmpty
        ? [] : [LegendKey(say("costs change places", "费用高低互换"), mark: .dots)])
      + [LegendKey(say("this scenario", "本场景"), mark: .rule)]
  }

  /// A plan's cost between two points of the curve, in a straight line.
  private func cost(of plan: String, at volume: Double) -> Double? {
    for (left, right) in zip(curve.points, curve.points.dropFirst())
    where left.dailyInquiries <= volume && volume <= right.dailyInquiries {
      guard let low = left.costs.first(where: { $0.plan == plan })?.mean,
        let high = right.costs.first(where: { $0.plan == plan })?.mean
      else { return nil }
      let share =
        (volume - left.dailyInquiries) / max(right.dailyInquiries - left.dailyInquiries, 1e-9)
      return low + share * (high - low)
    }
    return nil
  }
}
