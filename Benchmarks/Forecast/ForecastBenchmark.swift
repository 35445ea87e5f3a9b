// SPDX-License-Identifier: GPL-3.0-or-later

import BenchmarkHistories
import Calendars
import DemandFitting
import Foundation

/// The forecaster against simple methods, at rolling origins of recorded and of simulated histories.
///
/// `ForecastBenchmark [--seed N] [--draws N] [--origins N] [--only NAME]
/// [--export DIR | --peers DIR] [FOLDER …]`; `peers.py DIR` between the two runs MSTL + ETS and Prophet.
@main
struct ForecastBenchmark {
  private static let horizons = [7, 28]

  private static func baselines(_ options: Options) -> [any Baseline] {
    let own: [any Baseline] = [
      LikeDays(weeks: 1), LikeDays(weeks: 4), LikeDays(weeks: 8), CountRegression(), DayFactors(),
    ]
    guard let folder = options.peers else { return own }
    return own + [
      PeerDays("mstl", "MSTL + ETS", folder: folder),
      PeerDays("prophet", "Prophet", folder: folder),
    ]
  }

  static func main() throws {
    let options = Options(Array(CommandLine.arguments.dropFirst()))
    let real = options.folders.flatMap(BenchmarkHistory.read)
    let drawn = SimulatedHistory.all.map { simulated in
      (0..<options.draws).map { simulated.history(seed: options.seed &+ UInt64($0)) }
    }
    var rows: [BenchmarkRow] = []
    let wanted = (real.map { [$0] } + drawn).filter { draws in
      options.only.map { draws[0].name.contains($0) } ?? true
    }
    if let folder = options.export {
      for history in wanted.joined() {
        try PeerDays.export(history, origins: history.origins(options.count(history)), to: folder)
      }
      return
    }
    print(BenchmarkRow.heading)
    for draws in wanted {
      let own = try score(draws, options)
      rows += own
      for row in own { print(row.line) }
    }
    print(BenchmarkSummary(rows).text)
  }

  private static func score(
    _ draws: [BenchmarkHistory], _ options: Options
  ) throws -> [BenchmarkRow] {
    let longest = BenchmarkHistory.longest
    let baselines = baselines(options)
    var rows = horizons.map {
      BenchmarkRow(history: draws[0], horizon: $0, names: baselines.map(\.name))
    }
    for history in draws {
      for origin in history.origins(options.count(history)) {
        let series = history.series
        let date = series.first.advanced(by: origin)
        let past = series.before(date.dayNumber * 86_400)
        let started = ContinuousClock.now
        let model = try DemandModel(past, events: history.events)
        guard let days = DateSpan(first: date, last: date.advanced(by: longest - 1)) else {
          continue
        }
        let forecast = try model.forecast(days, paths: 1000)
        let seconds = (ContinuousClock.now - started) / .seconds(1)
        let others = baselines.map { $0.forecast(past, history, days: longest) }
        for place in rows.indices {
          rows[place].add(series, origin: origin, forecast, others, seconds: seconds)
        }
      }
    }
    return rows
  }
}

private struct Options {
  private(set) var seed: UInt64 = 1
  /// Histories drawn of each kind, of seeds that follow one another.
  private(set) var draws = 3
  private(set) var only: String?
  private(set) var folders: [String] = []
  /// Folder to write the histories to, for other programs; and with what these have forecast.
  private(set) var export: String?
  private(set) var peers: String?
  private var origins: Int?

  init(_ arguments: [String]) {
    var rest = arguments[...]
    while let word = rest.popFirst() {
      switch word {
      case "--seed": seed = rest.popFirst().flatMap { UInt64($0) } ?? 1
      case "--draws": draws = rest.popFirst().flatMap { Int($0) } ?? draws
      case "--export": export = rest.popFirst()
      case "--peers": peers = rest.popFirst()
      case "--only": only = rest.popFirst()
      case "--origins": origins = rest.popFirst().flatMap { Int($0) }
      default: folders.append(word)
      }
    }
  }

  func count(_ history: BenchmarkHistory) -> Int {
    if let origins { return origins }
    return history.isReal ? min(24, (history.series.dayCount - 91) / 7 + 1) : 8
  }
}
