// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
import Demand
package import DemandFitting
import Foundation

/// A history with its announced days, and the dates that forecasts are made at.
package struct BenchmarkHistory {
  package var name: String
  package var series: CountSeries
  package var events: [CalendarEvent]
  /// Which of the histories drawn of one truth it is.
  package var draw: UInt64 = 0
  /// Names the files of this history alone.
  package var key: String { "\(name)-\(draw)" }
  /// Whether it was recorded, not drawn.
  package var isReal = false

  package static let longest = 28
  private static let firstOrigin = 63

  /// Days of history before each forecast, evenly spaced; the last leaves 28 days.
  package func origins(_ count: Int) -> [Int] {
    let first = min(Self.firstOrigin, max(28, series.dayCount - 56))
    let last = series.dayCount - Self.longest
    guard last > first, count > 1 else { return [max(first, last)] }
    return (0..<count).map { first + $0 * (last - first) / (count - 1) }
  }

  /// Every `.csv` of a folder that reads as a history of 91 days or more, with the events file that
  /// begins with the same word.
  package static func read(folder: String) -> [BenchmarkHistory] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let tables = names.filter { $0.hasSuffix(".csv") }.sorted()
    return tables.filter { !$0.contains("events") }.compactMap { table in
      let path = { (name: String) in folder + "/" + name }
      guard
        let recorded = try? HistoryReader(unsorted: .sort, gaps: .permit).read(path: path(table)),
        let series = try? CountSeries(recorded.records), series.dayCount >= 91
      else { return nil }
      let word = table.prefix { $0 != "_" && $0 != "." }
      let own = tables.first { $0.hasPrefix(word) && $0.contains("events") }
      let events = own.flatMap { try? CalendarEvent.read(path: path($0)) } ?? []
      return BenchmarkHistory(name: String(word), series: series, events: events, isReal: true)
    }
  }
}
