// SPDX-License-Identifier: GPL-3.0-or-later

import Planning

/// Volume × seasonality: a dot in the colour of the cheapest plan, and the line of break-even.
struct SurfaceChart {
  let surface: BreakEvenSurface
  let words: ExplorationWords

  /// Plans in the order of the legend.
  var plans: [String] {
    var names: [String] = []
    for cost in surface.seasons.flatMap(\.curve.points).flatMap(\.costs)
    where !names.contains(cost.plan) { names.append(cost.plan) }
    return names
  }

  var keys: [LegendKey] {
    words.looks.legend(plans, mark: .dots, title: words.title)
      + [LegendKey(words.say("break-even", "盈亏平衡"))]
  }

  var markup: Markup? {
    let volumes = surface.seasons.flatMap(\.curve.points).map(\.dailyInquiries)
    let peaks = surface.seasons.map(\.peakToMean)
    guard let least = volumes.min(), let most = volumes.max(), most > least,
      let low = peaks.min(), let high = peaks.max(), high > low
    else { return nil }
    let (margin, room) = ((most - least) * 0.04, (high - low) * 0.15)
    let range = max(0, least - margin)...most + margin
    var plot = Plot(x: range, y: low - room...high + room, height: 300, left: 92)
    plot.horizontalGrid(
      peaks, title: words.say("busiest month ÷ mean", "最忙月 ÷ 均值")
    ) { words.style.number($0, places: 2) }
    for season in surface.seasons {
      for point in season.curve.points {
        let costs = point.costs.compactMap { cost in cost.mean.map { (cost.plan, $0) } }
        guard let best = costs.min(by: { ($0.1, $0.0) < ($1.1, $1.0) }) else { continue }
        plot.dot(
          x: point.dailyInquiries, y: season.peakToMean, series: words.looks.series(best.0),
          tooltip: "\(words.title(best.0)): \(words.style.amount(best.1))")
      }
    }
    let line = surface.seasons.map {
      (x: $0.breakEven?.dailyInquiries ?? .nan, y: $0.peakToMean)
    }
    plot.curve(line, series: Palette.neutral, tooltip: words.say("break-even", "盈亏平衡"))
    plot.verticalTicks(
      AxisTicks.round(in: range, count: 8).map { ($0, words.style.number($0)) },
      title: words.say("inquiries a day", "日均咨询量"))
    return plot.svg(
      summary: words.say(
        "Cheapest plan over volume and seasonality", "各咨询量与季节强度下最便宜的方案"))
  }
}
