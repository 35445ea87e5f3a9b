// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import DemandFitting
import Reporting

/// Counts of a week by interval: one as it was, and the mean one.
struct WeekChart {
  let diagnostics: FitDiagnostics
  let words: FitWords

  private var slotLength: Double { Double(diagnostics.interval) / 86_400 }

  /// Nil without a whole ordinary week, and for counts per day.
  var example: Markup? {
    let slots = diagnostics.example
    guard let first = slots.first?.date else { return nil }
    let places = slots.map { place(first.days(to: $0.date), $0.slot) }
    let highest = slots.map { max($0.count, $0.high) }.max() ?? 1
    var plot = plot(days: 7, highest: highest)
    plot.ribbon(zip(places, slots).map { ($0, low: $1.low, high: $1.high) }, series: 0)
    plot.curve(zip(places, slots).map { (x: $0, y: $1.mean) }, series: 0)
    plot.points(zip(places, slots).map { (x: $0, y: $1.count) }, series: 6, size: size)
    plot.verticalTicks(
      (0..<7).map { day in
        let date = first.advanced(by: day)
        return (Double(day) + 0.5, words.name(date.weekday) + " \(date.month)/\(date.day)")
      })
    return plot.svg(summary: words.say("A week by interval", "一周各时段"))
  }

  /// Nil for counts per day, which have no hours.
  var average: Markup? {
    guard diagnostics.interval < 86_400 else { return nil }
    let slots = diagnostics.week
    let perDay = 86_400 / diagnostics.interval
    let days = slots.count / perDay
    let places = slots.indices.map { place($0 / perDay, $0 % perDay) }
    let highest = slots.flatMap { [$0.observed, $0.fitted] }.filter(\.isFinite).max() ?? 1
    var plot = plot(days: days, highest: highest)
    // Days of a panel are joined, panels are not.
    for day in 0..<days {
      let panel = day * perDay..<(day + 1) * perDay
      plot.curve(panel.map { (x: places[$0], y: slots[$0].fitted) }, series: 0)
    }
    plot.points(zip(places, slots).map { (x: $0, y: $1.observed) }, series: 6, size: size)
    plot.verticalTicks(
      (0..<days).map { day in
        let slot = slots[day * perDay]
        let name = slot.weekday.map(words.name) ?? words.say("announced", "公告日")
        let count = slots[day * perDay..<(day + 1) * perDay].map(\.days).max() ?? 0
        return (Double(day) + 0.5, "\(name) (\(words.style.count(count)))")
      }, title: words.say("days in brackets", "括号内为天数"))
    return plot.svg(summary: words.say("Mean week by interval", "平均一周各时段"))
  }

  private var size: Double { diagnostics.interval < 3600 ? 3 : 4 }

  private func place(_ day: Int, _ slot: Int) -> Double {
    Double(day) + (Double(slot) + 0.5) * slotLength
  }

  private func plot(days: Int, highest: Double) -> Plot {
    let top = AxisTicks.ceiling(max(highest, 0.01), count: 4)
    var plot = Plot(x: 0...Double(days), y: 0...top, height: 250)
    let levels = AxisTicks.round(in: 0...top, count: 4)
    plot.horizontalGrid(levels, title: words.perInterval(diagnostics.interval)) {
      words.style.number($0, places: AxisTicks.places(levels))
    }
    for day in 1..<days { plot.rule(at: Double(day), label: "") }
    return plot
  }
}
