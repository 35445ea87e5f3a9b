// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import BenchmarkHistories
import Calendars
import DemandFitting
import Foundation

/// A desk of some twenty people that histories are decided on for: files in a folder of its own.
struct DecisionShop {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  func decisions(
    on history: BenchmarkHistory, days: Int, threads: Int
  ) async throws -> [Decision] {
    var request = HistoryRequest(try write("history.csv", counts(history.series)))
    if !history.events.isEmpty { request.events = try write("events.csv", events(history)) }
    let run = RunRequest(
      ScenarioSource(text: Self.scenario, path: "desk.yaml"), threads: threads)
    return try await DecideUseCase(
      DecideUseCase.Request(request, run: run, days: days)
    ).run { _ in }.decisions
  }

  private func write(_ name: String, _ text: String) throws -> String {
    let place = folder.appending(path: name)
    try text.write(to: place, atomically: true, encoding: .utf8)
    return place.path
  }

  private func counts(_ series: CountSeries) -> String {
    "interval_start,count\n"
      + series.values.enumerated().map { place, count in
        let date = series.first.advanced(by: place / series.slots)
        let hour = place % series.slots * series.interval / 3600
        return "\(date) \(hour):00,\(Int(count))\n"
      }.joined()
  }

  private func events(_ history: BenchmarkHistory) -> String {
    "date,name,kind\n"
      + history.events.map { "\($0.date),\($0.name),\($0.kind)\n" }.joined()
  }

  /// One customer at a time, so that sizes are large enough to be told apart in percent.
  private static let scenario = """
    name: Desk
    seed: 5
    horizon: {start: 2026-03-02, end: 2026-03-29}
    service_window: {open: 08:00, close: 23:00}
    closed_hours: lost
    inquiry_types:
      question:
        handling: {distribution: lognormal, mean: 20 min, cv: 0.8}
        patience: {distribution: exponential, mean: 10 min}
    demand: {daily_mean: 400}
    agent_groups:
      team: {skills: [question], chat_limit: 1}
    shifts: {day: 08:00-23:00}
    service_targets:
      - {measure: service_level, within: 60 s, at_least: 80 %, confidence: 90 %}
    plans:
      seats:
        staffing:
          fewest: {group: team, from: 1, to: 200}
          lines: [{group: team, shift: day, engagement: dedicated}]
        contract: {clauses: [{kind: seats, monthly_price: 5000}]}
    experiment: {replications: 30}
    """
}
