// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import ArgumentParser
import Capacity
import Reporting
import Scenarios
import Tables
import Wording

struct RequireCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "require",
    abstract: "Find the people on duty that keep the targets, half hour by half hour.",
    discussion: """
      For every interval and agent group of the days the fewest people, not on a break, under whom \
      simulated customers meet the service targets: agents with several chats, customers who leave, what \
      a half hour leaves over to the next. What must keep the targets is every day (--hold day), every \
      stretch of a day in which 30 inquiries are expected (interval), or all the days together \
      (period). Formulas stand beside it, with what customers would meet under their people.
      """)

  @Argument(help: "A scenario file.", completion: .scenarios)
  var scenario: String

  @OptionGroup var options: RunOptions

  @Option(
    help: "Plan whose agent groups may be on duty. Default: the first with people of its own.")
  var plan: String?

  @Option(
    help: "Days, as 2026-11-11 or 2026-11-01/2026-11-14. Default: the week of the busiest day.")
  var dates: String?

  @Option(help: "What must keep the targets: interval, day or period.")
  var hold: TargetHold = .day

  @Option(
    help: ArgumentHelp(
      "How surely each day or stretch must keep the targets, as 90%. Default: as the targets say, "
        + "else in the mean."))
  var confidence: String?

  @Option(help: "A formula to set beside: erlang_a or modified_offered_load; may be repeated.")
  var method: [Requirement.Method] = []

  @Option(
    name: .customLong("at-least"), parsing: .unconditional,
    help: "People on duty in every open interval, whatever the targets.")
  var atLeast = 1

  @Option(
    name: .shortAndLong,
    help: "Folder for CSV files, manifest.json and requirement.html.", completion: .directory)
  var output: String?

  @OptionGroup(title: "Tables") var tables: TableOptions

  func validate() throws {
    try tables.requireFolder(output != nil)
    if !(0...10_000).contains(atLeast) {
      throw ValidationError("--at-least", found: atLeast, allowed: "0 to 10000")
    }
    try options.requireTwoReplications()
    _ = try share(confidence, "--confidence", in: 0.5...0.99)
  }

  func run() async throws {
    let useCase = try RequireUseCase(
      RequireUseCase.Request(
        options.request(scenario), plan: plan, dates: dates, hold: hold,
        confidence: try share(confidence, "--confidence", in: 0.5...0.99),
        methods: method.isEmpty ? [.modifiedOfferedLoad, .erlangA] : method,
        leastOnDuty: atLeast))
    let target = try RunTarget(
      output, tables, sparing: useCase.inputs, for: RequirementDocuments.names)
    let outcome = try await useCase.runWithBar { bars, progress in
      // How many profiles are tried is not known beforehand.
      bars.update("\(progress.step)", done: progress.trials, total: max(200, progress.trials + 1))
    }
    let documents = target.documents(options.language)
    try target.write(options.language) { folder, inputs throws(OutputError) in
      try RequirementDocuments.write(
        outcome,
        manifest: Manifest(
          outcome.record, scenarioHash: outcome.scenarioHash,
          replications: outcome.requirement.question.replications, command: "require",
          file: scenario, options: options, inputs: inputs, further: ownArguments),
        to: folder, options: documents)
    }
    try printResult(
      options.format, options.language, in: target.folder,
      table: RequirementText(outcome, style: documents.style).text(),
      json: RequirementDocuments.json(outcome))
  }

  private var ownArguments: [String] {
    var arguments = ["--hold", hold.rawValue, "--at-least", String(atLeast)]
    if let plan { arguments += ["--plan", plan] }
    if let dates { arguments += ["--dates", dates] }
    if let confidence { arguments += ["--confidence", confidence] }
    for method in method { arguments += ["--method", method.rawValue] }
    return arguments + tables.arguments
  }
}

extension TargetHold: ExpressibleByArgument {}
extension Requirement.Method: ExpressibleByArgument {}
