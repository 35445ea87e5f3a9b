// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Foundation

/// A forecast for asked intervals, as rows of a table.
package struct ForecastTable: Sendable {
  package let rows: [(start: Int, summary: ForecastSummary)]
  package let forecast: Forecast

  /// - Parameters:
  ///   - starts: Starts of the intervals asked for, wall-clock seconds since 1970, any order.
  ///   - interval: Their length in seconds: the history's or a multiple; nil takes the smallest
  ///     distance of two starts, or the history's for a single one.
  package init(
    _ model: DemandModel, starts: [Int], interval: Int? = nil, paths: Int = 500, seed: UInt64 = 1
  ) throws(FitError) {
    let sorted = starts.sorted()
    guard let first = sorted.first, let last = sorted.last else { throw .noData }
    let gaps = zip(sorted, sorted.dropFirst()).map { $1 - $0 }.filter { $0 > 0 }
    let length = interval ?? gaps.min() ?? model.interval
    let offsets = sorted.contains { ($0 - first) % model.interval != 0 }
    guard length > 0, length % model.interval == 0, !offsets, first % model.interval == 0 else {
      throw .intervalMismatch(history: model.interval, future: length)
    }
    let firstDay = CivilDate(dayNumber: floorDay(first))
    let lastDay = CivilDate(dayNumber: floorDay(last + length - 1))
    guard let days = DateSpan(first: firstDay, last: lastDay) else { throw .noData }
    let forecast = try model.forecast(days, paths: paths, seed: seed)
    let origin = firstDay.dayNumber * 86_400
    self.forecast = forecast
    rows = starts.map { start in
      let slot = (start - origin) / model.interval
      return (start, forecast.summary(slot..<slot + length / model.interval))
    }
  }

  /// `interval_start,mean,p10,p50,p90`, one row for each asked interval in the order asked.
  package var csv: String {
    var text = "interval_start,mean,p10,p50,p90\n"
    for (start, summary) in rows {
      let values = [summary.mean, summary.p10, summary.p50, summary.p90]
      let cells = values.map { String(format: "%.3f", $0) }.joined(separator: ",")
      text += "\(Self.stamp(start)),\(cells)\n"
    }
    return text
  }

  /// `2026-11-11T20:00:00`.
  private static func stamp(_ second: Int) -> String {
    let day = floorDay(second)
    let rest = second - day * 86_400
    return "\(CivilDate(dayNumber: day))T"
      + String(format: "%02d:%02d:%02d", rest / 3600, rest / 60 % 60, rest % 60)
  }
}
