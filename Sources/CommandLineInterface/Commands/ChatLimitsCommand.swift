// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import ArgumentParser
import Planning
import Plans
import Reporting
import Scenarios
import Tables
import Wording

struct ChatLimitsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chat-limits",
    abstract: "Find how many chats at once pay, each limit with the people that it takes.",
    discussion: """
      For every limit of an agent group the fewest people are sought that keep the targets, and the plan is \
      billed with them: fewer people's wages against slower replies, penalties and lost sales. Limits are \
      ranked by net result, paired on the same customers. Limits beyond the last speed of a group's concurrency \
      are left out, unless --extend extrapolates.
      """)

  @Argument(help: "A scenario file.", completion: .scenarios)
  var scenario: String

  @OptionGroup var options: RunOptions

  @Option(
    help: "Plan whose people and contract hold. Default: the first with people of its own.",
    completion: .plans)
  var plan: String?

  @Option(help: "Agent group whose limits are tried; may be repeated. Default: all of the plan.")
  var group: [String] = []

  @Option(help: "Limits of chats at once, as 2..6.")
  var limits = "2..6"

  @Flag(help: "Try limits beyond the concurrency's last speed too, at extrapolated speeds.")
  var extend = false

  @Option(
    name: .shortAndLong, help: "Folder for chat-limits.csv and manifest.json.",
    completion: .directory)
  var output: String?

  @OptionGroup(title: "Tables") var tables: TableOptions

  func validate() throws {
    try tables.requireFolder(output != nil)
    try options.requireTwoReplications()
    _ = try range()
  }

  private func range() throws -> ClosedRange<Int> {
    let parts = limits.split(separator: ".").compactMap { Int($0) }
    guard parts.count == 2, limits == "\(parts[0])..\(parts[1])", parts[0] >= 1,
      parts[0] <= parts[1], parts[1] <= 64
    else {
      throw ValidationError(
        "--limits", found: limits, allowed: "two whole numbers, as 2..6, 1 to 64")
    }
    return parts[0]...parts[1]
  }

  func run() async throws {
    let useCase = try ChatLimitsUseCase(
      ChatLimitsUseCase.Request(
        options.request(scenario), plan: plan, groups: group, limits: try range(), extends: extend))
    let target = try RunTarget(
      output, tables, sparing: useCase.inputs, for: ChatLimitDocuments.names)
    let outcome = try await useCase.runWithBar()
    let documents = target.documents(
      options.language, currency: outcome.scenario.currency)
    try target.write(options.language) { folder, inputs throws(OutputError) in
      try ChatLimitDocuments.write(
        outcome,
        manifest: Manifest(
          outcome.record, scenarioHash: outcome.scenarioHash,
          replications: outcome.scenario.experiment.replications, command: "chat-limits",
          file: scenario, options: options, inputs: inputs, further: ownArguments),
        to: folder, options: documents)
    }
    try printResult(
      options.format, options.language, in: target.folder,
      table: ChatLimitText(outcome, style: documents.style).text(),
      json: ChatLimitDocuments.json(outcome, style: documents.style))
  }

  private var ownArguments: [String] {
    var arguments = ["--limits", limits]
    if let plan { arguments += ["--plan", plan] }
    for name in group { arguments += ["--group", name] }
    return arguments + (extend ? ["--extend"] : []) + tables.arguments
  }
}
