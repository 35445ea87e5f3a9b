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

  @Option(
    help: ArgumentHelp(
      "A plan; may be repeated. Default: every plan whose people are the shop's to book."))
  var plan: [String] = []

  @Option(
    help: ArgumentHelp(
      "Days, as 2026-11-11, 2026-11-01/2026-11-14 or 2026-11. Default: the week of the busiest day."
    ))
  var dates: String?

  @Option(help: "What must keep the targets: interval, day or period.")
  var hold: TargetHold = .day

  @Option(
    help: ArgumentHelp(
      "How surely each day or stretch must keep the targets, as 90%. Default: as the targets say, "
        + "else in the mean."))
  var confidence: String?

  @Option(help: "Gap to the cheapest at which a choice of shifts is good enough, as 1%.")
  var gap = "1%"

  @Option(help: "Seconds that one choice of shifts may take; what was found by then is used.")
  var seconds = 60.0

  @Option(
    name: .shortAndLong,
    help: "Folder for CSV files, manifest.json and plan.html.", completion: .directory)
  var output: String?

  @OptionGroup(title: "Tables") var tables: TableOptions

  func validate() throws {
    try tables.requireFolder(output != nil)
    if options.replications == 1 {
      throw ValidationError("--replications", found: 1, allowed: "2 to 1000000")
    }
    if !(0.01...86_400).contains(seconds) {
      throw ValidationError("--seconds", found: seconds, allowed: "0.01 to 86400")
    }
    _ = try options.share(confidence, "--confidence", in: 0.5...0.99)
    _ = try options.share(gap, "--gap", in: 0...0.5)
  }

  func run() async throws {
    let useCase = try PlanUseCase(
      PlanUseCase.Request(
        options.request(scenario), plans: plan, dates: dates, hold: hold,
        confidence: try options.share(confidence, "--confidence", in: 0.5...0.99),
        gap: try options.share(gap, "--gap", in: 0...0.5) ?? 0.01, seconds: seconds))
    let folder = try output.map { path throws(OutputError) in
      try OutputFolder(path: path, sparing: useCase.inputs, for: StaffPlanDocuments.names)
    }
    let formats = try tables.formats(sparing: useCase.inputs)
    let inputs = folder == nil ? [] : InputRecord.records(of: useCase.inputs)
    let outcome = try await useCase.runWithBar { bars, progress in
      // How many trials there will be is not known beforehand.
      bars.update(
        "\(progress.plan) \(progress.search.step)", done: progress.search.done,
        total: max(100, progress.search.done + 1))
    }
    let documents = DocumentOptions(language: options.language, formats: formats)
    if let folder {
      let written = try StaffPlanDocuments.write(
        outcome,
        manifest: Manifest(
          outcome.record, scenarioHash: outcome.scenarioHash,
          replications: outcome.scenario.experiment.replications, command: "plan",
          file: scenario, options: options, inputs: inputs, further: ownArguments),
        to: folder, options: documents)
      printNotes(written.tooLong, options.language)
    }
    try printResult(
      options.format, options.language, in: folder,
      table: StaffPlanText(outcome, style: documents.style).text(),
      json: StaffPlanDocuments.json(outcome))
  }

  private var ownArguments: [String] {
    var arguments = ["--hold", hold.rawValue, "--gap", gap, "--seconds", "\(seconds)"]
    for name in plan { arguments += ["--plan", name] }
    if let dates { arguments += ["--dates", dates] }
    if let confidence { arguments += ["--confidence", confidence] }
    return arguments + tables.arguments
  }
}
