// SPDX-License-Identifier: GPL-3.0-or-later

import BenchmarkHistories
import Calendars
import DemandFitting
import Foundation

/// Day totals that another program has forecast, spread over the day as the last eight like days were.
///
/// Within a day its bands are as wide as those of the like days, of whole days as the program says.
struct PeerDays: Baseline {
  let name: String
  private let method: String
  private let folder: String

  init(_ method: String, _ name: String, folder: String) {
    (self.method, self.name, self.folder) = (method, name, folder)
  }

  func forecast(
    _ past: CountSeries, _ history: BenchmarkHistory, days: Int
  ) -> [ForecastSummary] {
    let like = LikeDays(weeks: 8).forecast(past, history, days: days)
    let path = "\(folder)/\(history.key).\(method).csv"
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return [] }
    let rows = text.split(separator: "\n").dropFirst().map { line in
      line.split(separator: ",").compactMap { Double($0) }
    }
    let own = rows.filter { $0.count == 5 && Int($0[0]) == past.dayCount }
    guard own.count >= days else { return [] }
    let slots = past.slots
    let dispersion = LikeDays(weeks: 8).dispersion(past)
    return (0..<days * slots).map { index in
      let row = own[index / slots]
      let day = like[(index / slots) * slots..<(index / slots + 1) * slots]
      let total = day.reduce(0) { $0 + $1.mean }
      let share = total > 0 ? like[index].mean / total : 1 / Double(slots)
      guard slots == 1 else {
        return CountBand.summary(mean: row[2] * share, dispersion: dispersion)
      }
      return ForecastSummary(mean: row[2], p10: row[3], p50: row[2], p90: row[4], ordinary: row[2])
    }
  }

  /// Writes what the other programs need to know of a history; what they have said of another one goes.
  static func export(_ history: BenchmarkHistory, origins: [Int], to folder: String) throws {
    let series = history.series
    let totals = (0..<series.dayCount).map { day -> String in
      let total = series.day(day).reduce(0, +)
      return "\(series.first.advanced(by: day)),\(total.isNaN ? "" : String(total))"
    }
    let parts = [
      ("csv", ["date,total"] + totals),
      ("events", ["date,kind"] + history.events.map { "\($0.date),\($0.kind)" }),
      ("origins", origins.map(String.init)),
    ]
    for (ending, lines) in parts {
      let path = "\(folder)/\(history.key).\(ending)"
      let text = lines.joined(separator: "\n") + "\n"
      if (try? String(contentsOfFile: path, encoding: .utf8)) == text { continue }
      for method in methods {
        try? FileManager.default.removeItem(atPath: "\(folder)/\(history.key).\(method).csv")
      }
      try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
  }

  private static let methods = ["mstl", "prophet"]
}
