// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import DemandFitting
import Foundation
import Reporting
import Wording

/// Factors with their intervals, one below the other.
struct EffectChart {
  let effects: [FitDiagnostics.Effect]
  let words: FitWords

  /// Names drawn at most: those that differ most from one; `fit_effects.csv` has all.
  private static let mostNames = 24
  private static let labelWidth = 34

  private var drawn: [FitDiagnostics.Effect] {
    var names: [FitDiagnostics.Effect] = []
    var others: [FitDiagnostics.Effect] = []
    for effect in effects {
      switch effect.subject {
      case .name: names.append(effect)
      // Neighbours of announced days that the history has not seen say nothing.
      case .kind(_, let occasion) where effect.days == 0 && occasion != .workday: continue
      default: others.append(effect)
      }
    }
    names.sort { abs(log($0.ratio)) > abs(log($1.ratio)) }
    return others + names.prefix(Self.mostNames)
  }

  var markup: Markup? {
    let drawn = drawn
    let ends = drawn.flatMap { [$0.lower, $0.upper, $0.observed ?? 1] }.filter { $0 > 0 }.map(log)
    guard let least = ends.min(), let most = ends.max() else { return nil }
    let range = max(log(0.02), min(least, -0.1) - 0.05)...min(log(20), max(most, 0.1) + 0.05)
    let rows = Double(drawn.count)
    var plot = Plot(x: range, y: 0...rows, height: 66 + rows * 32, left: 250)
    let ticks = Self.ticks(range)
    plot.verticalTicks(ticks.map { (log($0), "×" + Decimals.shortest($0)) })
    plot.rule(at: 0, label: "")
    let within = { (value: Double) in
      min(range.upperBound, max(range.lowerBound, value > 0 ? log(value) : range.lowerBound))
    }
    for (index, effect) in drawn.enumerated() {
      let level = rows - Double(index) - 0.5
      let name = words.name(effect.subject) + " (\(words.style.count(effect.days)))"
      let lines = Self.lines(name)
      for (row, line) in lines.enumerated() {
        plot.label(line, level: level, dy: 4 + (Double(row) - Double(lines.count - 1) / 2) * 13)
      }
      // A third of the way to the 95 % ends in each direction is about one standard error.
      let error = log(effect.upper / effect.ratio) / 1.96
      plot.range(
        low: within(effect.lower), boxLow: within(effect.ratio * exp(-error)),
        centre: within(effect.ratio), boxHigh: within(effect.ratio * exp(error)),
        high: within(effect.upper), level: level, thickness: 12, series: 0,
        tooltip: "\(name): \(words.factor(effect.ratio)) "
          + "[\(words.style.number(effect.lower, places: 2)), "
          + "\(words.style.number(effect.upper, places: 2))]")
      if let observed = effect.observed {
        plot.dot(x: within(observed), y: level, series: 1, tooltip: words.factor(observed))
      }
    }
    return plot.svg(summary: words.say("Factors with intervals", "系数及其区间"))
  }

  /// Two lines at most: of a long name its beginning and its end, which tells years apart.
  private static func lines(_ name: String) -> [String] {
    let lines = TextWidth.wrap(name, to: labelWidth)
    guard let first = lines.first, let last = lines.last, lines.count > 2 else { return lines }
    return [first, "… " + last]
  }

  /// Round factors, the fewer the wider the range.
  private static func ticks(_ range: ClosedRange<Double>) -> [Double] {
    let wide = range.upperBound - range.lowerBound
    let candidates: [Double] =
      wide > 2
      ? [0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20]
      : wide > 0.9
        ? [0.3, 0.4, 0.5, 0.7, 1, 1.4, 2, 3]
        : [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.4, 1.6, 1.8]
    return candidates.filter { range.contains(log($0)) }
  }
}
