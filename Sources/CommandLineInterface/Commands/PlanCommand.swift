// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import ArgumentParser
import Capacity
import Plans
import Reporting
import Scenarios
import Tables
import Wording

struct PlanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Book the shifts that keep the targets at the least bill, proved by simulation.",
    discussion: """
      Finds the people required by interval, chooses shifts for them under each plan's contract by an \
      integer program, simulates the customers of the days under these shifts and corrects the choice by \
      what they met. It prints what to book by when, the bill of the months, proof of the targets, the \
      other plans each at its own best, and what usual rules would have cost or missed. What may be booked \
      is a plan's staffing.design; without one, shifts as long as its lines'.
      """)

  @Argument(help: "A scenario file.", completion: .scenarios)
  var scenario: String

  @OptionGroup var options: RunOptions

  @OptionGroup var search: SearchOptions

  @Option(
    help: ArgumentHelp(
      "Days, as 2026-11-11, 2026-11-01/2026-11-14 or 2026-11. Default: the week of the busiest day."
    ))
  var dates: String?

  @Option(help: "What must keep the targets: interval, day or period.")
  var hold: TargetHold = .day

  @Option(
    name: .shortAndLong,
    help: "Folder for CSV files, manifest.json and plan.html.", completion: .directory)
  var output: String?

  @OptionGroup(title: "Tables") var tables: TableOptions

  @OptionGroup var resuming: ResumeOptions

  func validate() throws {
    try tables.requireFolder(output != nil)
    try resuming.requireFolder(output != nil)
    try options.requireTwoReplications()
  }

  func run() async throws {
    let useCase = try PlanUseCase(
      PlanUseCase.Request(
        options.request(scenario), plans: search.plan, dates: dates, hold: hold,
        confidence: try search.leastConfidence,
        gap: try search.largestGap, seconds: search.seconds))
    let target = try RunTarget(
      output, tables, sparing: useCase.inputs, for: StaffPlanDocuments.names, resuming,
      scenario: useCase.scenarioHash)
    let outcome = try await target.during(options.language) {
      try await useCase.runWithBar { bars, progress in
        // How many trials there will be is not known beforehand.
        bars.update(
          "\(progress.plan) \(progress.search.step)", done: progress.search.done,
          total: max(100, progress.search.done + 1))
      }
    }
    let documents = target.documents(
      options.language, currency: outcome.scenario.currency)
    try target.write(options.language) { folder, inputs throws(OutputError) in
      try StaffPlanDocuments.write(
        outcome,
        manifest: Manifest(
          outcome.record, scenarioHash: outcome.scenarioHash,
          replications: outcome.scenario.experiment.replications, command: "plan",
          file: scenario, options: options, inputs: inputs, further: ownArguments),
        to: folder, options: documents)
    }
    try printResult(
      options.format, options.language, in: target.folder,
      table: StaffPlanText(outcome, style: documents.style).text(),
      json: StaffPlanDocuments.json(outcome))
  }

  private var ownArguments: [String] {
    ["--hold", hold.rawValue] + (dates.map { ["--dates", $0] } ?? []) + search.arguments
      + tables.arguments
  }
}
