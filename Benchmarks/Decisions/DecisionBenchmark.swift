// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import BenchmarkHistories
import Foundation

/// What `backtest --decide` would have advised on simulated histories of known truth: promises kept, and
/// people and yuan beyond hindsight, beside the usual rules.
///
/// `DecisionBenchmark [--seed N] [--draws N] [--days N] [--only NAME] [--threads N]`
@main
struct DecisionBenchmark {
  static func main() async throws {
    let options = Options(Array(CommandLine.arguments.dropFirst()))
    let shop = try DecisionShop()
    defer { shop.remove() }
    var all: [Decision] = []
    var calm: [Decision] = []
    print(RuleTable.heading)
    for simulated in SimulatedHistory.all where isWanted(simulated, options) {
      var own: [Decision] = []
      for draw in 0..<options.draws {
        let history = simulated.history(seed: options.seed &+ UInt64(draw))
        own += try await shop.decisions(on: history, days: options.days, threads: options.threads)
      }
      all += own
      if simulated.name != "storms" { calm += own }
      print(RuleTable.line(simulated.name, .advice, own))
    }
    print("\nall histories, by rule")
    for rule in DecisionRule.allCases { print(RuleTable.line(rule.rawValue, rule, all)) }
    print("\nwithout storms, which no history tells beforehand")
    for rule in DecisionRule.allCases { print(RuleTable.line(rule.rawValue, rule, calm)) }
  }

  /// Counts of days and a dozen chats a day leave no size to choose.
  private static func isWanted(_ history: SimulatedHistory, _ options: Options) -> Bool {
    guard history.slots == 24 else { return false }
    return options.only.map { history.name.contains($0) } ?? true
  }
}

private struct Options {
  private(set) var seed: UInt64 = 1
  /// Histories drawn of each kind, of seeds that follow one another.
  private(set) var draws = 3
  private(set) var days = 28
  private(set) var only: String?
  private(set) var threads = 2

  init(_ arguments: [String]) {
    var rest = arguments[...]
    func number(_ fallback: Int) -> Int { rest.popFirst().flatMap { Int($0) } ?? fallback }
    while let word = rest.popFirst() {
      switch word {
      case "--seed": seed = UInt64(number(1))
      case "--draws": draws = number(draws)
      case "--days": days = number(days)
      case "--only": only = rest.popFirst()
      case "--threads": threads = number(threads)
      default: fatalError("no option \(word); there are --seed, --draws, --days, --only, --threads")
      }
    }
  }
}

/// Records of rules in lines.
private enum RuleTable {
  static let heading =
    "history or rule   periods  kept  share  95% interval   people ÷ hindsight − 1   yuan beyond a period"

  static func line(_ name: String, _ rule: DecisionRule, _ decisions: [Decision]) -> String {
    guard let record = RuleRecord(rule, decisions) else { return name }
    let share = Double(record.kept) / Double(record.periods)
    return name.padding(toLength: 17, withPad: " ", startingAt: 0)
      + String(
        format: "%8d%6d%7.2f    %.2f–%.2f%21.3f%22.0f", record.periods, record.kept, share,
        record.keptShare.lowerBound, record.keptShare.upperBound, record.excess ?? .nan,
        record.extraCost ?? .nan)
  }
}
