// SPDX-License-Identifier: GPL-3.0-or-later

import Demand
import DemandFitting
import Foundation
import Testing

/// Development data beside the package; the tests say nothing where it is not there.
enum RealHistory {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("../shared/data").standardizedFileURL

  static func has(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent(name).path)
  }

  static func backtest(_ counts: String, _ events: String) throws -> Backtest {
    let history = try HistoryReader(unsorted: .sort)
      .read(path: folder.appendingPathComponent(counts).path)
    let text = try String(contentsOf: folder.appendingPathComponent(events), encoding: .utf8)
    return try Backtest(
      CountSeries(history.records), events: CalendarEvent.read(text: text))
  }
}

@Suite struct RealHistoryTests {
  private func check(_ backtest: Backtest, gain: Double, pinballGain: Double) {
    for result in backtest.results {
      #expect(result.model.wape <= (1 - gain) * result.eightWeeks.wape)
      #expect(result.model.pinballLoss <= (1 - pinballGain) * result.eightWeeks.pinballLoss)
      #expect((0.72...0.88).contains(result.model.coverage))
      #expect((0.72...0.88).contains(result.model.dailyCoverage))
    }
  }

  @Test(.enabled(if: RealHistory.has("utility_hourly_2022_2023.csv")))
  func `hourly counts of two years beat eight same weekdays by a twelfth`() throws {
    check(
      try RealHistory.backtest("utility_hourly_2022_2023.csv", "utility_events_2022_2023.csv"),
      gain: 0.10, pinballGain: 0.08)
  }

  @Test(.enabled(if: RealHistory.has("anonbank1999_30min_jan_may.csv")))
  func `half-hourly counts of five months beat eight same weekdays`() throws {
    check(
      try RealHistory.backtest("anonbank1999_30min_jan_may.csv", "anonbank1999_events.csv"),
      gain: 0.04, pinballGain: 0.04)
  }
}
