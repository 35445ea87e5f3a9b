// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import ArgumentParser
import Foundation
import Reporting
import Rostering
import Tables
import Wording

struct RosterMakeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "make",
    abstract: "Give people shifts so that the cover is met at the least price.",
    discussion: """
      COVER has a row for each day, shift and group: date, shift (or starts_at and ends_at), group, \
      people, and as wanted prices of their own, under and over. No rule of a person is broken; \
      people too few or too many, wishes, overtime and unequal shares of nights and weekends are \
      priced. With --previous the days before are carried over, and every place that differs from \
      the earlier roster has a price.

      Where somebody's rules allow no roster at all, the smallest set of rules that contradict each \
      other is told: status 69. The same files, seed and iterations give the same roster on any \
      number of threads; a run that --seconds ends need not repeat.
      """)

  @Argument(help: "People wanted by day and shift.", completion: .tables)
  var cover: String

  @Option(help: "People and their rules.", completion: .tables)
  var staff: String

  @Option(help: "The kinds of shifts.", completion: .tables)
  var shifts: String?

  @Option(help: "The roster that is changed, or that of the days before.", completion: .tables)
  var previous: String?

  @Option(
    name: .customLong("price"),
    help: ArgumentHelp(
      "A price in points, as change=100: under, over, change, weekends, nights or overtime (an "
        + "hour); may be repeated.",
      valueName: "key=points"))
  var prices: [String] = []

  @Option(parsing: .unconditional, help: "Seed of all choices by chance, 0 to \(UInt64.max).")
  var seed: UInt64 = 1

  @Option(parsing: .unconditional, help: "Rounds of improvement at most.")
  var iterations = 200

  @Option(parsing: .unconditional, help: "Seconds after which to end, in addition.")
  var seconds: Double?

  @Option(parsing: .unconditional, help: "Gap to the bound at which to end, in percent.")
  var gap = 0.0

  @Option(parsing: .unconditional, help: "Threads; the result does not depend on it.")
  var threads = 2

  @Option(
    name: .shortAndLong,
    help: "Folder for roster.csv, coverage.csv, calendars, roster.html and summary.json.",
    completion: .directory)
  var output: String?

  @Option(
    help: "Time stamp of the calendars' entries, as 20261120T090000Z. Default: the first day's.")
  var stamp: String?

  @Option(name: .customLong("lang"), help: "Language of the text: en or zh.")
  var language: Language = .english

  @Option(help: "What to print: table or json.")
  var format: OutputFormat = .table

  @OptionGroup(title: "Tables") var tables: TableOptions

  func validate() throws {
    try tables.requireFolder(output != nil)
    if !(0...1_000_000).contains(iterations) {
      throw ValidationError("--iterations", found: iterations, allowed: "0 to 1000000")
    }
    if let seconds, !(seconds >= 0.1 && seconds <= 86_400) {
      throw ValidationError("--seconds", found: seconds, allowed: "0.1 to 86400")
    }
    if !(gap >= 0 && gap <= 100) {
      throw ValidationError("--gap", found: gap, allowed: "0 to 100")
    }
    if !(1...1024).contains(threads) {
      throw ValidationError("--threads", found: threads, allowed: "1 to 1024")
    }
    if let stamp, !Self.isStamp(stamp) {
      throw ValidationError("--stamp", found: stamp, allowed: "20261120T090000Z")
    }
    _ = try priceList
  }

  private static func isStamp(_ text: String) -> Bool {
    text.count == 16
      && text.enumerated().allSatisfy { place, character in
        switch place {
        case 8: character == "T"
        case 15: character == "Z"
        default: character.isASCII && character.isNumber
        }
      }
  }

  private var priceList: RosterPriceList {
    get throws {
      var list = RosterPriceList()
      for price in prices {
        let parts = price.split(separator: "=", maxSplits: 1)
        guard parts.count == 2, let key = RosterPriceList.Key(rawValue: String(parts[0])),
          let value = Int(parts[1]), (0...1_000_000).contains(value)
        else {
          throw ValidationError(
            "--price", found: price,
            allowed: RosterPriceList.Key.allCases.map { "\($0.rawValue)=0..1000000" }
              .joined(separator: ", "))
        }
        list[key] = value
      }
      return list
    }
  }

  func run() async throws {
    let useCase = try RosterMakeUseCase(
      RosterMakeUseCase.Request(
        cover: cover, staff: staff, shifts: shifts, previous: previous, prices: priceList,
        seed: seed, budget: RosterBudget(iterations: iterations, seconds: seconds, gap: gap / 100),
        threads: threads))
    let clock = RunClock()
    let target = try RunTarget(
      output, tables, sparing: useCase.inputs, for: RosterDocuments.names)
    let outcome = try await useCase.runWithBar { bars, progress in
      bars.update(
        "\(progress.objective)", done: progress.iteration, total: max(1, progress.iterations))
    }
    let documents = target.documents(language)
    try target.write(language) { folder, inputs throws(OutputError) in
      try RosterDocuments.write(
        outcome, stamp: stamp,
        manifest: Manifest(
          product: .current, command: "roster make", arguments: arguments, inputs: inputs,
          run: clock.run),
        to: folder, options: documents)
    }
    try printResult(
      format, language, in: target.folder,
      table: RosterText(outcome, style: documents.style).text(),
      json: RosterDocuments.json(outcome))
  }

  /// What repeats the run.
  private var arguments: [String] {
    func name(_ path: String) -> String { URL(fileURLWithPath: path).lastPathComponent }
    var arguments = [name(cover), "--staff", name(staff)]
    if let shifts { arguments += ["--shifts", name(shifts)] }
    if let previous { arguments += ["--previous", name(previous)] }
    arguments += prices.flatMap { ["--price", $0] }
    arguments += ["--seed", String(seed), "--iterations", String(iterations)]
    if let seconds { arguments += ["--seconds", String(seconds)] }
    if gap > 0 { arguments += ["--gap", String(gap)] }
    if let stamp { arguments += ["--stamp", stamp] }
    arguments += ["--lang", language.rawValue]
    return arguments + tables.arguments
  }
}
