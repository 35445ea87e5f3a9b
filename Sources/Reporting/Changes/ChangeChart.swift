// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Planning
import Wording

/// The shop's inquiries day by day before and after a change, and the difference below.
struct ChangeChart {
  let effect: ChangeEffect
  let style: NumberStyle

  var markups: [Markup] {
    let (before, after) = (effect.before.volume, effect.after.volume)
    guard let first = after.first?.date, after.count > 1, before.count == after.count else {
      return []
    }
    let places = after.map { Double(first.days(to: $0.date)) + 0.5 }
    let ticks = VolumeChart(days: after, style: style).ticks
    let summary = Localized(en: "Inquiries a day, before and after", zh: "变化前后的日咨询量")[
      style.language]
    let highest = (before + after).map(\.arrivals).filter(\.isFinite).max() ?? 1
    let top = AxisTicks.ceiling(highest, count: 4)
    var plot = Plot(x: 0...Double(after.count), y: 0...top, height: 220)
    grid(&plot, 0...top, Localized(en: "inquiries a day", zh: "日咨询量"))
    plot.curve(zip(places, after).map { (x: $0, y: $1.arrivals) }, series: Palette.neutral)
    plot.curve(
      zip(places, before).map { (x: $0, y: $1.arrivals) }, series: Palette.earlier)
    plot.verticalTicks(ticks)
    let differences = zip(before, after).map { $1.arrivals - $0.arrivals }
    let largest = max(1, differences.map(abs).filter(\.isFinite).max() ?? 1)
    let range = min(0, (differences.min() ?? 0) * 1.1)...max(0, (differences.max() ?? 0) * 1.1)
    guard range.upperBound > range.lowerBound, largest > 0 else {
      return [plot.svg(summary: summary)]
    }
    var below = Plot(x: 0...Double(after.count), y: range, height: 150)
    grid(&below, range, Localized(en: "after − before", zh: "之后 − 之前"))
    below.level(at: 0)
    below.curve(zip(places, differences).map { (x: $0, y: $1) }, series: Palette.neutral)
    below.verticalTicks(ticks)
    return [plot.svg(summary: summary), below.svg(summary: summary)]
  }

  private func grid(_ plot: inout Plot, _ range: ClosedRange<Double>, _ title: Localized) {
    let levels = AxisTicks.round(in: range, count: 4)
    plot.horizontalGrid(levels, title: title[style.language]) {
      style.number($0, places: AxisTicks.places(levels))
    }
  }
}
