// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars

/// A forecast for asked intervals, as rows of a table.
package struct ForecastTable: Sendable {
  package let rows: [(start: Int, summary: ForecastSummary)]
  package let forecast: Forecast
  /// Length of an asked interval in seconds.
  package let interval: Int
  private let slotsPerRow: Int

  /// - Parameters:
  ///   - starts: Starts of the intervals asked for, wall-clock seconds since 1970, any order.
  ///   - interval: Their length in seconds: the history's or a multiple; nil takes what
  ///     the starts tell.
  ///   - paths: Sample paths wanted; more are drawn where quantiles need them.
  package init(
    _ model: DemandModel, starts: [Int], interval: Int? = nil, atLeast paths: Int = 0,
    seed: UInt64 = 1
  ) throws(FitError) {
    guard let first = starts.min(), let last = starts.max() else { throw .noData }
    let length = interval ?? Self.interval(starts, over: model.interval)
    // A history on a grid that is shifted against midnight was taken to the slots it begins in.
    let offGrid = starts.contains { ($0 - first) % model.interval != 0 }
    guard length > 0, length % model.interval == 0, !offGrid else {
      throw .intervalMismatch(history: model.interval, future: Self.finest(starts) ?? length)
    }
    let firstDay = CivilDate(dayNumber: floorDay(first))
    let lastDay = CivilDate(dayNumber: floorDay(last + length - 1))
    guard let days = DateSpan(first: firstDay, last: lastDay) else { throw .noData }
    guard days.count <= Self.longest else {
      throw .futureTooLong(days: days.count, allowed: Self.longest)
    }
    let usual = DemandModel.paths(days: days.count, slots: 86_400 / model.interval)
    let forecast = try model.forecast(days, paths: max(paths, usual), seed: seed)
    let origin = firstDay.dayNumber * 86_400
    self.forecast = forecast
    self.interval = length
    slotsPerRow = length / model.interval
    let end = days.count * forecast.slots
    rows = starts.map { start in
      let slot = (start - origin) / model.interval
      return (start, forecast.summary(slot..<min(end, slot + length / model.interval)))
    }
  }

  /// Days that a forecast spans at most.
  package static let longest = 1100

  /// The length of asked intervals that their starts tell: the commonest distance, where it is the
  /// smallest too and a whole multiple of the history's that fits a day; otherwise the history's.
  static func interval(_ starts: [Int], over history: Int) -> Int {
    var votes: [Int: Int] = [:]
    let sorted = starts.sorted()
    for (start, next) in zip(sorted, sorted.dropFirst()) where next > start {
      votes[next - start, default: 0] += 1
    }
    let commonest = votes.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
    guard let commonest, commonest == votes.keys.min(), commonest % history == 0,
      commonest <= 86_400, 86_400 % commonest == 0
    else { return history }
    return commonest
  }

  private static func finest(_ starts: [Int]) -> Int? {
    let sorted = starts.sorted()
    return zip(sorted, sorted.dropFirst()).map { $1 - $0 }.filter { $0 > 0 }.min()
  }

  /// The count of one asked interval on one sample path.
  package func count(_ row: (start: Int, summary: ForecastSummary), path: Int) -> Double {
    let slot = (row.start - forecast.days.first.dayNumber * 86_400) / forecast.interval
    let end = min(slot + slotsPerRow, forecast.days.count * forecast.slots)
    return (slot..<end).reduce(0) {
      $0 + Double(forecast.samples[$1 * forecast.paths + path])
    }
  }
}
