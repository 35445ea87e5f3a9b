// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import DemandFitting
import Reporting
import Wording

/// Standardised day residuals over time, with announced days, surprises and level shifts.
struct ResidualChart {
  let diagnostics: FitDiagnostics
  let words: FitWords

  private static let edge = 5.0
  /// Surprises whose dates are written beside them.
  private static let named = 6

  var markup: Markup? {
    let days = diagnostics.days
    guard days.count > 1, days.contains(where: { $0.residual != nil }) else { return nil }
    // Dates of surprises stand above the edge.
    let room = days.contains { $0.isSurprise && $0.residual != nil } ? 2.5 : 0.5
    var plot = Plot(
      x: 0...Double(days.count), y: -Self.edge - 0.5...Self.edge + room, height: 250 + room * 20)
    plot.horizontalGrid(
      [-4, -2, 0, 2, 4], title: words.say("standard deviations", "标准差")
    ) { Decimals.fixed($0, places: 0) }
    for shift in diagnostics.shifts {
      guard let first = days.first?.date else { continue }
      plot.rule(at: Double(first.days(to: shift.date)), label: words.factor(shift.ratio))
    }
    let placed = days.enumerated().compactMap { index, day in
      day.residual.map {
        (x: Double(index) + 0.5, y: max(-Self.edge, min(Self.edge, $0)), day: day)
      }
    }
    let size = days.count > 200 ? 3.4 : 5.0
    plot.points(
      placed.filter { $0.day.events.isEmpty && !$0.day.isSurprise }.map { ($0.x, $0.y) },
      series: 6, size: size)
    for place in placed where !place.day.events.isEmpty {
      plot.dot(x: place.x, y: place.y, series: 0, tooltip: tooltip(place.day))
    }
    let surprises = placed.filter { $0.day.isSurprise }
    for place in surprises {
      plot.dot(x: place.x, y: place.y, series: 1, tooltip: tooltip(place.day))
    }
    let greatest = surprises.sorted { abs($0.day.residual ?? 0) > abs($1.day.residual ?? 0) }
    plot.captions(
      greatest.prefix(Self.named).sorted { $0.x < $1.x }.map {
        ($0.x, $0.x, text: $0.day.date.description)
      })
    plot.verticalTicks(DateTicks.ticks(days.map(\.date), fitting: days.count))
    return plot.svg(summary: words.say("Standardised residuals by day", "逐日标准化残差"))
  }

  private func tooltip(_ day: FitDiagnostics.Day) -> String {
    let events = day.events.isEmpty ? "" : " " + words.style.list(day.events)
    return "\(day.date)\(events): \(words.factor((day.count ?? 0) / day.mean)), "
      + Decimals.fixed(day.residual ?? .nan, places: 1)
  }
}

/// Autocorrelation of the residuals by lag.
struct CorrelationChart {
  let lags: [FitDiagnostics.Lag]
  let words: FitWords

  var markup: Markup? {
    guard let last = lags.last else { return nil }
    let values = lags.flatMap { [$0.observed, $0.expected, $0.limit] }
    let low = min(-0.2, (values.min() ?? 0) * 1.15)
    let range = low...max(0.4, (values.max() ?? 0) * 1.1)
    var plot = Plot(x: 0...Double(last.days) + 1, y: range, height: 220)
    let levels = AxisTicks.round(in: range, count: 5)
    plot.horizontalGrid(levels, title: words.say("correlation", "相关系数")) {
      Decimals.fixed($0, places: AxisTicks.places(levels))
    }
    let limit = lags[0].limit
    for level in [-limit, 0, limit] { plot.level(at: level) }
    for lag in lags {
      plot.stem(
        at: Double(lag.days), from: 0, to: lag.observed, series: 6,
        tooltip: "\(lag.days): \(Decimals.fixed(lag.observed, places: 2))")
    }
    plot.curve(lags.map { (Double($0.days), $0.expected) }, series: 0)
    plot.verticalTicks(
      lags.map(\.days).filter { $0 == 1 || $0.isMultiple(of: last.days > 14 ? 7 : 2) }.map {
        (Double($0), String($0))
      }, title: words.say("days apart", "相隔天数"))
    return plot.svg(summary: words.say("Autocorrelation of residuals", "残差自相关"))
  }
}
