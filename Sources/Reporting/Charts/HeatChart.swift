// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Experiments
import Measures
import Wording

/// One plan's service level over days × intervals of the day, in classes of colour, with the worst
/// interval and the worst day marked.
struct HeatChart {
  let performance: PerformanceReport
  let style: NumberStyle

  /// Lower ends of the classes; the last class has what lies below them all.
  static let bounds = [0.95, 0.9, 0.8, 0.6, 0.3, 0]
  /// From light to dark, so that the order is seen by any colour vision and in grey print.
  static let colours = ["#E3EEF6", "#FDD870", "#F9AB3F", "#EC7A2E", "#C63A20", "#6D0A1E"]
  /// Cells with fewer customers in all replications together tell nothing of a share.
  static let fewest = 10.0
  /// Beyond so many days a column has several, so that no picture grows without end.
  static let mostColumns = 400

  private var perDay: Int {
    let days = max(1, performance.days.count)
    return performance.intervals.count / days
  }

  /// The intervals of the day in which anybody comes on any day.
  private var slots: Range<Int> {
    let busy = performance.intervals.indices.filter {
      performance.intervals[$0].measures[.arrivals] > 0
    }.map { $0 % perDay }
    guard let first = busy.min(), let last = busy.max() else { return 0..<0 }
    return first..<last + 1
  }

  /// Days in a column.
  private var step: Int {
    max(1, (performance.days.count + Self.mostColumns - 1) / Self.mostColumns)
  }

  /// Nil where nobody comes.
  var markup: Markup? {
    let (days, slots, step) = (performance.days.count, slots, step)
    guard days > 0, !slots.isEmpty, let first = performance.days.first?.date,
      let last = performance.days.last?.date
    else { return nil }
    let columns = (days + step - 1) / step
    var plot = Plot(
      x: 0...Double(columns * step), y: 0...Double(slots.count),
      height: 60 + min(300, max(120, Double(slots.count) * 9)))
    plot.cells(kinds(columns: columns, slots: slots), columns: columns, rows: slots.count)
    let hour = 3600 / max(1, performance.intervals.first?.length ?? 1800)
    for slot in slots where slot.isMultiple(of: max(1, 2 * hour)) {
      plot.label("\(slot / max(1, hour)):00", level: Double(slots.upperBound - slot))
    }
    plot.verticalTicks(DayTicks.over(first, last))
    if let worst = performance.worstDay {
      plot.pointer(at: Double(first.days(to: worst.date)) + 0.5, tooltip: "\(worst.date)")
    }
    if let worst = performance.worstInterval, let start = worst.start {
      let slot = start.secondsSinceMidnight / max(1, worst.length)
      plot.ring(
        x: Double(first.days(to: worst.date)) + 0.5,
        y: Double(slots.upperBound - slot) - 0.5, tooltip: "\(worst.date) \(start)")
    }
    return plot.svg(
      summary: Localized(
        en: "Service level by day and time of day", zh: "各日各时段的服务水平")[style.language])
  }

  /// Every class's cells, and last those with too few customers.
  private func kinds(
    columns: Int, slots: Range<Int>
  ) -> [(path: String, fill: String?, tooltip: String)] {
    var paths = Array(repeating: "", count: Self.bounds.count + 1)
    for column in 0..<columns {
      let kinds = slots.map { kind(column: column, slot: $0) }
      var start = 0
      // Cells of a kind that follow each other are one rectangle.
      while start < kinds.count {
        var end = start
        while end < kinds.count, kinds[end] == kinds[start] { end += 1 }
        if let kind = kinds[start] {
          paths[kind] += "M\(column) \(start)h1v\(end - start)h-1z"
        }
        start = end
      }
    }
    return paths.enumerated().map { kind, path in
      kind < Self.bounds.count
        ? (path, Self.colours[kind], Self.name(kind, style)) : (path, nil, fewWords)
    }
  }

  /// Nil where nobody comes.
  private func kind(column: Int, slot: Int) -> Int? {
    var (arrived, inTime) = (0.0, 0.0)
    for day in column * step..<min(performance.days.count, (column + 1) * step) {
      let parts = performance.intervals[day * perDay + slot].measures.parts(of: .serviceLevel)
      arrived += parts.bottom
      inTime += parts.top
    }
    guard arrived > 0 else { return nil }
    guard arrived * Double(performance.replications) >= Self.fewest - 1e-6 else {
      return Self.bounds.count
    }
    return Self.bounds.firstIndex { inTime / arrived >= $0 - 1e-12 }
  }

  private var fewWords: String {
    let count = style.number(Self.fewest)
    return Localized(
      en: "too few to tell (under \(count) customers in all)", zh: "顾客太少（合计不足 \(count) 位）")[
        style.language]
  }

  /// `at least 95%`, `90–95%` … `under 30%`.
  private static func name(_ kind: Int, _ style: NumberStyle) -> String {
    let percent = { (share: Double) in style.percent(share, places: 0) }
    if kind == 0 {
      let bound = percent(bounds[0])
      return Localized(en: "at least \(bound)", zh: "\(bound) 以上")[style.language]
    }
    let upper = percent(bounds[kind - 1])
    if bounds[kind] == 0 {
      return Localized(en: "under \(upper)", zh: "\(upper) 以下")[style.language]
    }
    return "\(percent(bounds[kind]).dropLast())–\(upper)"
  }

  var keys: [LegendKey] {
    let say = { (en: String, zh: String) in Localized(en: en, zh: zh)[style.language] }
    return Self.bounds.indices.map {
      LegendKey(Self.name($0, style), fill: Self.colours[$0])
    } + [
      LegendKey(fewWords, mark: .few),
      LegendKey(WorstText.intervalName(performance, style), mark: .ring),
      LegendKey(say("worst day", "最差的一天"), mark: .pointer),
    ]
  }
}
