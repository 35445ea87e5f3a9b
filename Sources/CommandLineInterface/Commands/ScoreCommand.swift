// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import ArgumentParser
import Foundation
import Reporting
import Scorecards
import Tables
import Wording

struct ScoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Grade a log of messages, or a platform's export, by the platforms' reply rules.",
    discussion: """
      MESSAGES is a CSV file with one row per message:
        time,side,session,customer,agent
        2026-03-02 09:00:12,customer,s1,anna,
        2026-03-02 09:00:31,agent,s1,anna,li
      side is customer, agent, robot, transfer (passed on to a person), leave_word or system. Either \
      session or customer may be left out, and agent. Headings and sides may be Chinese: 时间, 发送方, 会话, \
      顾客, 客服. Rows of a session are in order of time.

      A platform's daily export, CSV or .xlsx as downloaded, is graded by the figures that it has: rates are \
      weighted by the customers behind them.

      Every rule is counted by its own unit and by the others, in its times of day and over the whole day; \
      sums of days are divided once. Documentation/scorecards.md says how.
      """)

  @Argument(help: "A log of messages, or a platform's daily export.", completion: .tables)
  var messages: String

  @Option(
    help: """
      A rule as douyin.3min, or a platform for all its rules in force: see `inquiry reference rules`; may \
      be repeated.
      """,
    completion: .list(RuleBook.presets.entries.map(\.key)))
  var rule: [String]

  @Option(help: "CSV of the shop's own rules, beside those of platforms.", completion: .tables)
  var rules: String?

  @Option(
    help: "Count by this unit instead of the rules' own: session, round, message or customer.")
  var unit: ReplyUnit?

  @Option(
    parsing: .unconditional,
    help: "Without sessions: minutes of silence that part two of a customer, 1 to 1440.")
  var sessionGap = 30

  @Flag(help: "Put messages in order of time; without it, such a log is refused.")
  var sort = false

  @Option(
    name: .shortAndLong, help: "Folder for scores.csv, scores.html and manifest.json.",
    completion: .directory)
  var output: String?

  @OptionGroup(title: "Tables") var tables: TableOptions

  @Option(name: .customLong("lang"), help: "Language of all that is said: en or zh.")
  var language: Language = .english

  @Option(help: "What to print: table or json.")
  var format: OutputFormat = .table

  func validate() throws {
    try tables.requireFolder(output != nil)
    if !(1...1440).contains(sessionGap) {
      throw ValidationError("--session-gap", found: sessionGap, allowed: "1 to 1440")
    }
  }

  func run() async throws {
    let useCase = try ScoreUseCase(
      ScoreUseCase.Request(
        messages: messages, rules: RuleChoice(rule, ownRules: rules), unit: unit,
        reader: MessageReader(sessionGap: sessionGap, sorts: sort)))
    let target = try RunTarget(
      output, tables, sparing: useCase.inputs, for: ScoreDocuments.names)
    let (language, clock) = (language, RunClock())
    let outcome = try await useCase.run { printNote($0, language) }
    let documents = target.documents(language)
    try target.write(language) { folder, inputs throws(OutputError) in
      try ScoreDocuments.write(
        outcome,
        manifest: Manifest(
          product: .current, command: "score", arguments: ownArguments, inputs: inputs,
          run: clock.run),
        to: folder, options: documents)
    }
    try printResult(
      format, language, in: target.folder,
      table: ScoreText(outcome, style: documents.style).text(),
      json: ScoreDocuments.json(outcome))
  }

  private var ownArguments: [String] {
    func name(_ path: String) -> String { URL(fileURLWithPath: path).lastPathComponent }
    var arguments = [name(messages)] + rule.flatMap { ["--rule", $0] }
    if let rules { arguments += ["--rules", name(rules)] }
    if let unit { arguments += ["--unit", unit.rawValue] }
    arguments += ["--session-gap", String(sessionGap), "--lang", language.rawValue]
    if sort { arguments.append("--sort") }
    return arguments + tables.arguments
  }
}

extension ReplyUnit: ExpressibleByArgument {}
