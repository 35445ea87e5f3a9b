// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Foundation
import Plans
import ScenarioFiles
import Scenarios
import Testing

struct HistoryTests {
  /// The tiny shop, open nine to five in January, with a history in place of its demand.
  private func read(_ rows: [String], _ keys: String = "") throws -> PlannedScenario {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try rows.joined(separator: "\n").write(
      to: folder.appending(path: "log.csv"), atomically: true, encoding: .utf8)
    let text = changed(["daily_mean: 40": "history: {file: log.csv\(keys)}"])
    return try ScenarioFile.parse(text: text, baseDirectory: folder.path)
  }

  private func messages(_ rows: [String], _ keys: String = "") throws -> [String] {
    do {
      _ = try read(rows, keys)
      return []
    } catch let error as ScenarioFileError {
      return error.problems.map(\.description)
    }
  }

  /// Hourly counts of the open hours of January.
  private var january: [String] {
    ["interval_start,count"]
      + (1...31).flatMap { day in
        (9..<17).map { hour in
          "2026-01-\(day < 10 ? "0" : "")\(day) \(hour < 10 ? "0" : "")\(hour):00,3"
        }
      }
  }

  private func arrivals(_ days: ClosedRange<Int>) -> [String] {
    ["arrived_at"] + days.map { "2026-01-\($0 < 10 ? "0" : "")\($0)T10:30:00" }
  }

  /// The same hours on two paths of a forecast.
  private var paths: [String] {
    ["path,interval_start,count"]
      + (0..<2).flatMap { path in january.dropFirst().map { "\(path),\($0)" } }
  }

  private func forecast(_ rows: [String], _ keys: String = "") throws -> [DemandStream] {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try rows.joined(separator: "\n").write(
      to: folder.appending(path: "paths.csv"), atomically: true, encoding: .utf8)
    let text = changed(["daily_mean: 40": "forecast: paths.csv\(keys)"])
    return try ScenarioFile.parse(text: text, baseDirectory: folder.path).scenario.demand
  }

  @Test func `paths of a forecast are read beside the scenario, and must cover its open hours`()
    throws
  {
    guard case .forecast(let read) = try forecast(paths).first?.source else {
      Issue.record("no forecast")
      return
    }
    #expect(read.counts.count == 2 && read.source == "paths.csv")
    var short = paths
    short.removeAll { $0.contains("2026-01-03 12:00") }
    #expect {
      _ = try forecast(short)
    } throws: { error in
      (error as? ScenarioFileError)?.problems.first?.description.contains(
        "demand.forecast: found no row for 2026-01-03 from 12:00 to 13:00 in paths.csv, allowed rows "
          + "of every open hour of the horizon on each path") == true
    }
    #expect {
      _ = try forecast(paths, "\n  growth_per_year: 0.2")
    } throws: { error in
      (error as? ScenarioFileError)?.problems.contains {
        $0.description.contains("a key of the model beside a file of customers")
      } == true
    }
  }

  @Test func `counts of every open hour are enough`() throws {
    #expect(try messages(january) == [])
  }

  @Test func `an open hour without a row is refused, and empty where the file says so`() throws {
    var rows = january
    rows.remove(at: 1 + 2 * 8 + 3)
    #expect(
      try messages(rows) == [
        "scenario.yaml:8: demand.history: found no row for 2026-01-03 from 12:00 to 13:00 in "
          + "log.csv, allowed records of every open hour of the horizon, or gaps: zero."
      ])
    #expect(try messages(rows, ", gaps: zero") == [])
  }

  @Test func `a count that is unknown is a gap`() throws {
    var rows = january
    rows[1] = "2026-01-01 09:00,"
    #expect(try messages(rows).first?.contains("no row for 2026-01-01 from 09:00") == true)
  }

  @Test func `arrivals that stop before the horizon does are refused`() throws {
    #expect(
      try messages(arrivals(1...20)) == [
        "scenario.yaml:8: demand.history: found nothing on 2026-01-21 in log.csv, which runs from "
          + "2026-01-01 to 2026-01-20, allowed records of every open hour of the horizon, or "
          + "gaps: zero."
      ])
    #expect(try messages(arrivals(1...20), ", gaps: zero") == [])
  }

  @Test func `a quiet day among arrivals is no gap`() throws {
    var rows = arrivals(1...31)
    rows.remove(at: 12)
    #expect(try messages(rows) == [])
  }

  @Test func `stamps with an offset are moved to the shop's clock`() throws {
    let rows = arrivals(1...31).map { $0.replacing("T10:30:00", with: "T02:30:00Z") }
    let scenario = try read(rows)
    guard case .history(let history) = scenario.demand[0].source,
      case .arrivals(let log) = history.records
    else {
      Issue.record("no arrivals")
      return
    }
    #expect(log.times[0].truncatingRemainder(dividingBy: 86_400) == 10.5 * 3600)
  }

  @Test func `a zone beside a history, a folder and an endless count are refused`() throws {
    let zone = changed(["daily_mean: 40": "history: log.csv\n  time_zone: Europe/Berlin"])
    #expect(
      ScenarioFilesTests.messages(zone).contains {
        $0.contains("found a zone beside a file of customers")
      })
    let folder = ScenarioFilesTests.messages(changed(["daily_mean: 40": "history: Sources"]))
    #expect(folder.first?.contains("found a folder in Sources") == true)
    var rows = january
    rows[4] = "2026-01-01 12:00,99999999999"
    #expect(try messages(rows).first?.contains("at most 10000000 in one interval") == true)
  }

  @Test func `keys of the model beside a history are refused, not passed over`() throws {
    let found = try messages(january, "}\n  growth_per_year: 0.3\n  dates: {2026-01-05: 2")
    #expect(
      found.contains {
        $0.contains("growth_per_year: found a key of the model beside a file of customers")
      }, "\(found)")
  }
}
