// SPDX-License-Identifier: GPL-3.0-or-later

import Planning

/// Cost against service: every choice as a dot, the efficient ones joined.
struct FrontierChart {
  let points: [FrontierPoint]
  let words: ExplorationWords
  /// What is set against cost.
  let gain: (FrontierPoint) -> Double?
  let isEfficient: (FrontierPoint) -> Bool
  let title: String
  /// A value in words, a share with so many decimals of a per cent.
  let label: (Double, _ places: Int) -> String

  /// In the order of the points.
  private var plans: [String] {
    var plans: [String] = []
    for point in points where gain(point) != nil && !plans.contains(point.plan) {
      plans.append(point.plan)
    }
    return plans
  }

  var keys: [LegendKey] {
    words.looks.legend(plans, mark: .dots, title: words.title)
      + [LegendKey(words.say("efficient", "有效前沿"))]
  }

  var markup: Markup? {
    let drawn = points.compactMap { point in gain(point).map { (point, $0) } }
    guard let cheapest = drawn.map(\.0.cost).min(), let dearest = drawn.map(\.0.cost).max(),
      let low = drawn.map(\.1).min(), let high = drawn.map(\.1).max(), dearest > cheapest,
      high > low
    else { return nil }
    let (margin, room) = ((dearest - cheapest) * 0.05, (high - low) * 0.08)
    let (x, y) = (cheapest - margin...dearest + margin, low - room...high + room)
    var plot = Plot(x: x, y: y, height: 300, left: 110)
    let ticks = AxisTicks.round(in: y, count: 5)
    let places = AxisTicks.places(ticks.map { $0 * 100 })
    plot.horizontalGrid(ticks, title: title) { label($0, places) }
    plot.curve(
      drawn.filter { isEfficient($0.0) }.map { ($0.0.cost, $0.1) }, series: Palette.neutral,
      tooltip: words.say("efficient", "有效前沿"))
    for plan in words.looks.drawn(plans) {
      for (point, value) in drawn where point.plan == plan {
        plot.dot(
          x: point.cost, y: value, series: words.looks.series(plan),
          tooltip: "\(words.name(point)): \(words.style.amount(point.cost)), \(label(value, 1))",
          isStrong: words.looks.isRecommended(plan))
      }
    }
    plot.verticalTicks(
      AxisTicks.round(in: x, count: 6).map { ($0, words.style.amount($0)) },
      title: words.say("cost", "费用"))
    return plot.svg(summary: title)
  }
}
