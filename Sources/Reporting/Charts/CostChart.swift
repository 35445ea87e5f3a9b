// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Planning

/// The distribution of each plan's cost under its name and mean: 5–95 % as a line, the middle half as a box, the median.
struct CostChart {
  let plans: [PlanOutcome]
  let style: NumberStyle
  let title: (String) -> String

  var markup: Markup? {
    let costs = plans.map(\.cost.total)
    guard let low = costs.map(\.low).min(), let high = costs.map(\.high).max() else { return nil }
    let room = max((high - low) * 0.04, high.magnitude * 0.02, 1)
    // Costs start at zero unless that would squeeze every difference into a corner.
    let start = low - room < high * 0.6 ? min(0, low) : low - room
    let rows = Double(plans.count)
    var plot = Plot(
      x: start...(high + room), y: 0...rows, height: 66 + rows * 46, left: 210)
    let unit = Localized(en: "cost over the period", zh: "期间费用")[style.language]
    plot.verticalTicks(
      AxisTicks.round(in: start...(high + room), count: 6).map { ($0, style.amount($0)) },
      title: "")
    for (index, plan) in plans.enumerated() {
      let level = rows - Double(index) - 0.5
      let name = title(plan.name)
      let cost = plan.cost.total
      let lines = TextWidth.wrap(name, to: 30).prefix(2) + [style.amount(cost.mean)]
      for (row, line) in lines.enumerated() {
        plot.label(line, level: level, dy: 4 + (Double(row) - Double(lines.count - 1) / 2) * 13)
      }
      let middle = Self.quantiles(cost.values)
      plot.range(
        low: cost.low, boxLow: middle.lower, centre: middle.median, boxHigh: middle.upper,
        high: cost.high, level: level, thickness: 16, series: 0,
        tooltip: "\(name): \(style.amount(cost.low)) – \(style.amount(cost.high))")
    }
    return plot.svg(summary: unit)
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
