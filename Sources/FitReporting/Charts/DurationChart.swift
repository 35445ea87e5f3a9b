// SPDX-License-Identifier: GPL-3.0-or-later

import DemandFitting
import Reporting

/// Times as they were against the law that was fitted to them.
struct DurationChart {
  let fit: DurationFit
  let curve: KaplanMeier
  let words: FitWords

  private static let bars = 40
  /// Greenwood's error from which on a survival curve says little.
  private static let largeError = 0.08

  /// A histogram up to the 98 % point, with the fitted share of each bar.
  var handling: Markup? {
    guard let end = curve.quantile(0.98) ?? curve.times.last, end > 0 else { return nil }
    let top = AxisTicks.ceiling(end / 60, count: 8) * 60
    let edges = (0...Self.bars).map { top * Double($0) / Double(Self.bars) }
    let shares = zip(edges, edges.dropFirst()).map {
      curve.survival(at: $0) - curve.survival(at: $1)
    }
    let fitted = zip(edges, edges.dropFirst()).map { fit.survival(at: $0) - fit.survival(at: $1) }
    let height = AxisTicks.ceiling((shares + fitted).max() ?? 1, count: 4)
    var plot = Plot(x: 0...top, y: 0...height, height: 240)
    shareGrid(&plot, height)
    for (index, share) in shares.enumerated() {
      plot.bar(
        from: edges[index], to: edges[index + 1], height: share, series: 6,
        tooltip: words.style.duration(edges[index]) + ": " + words.style.percent(share))
    }
    plot.curve(
      fitted.enumerated().map { ((edges[$0.offset] + edges[$0.offset + 1]) / 2, $0.element) },
      series: 0)
    minutes(&plot, top)
    return plot.svg(summary: words.say("Handling times", "处理时长"))
  }

  /// The share that still waits, as far as the data know it.
  var patience: Markup? {
    let known = curve.times.indices.last {
      let error = curve.standardErrors[$0]
      return error <= Self.largeError && error <= curve.survival[$0] / 4
    }
    guard let last = known.map({ curve.times[$0] }), last > 0 else { return nil }
    let top = AxisTicks.ceiling(last / 60, count: 8) * 60
    var plot = Plot(x: 0...top, y: 0...1, height: 260)
    shareGrid(&plot, 1)
    let times = stride(from: 0, through: 200, by: 1).map { top * $0 / 200 }
    let drawn = times.filter { $0 <= last }
    plot.ribbon(
      drawn.map { time in
        let (share, error) = (curve.survival(at: time), self.error(at: time))
        return (time, low: max(0, share - 1.96 * error), high: min(1, share + 1.96 * error))
      }, series: 1)
    plot.curve(drawn.map { ($0, curve.survival(at: $0)) }, series: 1)
    plot.curve(times.map { ($0, fit.survival(at: $0)) }, series: 0)
    minutes(&plot, top)
    return plot.svg(summary: words.say("Patience", "耐心"))
  }

  private func error(at time: Double) -> Double {
    guard let index = curve.times.lastIndex(where: { $0 <= time }) else { return 0 }
    return curve.standardErrors[index]
  }

  private func shareGrid(_ plot: inout Plot, _ top: Double) {
    let levels = AxisTicks.round(in: 0...top, count: 4)
    plot.horizontalGrid(levels, title: words.say("share", "占比")) {
      words.style.percent($0, places: max(0, AxisTicks.places(levels) - 2))
    }
  }

  private func minutes(_ plot: inout Plot, _ top: Double) {
    let ticks = AxisTicks.round(in: 0...top / 60, count: 8)
    plot.verticalTicks(
      ticks.map { ($0 * 60, words.style.number($0, places: AxisTicks.places(ticks))) },
      title: words.say("minutes", "分钟"))
  }
}
