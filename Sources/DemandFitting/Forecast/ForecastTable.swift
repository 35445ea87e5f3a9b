// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars

/// A forecast for asked intervals, as rows of a table.
package struct ForecastTable: Sendable {
  package let rows: [(start: Int, summary: ForecastSummary)]
  package let forecast: Forecast
  private let slotsPerRow: Int

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
    slotsPerRow = length / model.interval
    rows = starts.map { start in
      let slot = (start - origin) / model.interval
      return (start, forecast.summary(slot..<slot + length / model.interval))
    }
  }

  /// The count of one asked interval on one sample path.
  package func count(_ row: (start: Int, summary: ForecastSummary), path: Int) -> Double {
    let slot = (row.start - forecast.days.first.dayNumber * 86_400) / forecast.interval
    return (slot..<slot + slotsPerRow).reduce(0) {
      $0 + Double(forecast.samples[$1 * forecast.paths + path])
    }
  }
}
