// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Planning
import Wording

/// The shop's inquiries day by day, with the promotions marked.
struct VolumeChart {
  let days: [VolumeDay]
  let style: NumberStyle

  var markup: Markup? {
    guard let first = days.first?.date, days.count > 1 else { return nil }
    let waves = waves
    // Names of promotions stand above the peak.
    let highest = (days.map(\.arrivals).filter(\.isFinite).max() ?? 1) * (waves.isEmpty ? 1 : 1.2)
    let top = AxisTicks.ceiling(highest, count: 5)
    let position = { (date: CivilDate) in Double(first.days(to: date)) }
    var plot = Plot(x: 0...Double(days.count), y: 0...top)
    for wave in waves {
      plot.band(
        from: position(wave.first), to: position(wave.last) + 1, tooltip: name(wave.name))
    }
    let levels = AxisTicks.round(in: 0...top, count: 5)
    plot.horizontalGrid(
      levels, title: Localized(en: "inquiries a day", zh: "日咨询量")[style.language]
    ) { style.number($0, places: AxisTicks.places(levels)) }
    let points = days.map { (x: position($0.date) + 0.5, y: $0.arrivals) }
    plot.area(points, series: Palette.neutral)
    plot.curve(points, series: Palette.neutral)
    if let peak = days.max(by: { $0.arrivals < $1.arrivals }) {
      plot.dot(
        x: position(peak.date) + 0.5, y: peak.arrivals, series: Palette.neutral,
        tooltip: "\(peak.date): \(style.number(peak.arrivals))")
    }
    plot.captions(
      waves.map { (position($0.first), position($0.last) + 1, text: name($0.name)) })
    plot.verticalTicks(ticks)
    return plot.svg(
      summary: Localized(en: "Inquiries a day, with promotions", zh: "日咨询量与促销")[style.language])
  }

  private func name(_ wave: String) -> String {
    let isWithinYear = days.first?.date.year == days.last?.date.year
    return PromotionName.text(wave, style.language, withYear: !isWithinYear)
  }

  /// Labels of the days, where a day is one unit wide and the first begins at 0.
  var ticks: [(value: Double, label: String)] {
    guard let first = days.first?.date, let last = days.last?.date else { return [] }
    return DayTicks.over(first, last)
  }

  var keys: [LegendKey] {
    let say = { (en: String, zh: String) in Localized(en: en, zh: zh)[style.language] }
    return [
      LegendKey(say("inquiries a day", "日咨询量")),
      LegendKey(say("the busiest day", "最忙的一天"), mark: .dots),
    ] + (waves.isEmpty ? [] : [LegendKey(say("promotion", "促销期"), mark: .band)])
  }

  /// Runs of days on which a promotion holds.
  private var waves: [(name: String, first: CivilDate, last: CivilDate)] {
    var waves: [(name: String, first: CivilDate, last: CivilDate)] = []
    for day in days {
      for name in day.promotions {
        if let index = waves.lastIndex(where: { $0.name == name }),
          waves[index].last.days(to: day.date) <= 1
        {
          waves[index].last = day.date
        } else {
          waves.append((name, day.date, day.date))
        }
      }
    }
    return waves
  }
}
