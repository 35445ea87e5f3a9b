// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import ArgumentParser
import Capacity
import Plans
import Reporting
import Scenarios
import Tables
import Wording

struct HeadcountCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "headcount",
    abstract: "Seats and people month by month: what to hold, hire, book and return by which date.",
    discussion: """
      Plans the whole horizon under each plan's contract: dedicated seats with their terms and notice, \
      short-term shifts on the days that need them, own staff with hiring lead time, turnover and vacant \
      posts. An integer program chooses the cheapest people for days that stand for all others (month × \
      promotion phase × volume), the whole horizon is simulated under them, and every month's targets are \
      judged. It prints heads by month, what to do by which date at what price, each plan's cost, the next \
      best ways and the usual rule, and how many people to hold in reserve for each promotion. What may be \
      booked is a plan's staffing.design; without one, shifts as long as its lines'.
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
      "How surely each month must keep the targets, as 90%. Default: as the targets say, else in "
        + "the mean."))
  var confidence: String?

  @Option(help: "Gap to the cheapest at which a choice of people is good enough, as 1%.")
  var gap = "1%"

  @Option(help: "Seconds that one choice of people may take; what was found by then is used.")
  var seconds = 60.0

  @Option(
    name: .shortAndLong,
    help: "Folder for CSV files, manifest.json and headcount.html.", completion: .directory)
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
    let useCase = try HeadcountUseCase(
      HeadcountUseCase.Request(
        options.request(scenario), plans: plan,
        confidence: try options.share(confidence, "--confidence", in: 0.5...0.99),
        gap: try options.share(gap, "--gap", in: 0...0.5) ?? 0.01, seconds: seconds))
    let folder = try output.map { path throws(OutputError) in
      try OutputFolder(path: path, sparing: useCase.inputs, for: HeadcountDocuments.names)
    }
    let formats = try tables.formats(sparing: useCase.inputs)
    let inputs = folder == nil ? [] : InputRecord.records(of: useCase.inputs)
    let outcome = try await useCase.runWithBar { bars, progress in
      bars.update(
        "\(progress.plan) \(progress.search.step)", done: progress.search.done,
        total: progress.search.total)
    }
    let documents = DocumentOptions(language: options.language, formats: formats)
    if let folder {
      let written = try HeadcountDocuments.write(
        outcome,
        manifest: Manifest(
          outcome.record, scenarioHash: outcome.scenarioHash,
          replications: outcome.scenario.experiment.replications, command: "headcount",
          file: scenario, options: options, inputs: inputs, further: ownArguments),
        to: folder, options: documents)
      printNotes(written.tooLong, options.language)
    }
    try printResult(
      options.format, options.language, in: folder,
      table: HeadcountText(outcome, style: documents.style).text(),
      json: HeadcountDocuments.json(outcome))
  }

  private var ownArguments: [String] {
    var arguments = ["--gap", gap, "--seconds", "\(seconds)"]
    for name in plan { arguments += ["--plan", name] }
    if let confidence { arguments += ["--confidence", confidence] }
    return arguments + tables.arguments
  }
}
