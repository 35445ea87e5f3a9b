// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Foundation

/// A shop of three days with two plans, as a face holds it: text, and files in a folder of its own.
struct SmallShop {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func request(_ replications: Int = 3, settings: [String] = []) -> RunRequest {
    RunRequest(
      ScenarioSource(text: Self.text, path: "shop.yaml"), settings: settings,
      replications: replications, threads: 2)
  }

  func write(_ name: String, _ text: String) throws -> String {
    let place = folder.appendingPathComponent(name)
    try text.write(to: place, atomically: true, encoding: .utf8)
    return place.path
  }

  /// Names of the files in the folder.
  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
  }

  /// Counts of six weeks by the hour, busy in the day.
  static var history: String {
    var text = "interval_start,count\n"
    for day in 0..<42 {
      let month = day < 31 ? "03" : "04"
      let date = day < 31 ? day + 1 : day - 30
      for hour in 0..<24 {
        let count = (9..<22).contains(hour) ? 6 + (day * 7 + hour * 5) % 9 : 0
        let two = { (value: Int) in value < 10 ? "0\(value)" : "\(value)" }
        text += "2026-\(month)-\(two(date))T\(two(hour)):00:00,\(count)\n"
      }
    }
    return text
  }

  static let contract = "clauses: [{kind: seats, name: seats, monthly_price: 5000}]\n"

  static let text = """
    name: Small shop
    seed: 7
    horizon: {start: 2026-03-02, end: 2026-03-04}
    service_window: {open: 09:00, close: 18:00}
    closed_hours: lost
    inquiry_types:
      question:
        handling: {distribution: lognormal, mean: 8 min, cv: 0.66}
        patience: {distribution: exponential, mean: 6 min}
        order_value: 200
        conversion: 10 %
    demand: {daily_mean: 150, mix: {question: 100 %}}
    gross_margin: 45 %
    agent_groups:
      team: {skills: [question], chat_limit: 3, concurrency: [1, 0.9, 0.8]}
    shifts: {day: 09:00-18:00}
    service_targets: [{measure: service_level, within: 60 s, at_least: 70 %}]
    plans:
      seats:
        staffing:
          fewest: {group: team, from: 1, to: 8}
          lines: [{group: team, shift: day}]
        contract: {clauses: [{kind: seats, monthly_price: 5000}]}
      commission:
        staffing: [{group: team, shift: day, agents: 4}]
        contract: {clauses: [{kind: base_and_commission, base: 1500, commission: 2 %}]}
    experiment: {replications: 3}
    """
}

/// Steps that a use case has told, from any thread.
final class Told<Step: Sendable>: @unchecked Sendable {
  // Guarded by `lock`.
  private let lock = NSLock()
  private var kept: [Step] = []

  func add(_ step: Step) { lock.withLock { kept.append(step) } }
  var steps: [Step] { lock.withLock { kept } }
}
