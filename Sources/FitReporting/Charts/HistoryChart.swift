// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import DemandFitting
import Reporting

/// Every day's count against its fitted mean and band, in rows of half a year.
struct HistoryChart {
  let diagnostics: FitDiagnostics
  let words: FitWords

  /// Days in a row of the picture, and most rows; longer histories have longer rows.
  private static let rowDays = 184
  private static let mostRows = 8

  var markups: [Markup] {
    let days = diagnostics.days
    let known = days.filter { $0.count != nil }
    guard !known.isEmpty else { return [] }
    let rows = max(1, min(Self.mostRows, (days.count + Self.rowDays - 1) / Self.rowDays))
    let length = (days.count + rows - 1) / rows
    // One storm must not flatten two years.
    let highest = known.map { max($0.isSurprise ? 0 : $0.count ?? 0, $0.high) }.max() ?? 1
    let top = AxisTicks.ceiling(max(1, highest), count: 4)
    return (0..<rows).map { row in
      self.row(Array(days[row * length..<min(days.count, (row + 1) * length)]), length, top)
    }
  }

  private func row(_ days: [FitDiagnostics.Day], _ length: Int, _ top: Double) -> Markup {
    var plot = Plot(x: 0...Double(max(length, 2)), y: 0...top, height: 210)
    for (index, day) in days.enumerated() where !day.events.isEmpty {
      plot.band(
        from: Double(index), to: Double(index) + 1,
        tooltip: "\(day.date): " + words.style.list(day.events))
    }
    let levels = AxisTicks.round(in: 0...top, count: 4)
    plot.horizontalGrid(levels, title: words.say("inquiries a day", "日咨询量")) {
      words.style.number($0, places: AxisTicks.places(levels))
    }
    let middles = days.indices.map { Double($0) + 0.5 }
    let shown = { (value: Double, day: FitDiagnostics.Day) in
      day.count == nil ? Double.nan : min(value, top)
    }
    plot.ribbon(
      zip(middles, days).map { ($0, low: shown($1.low, $1), high: shown($1.high, $1)) }, series: 0)
    plot.curve(zip(middles, days).map { (x: $0, y: shown($1.mean, $1)) }, series: 0)
    plot.points(
      zip(middles, days).filter { !$1.isSurprise }.map { (x: $0, y: shown($1.count ?? 0, $1)) },
      series: 6, size: length > 120 ? 3.4 : 5)
    for (middle, day) in zip(middles, days) where day.isSurprise {
      plot.dot(
        x: middle, y: shown(day.count ?? 0, day), series: 1,
        tooltip: "\(day.date): \(words.style.number(day.count)), "
          + words.factor((day.count ?? 0) / day.mean))
    }
    plot.verticalTicks(DateTicks.ticks(days.map(\.date), fitting: length))
    return plot.svg(summary: words.say("Counts and fit by day", "逐日实际与拟合"))
  }
}

/// Labels of a stretch of days: days where they are few, else months.
enum DateTicks {
  /// - Parameter length: Days that the axis has room for.
  static func ticks(
    _ dates: [CivilDate], fitting length: Int
  ) -> [(value: Double, label: String)] {
    guard length > 70 else {
      let step = max(1, (length + 9) / 10)
      return dates.enumerated().filter { $0.offset.isMultiple(of: step) }.map {
        (Double($0.offset) + 0.5, "\($0.element.month)/\($0.element.day)")
      }
    }
    let step = max(1, length / 30 / 12 + (length > 366 ? 1 : 0))
    return dates.enumerated().filter {
      $0.element.day == 1 && ($0.element.month - 1).isMultiple(of: step)
    }.map { (Double($0.offset), $0.element.yearMonth.description) }
  }
}
