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

  @OptionGroup var search: SearchOptions

  @Option(
    name: .shortAndLong,
    help: "Folder for CSV files, manifest.json and headcount.html.", completion: .directory)
  var output: String?

  @OptionGroup(title: "Tables") var tables: TableOptions

  @OptionGroup var resuming: ResumeOptions

  func validate() throws {
    try tables.requireFolder(output != nil)
    try resuming.requireFolder(output != nil)
    try options.requireTwoReplications()
  }

  func run() async throws {
    let useCase = try HeadcountUseCase(
      HeadcountUseCase.Request(
        options.request(scenario), plans: search.plan,
        confidence: try search.leastConfidence,
        gap: try search.largestGap, seconds: search.seconds))
    let target = try RunTarget(
      output, tables, sparing: useCase.inputs, for: HeadcountDocuments.names, resuming,
      scenario: useCase.scenarioHash)
    let outcome = try await target.during(options.language) {
      try await useCase.runWithBar { bars, progress in
        bars.update(
          "\(progress.plan) \(progress.search.step)", done: progress.search.done,
          total: progress.search.total)
      }
    }
    let documents = target.documents(
      options.language, currency: outcome.scenario.currency)
    try target.write(options.language) { folder, inputs throws(OutputError) in
      try HeadcountDocuments.write(
        outcome,
        manifest: Manifest(
          outcome.record, scenarioHash: outcome.scenarioHash,
          replications: outcome.scenario.experiment.replications, command: "headcount",
          file: scenario, options: options, inputs: inputs, further: ownArguments),
        to: folder, options: documents)
    }
    try printResult(
      options.format, options.language, in: target.folder,
      table: HeadcountText(outcome, style: documents.style).text(),
      json: HeadcountDocuments.json(outcome))
  }

  private var ownArguments: [String] { search.arguments + tables.arguments }
}
