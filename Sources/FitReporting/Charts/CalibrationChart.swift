// SPDX-License-Identifier: GPL-3.0-or-later

import DemandFitting
import Reporting

/// Where counts lie in their fitted laws, in ten equal parts.
struct CalibrationChart {
  let calibration: FitDiagnostics.Calibration
  let words: FitWords

  private var hasIntervals: Bool { calibration.intervals != calibration.days }

  /// Series of the legend.
  var keys: [LegendKey] {
    let days = LegendKey(
      words.say("days", "天") + " (\(words.style.count(calibration.dayCount)))", series: 1)
    guard hasIntervals else { return [days] }
    return [
      LegendKey(
        words.say("intervals", "时段") + " (\(words.style.count(calibration.intervalCount)))",
        series: 0, mark: .bar), days,
    ]
  }

  var markup: Markup? {
    guard calibration.dayCount + calibration.intervalCount >= 20 else { return nil }
    let shares = calibration.days + calibration.intervals
    let top = AxisTicks.ceiling(max(0.16, (shares.max() ?? 0) * 1.05), count: 4)
    var plot = Plot(x: 0...1, y: 0...top, height: 220)
    plot.horizontalGrid(
      AxisTicks.round(in: 0...top, count: 4), title: words.say("share of counts", "计数占比")
    ) { words.style.percent($0, places: 0) }
    let edges = (0...10).map { Double($0) / 10 }
    if hasIntervals {
      for (part, share) in calibration.intervals.enumerated() {
        plot.bar(
          from: edges[part], to: edges[part + 1], height: share, series: 0,
          tooltip: words.style.percent(share))
      }
    }
    if calibration.dayCount > 0 { plot.steps(calibration.days, edges: edges, series: 1) }
    plot.level(at: 0.1)
    plot.verticalTicks(
      edges.map { ($0, words.style.percent($0, places: 0)) },
      title: words.say("quantile of the fitted law", "拟合分布的分位数"))
    return plot.svg(summary: words.say("Calibration of the fitted laws", "拟合分布的校准"))
  }
}
