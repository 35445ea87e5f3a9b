// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Planning
import Wording

/// Each plan's mean cost as a bar, and beside it how far single horizons stray from it: 5–95 % as a
/// line, the middle half as a box, the median.
///
/// Two scales, because plans often differ by far more than their horizons do: on one scale every
/// distribution would be a speck.
struct CostChart {
  let plans: [PlanOutcome]
  let style: NumberStyle
  let looks: PlanLooks
  let title: (String) -> String

  private static let names = 200.0
  private static let bars = 170.0
  private static let left = 470.0

  var markup: Markup? {
    let costs = plans.map(\.cost.total)
    guard let dearest = costs.map(\.mean).max(),
      let below = costs.map({ $0.low - $0.mean }).min(),
      let above = costs.map({ $0.high - $0.mean }).max()
    else { return nil }
    let room = max((above - below) * 0.04, 1)
    let range = min(below, 0) - room...max(above, 0) + room
    let rows = Double(plans.count)
    var plot = Plot(x: range, y: 0...rows, height: 76 + rows * 40, left: Self.left)
    let word = { (en: String, zh: String) in Localized(en: en, zh: zh)[style.language] }
    let ticks = AxisTicks.round(in: range, count: 5)
    plot.verticalTicks(ticks.map { ($0, ($0 > 0 ? "+" : "") + style.amount($0)) })
    plot.zeroLine(at: 0)
    plot.heading(word("mean cost over the period", "期间平均费用"), from: Self.names + 10)
    plot.heading(
      word("how far a single period strays from it", "单个期间与均值之差"), from: Self.left)
    for (index, plan) in plans.enumerated() {
      let level = rows - Double(index) - 0.5
      let isRecommended = looks.isRecommended(plan.name)
      let name = (isRecommended ? "→ " : "") + title(plan.name)
      let series = looks.series(plan.name)
      let cost = plan.cost.total
      let lines = Array(TextWidth.wrap(name, to: 30).prefix(2))
      for (row, line) in lines.enumerated() {
        plot.label(
          line, level: level, dy: 4 + (Double(row) - Double(lines.count - 1) / 2) * 13,
          endingAt: Self.names, isStrong: isRecommended)
      }
      plot.meter(
        share: dearest > 0 ? cost.mean / dearest : 0, from: Self.names + 10, width: Self.bars,
        value: style.amount(cost.mean), level: level, thickness: 14, series: series,
        tooltip: name)
      let middle = Self.quantiles(cost.values)
      plot.range(
        low: cost.low - cost.mean, boxLow: middle.lower - cost.mean,
        centre: middle.median - cost.mean, boxHigh: middle.upper - cost.mean,
        high: cost.high - cost.mean, level: level, thickness: 14, series: series,
        tooltip: "\(name): \(style.amount(cost.low)) – \(style.amount(cost.high))")
    }
    return plot.svg(
      summary: word(
        "mean cost of each plan, and how far single periods stray from it",
        "各方案的平均费用，以及单个期间与均值之差"))
  }

  /// Quartiles and median, interpolated between order statistics.
  static func quantiles(_ values: [Double]) -> (lower: Double, median: Double, upper: Double) {
    let sorted = values.sorted()
    let at = { (p: Double) -> Double in
      guard let last = sorted.indices.last else { return .nan }
      let place = p * Double(last)
      let index = min(Int(place), max(0, last - 1))
      let next = min(index + 1, last)
      return sorted[index] + (place - Double(index)) * (sorted[next] - sorted[index])
    }
    return (at(0.25), at(0.5), at(0.75))
  }
}
