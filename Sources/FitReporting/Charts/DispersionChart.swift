// SPDX-License-Identifier: GPL-3.0-or-later

import DemandFitting
import Foundation
import Reporting

/// Variance of counts against their mean, both logarithmic.
struct DispersionChart {
  let dispersion: FitDiagnostics.Dispersion
  let words: FitWords

  var markup: Markup? {
    let bins = dispersion.bins.filter { $0.mean > 0 && $0.variance > 0 }
    guard let least = bins.map(\.mean).min(), let most = bins.map(\.mean).max() else { return nil }
    let (left, right) = (log10(least) - 0.1, log10(most) + 0.1)
    let heights = bins.map { log10($0.variance) } + bins.map { log10($0.expected) } + [left]
    let bottom = (heights.min() ?? 0) - 0.15
    let top = max(bottom + 0.5, (heights.max() ?? 1) + 0.15)
    var plot = Plot(x: left...right, y: bottom...top, height: 300)
    let levels = LogTicks.within(bottom...top)
    plot.horizontalGrid(levels.map(log10), title: words.say("variance", "方差")) { label($0) }
    let means = stride(from: 0, through: 60, by: 1).map { left + (right - left) * $0 / 60 }
    plot.curve(means.map { ($0, $0) }, series: 1)
    plot.curve(bins.map { (log10($0.mean), log10($0.expected)) }, series: 0)
    for bin in bins {
      plot.dot(
        x: log10(bin.mean), y: log10(bin.variance), series: 6,
        tooltip: words.say(
          "\(words.style.count(bin.intervals)) intervals", "\(words.style.count(bin.intervals)) 个时段"
        )
          + ": \(words.style.number(bin.mean, places: 1)), "
          + words.style.number(bin.variance, places: 1))
    }
    plot.verticalTicks(
      LogTicks.within(left...right).map { (log10($0), label(log10($0))) },
      title: words.say("fitted mean of the interval", "时段的拟合均值"))
    return plot.svg(summary: words.say("Variance against mean", "方差与均值"))
  }

  private func label(_ power: Double) -> String {
    let value = pow(10, power)
    return words.style.number(value, places: value < 0.095 ? 2 : value < 1.95 ? 1 : 0)
  }
}

/// Round values on a logarithmic axis.
enum LogTicks {
  /// 1, 2 and 5 times powers of ten, powers alone where the range is wide, more where it is narrow.
  /// - Parameter powers: Decimal logarithms of the ends.
  static func within(_ powers: ClosedRange<Double>) -> [Double] {
    let decades = Int(powers.lowerBound.rounded(.down))...Int(powers.upperBound.rounded(.up))
    let span = powers.upperBound - powers.lowerBound
    let steps: [Double] = span > 2.5 ? [1] : span > 0.8 ? [1, 2, 5] : [1, 1.5, 2, 3, 4, 5, 7]
    return decades.flatMap { decade in steps.map { $0 * pow(10, Double(decade)) } }.filter {
      powers.contains(log10($0))
    }
  }
}
