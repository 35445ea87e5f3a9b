// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import ArgumentParser
import Experiments
import Measures
import Plans
import Reporting
import Scenarios
import Tables
import Wording

struct SteadyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "steady",
    abstract: "Hold one interval of a plan still and simulate its steady state.",
    discussion: """
      The rates and the agents of that interval stay as they are, round the clock, in one long run: \
      its start is dropped (MSER-5), the rest is cut into batches. With --precision the run is made \
      longer until the measure is known so well. A desk whose customers never leave and which \
      cannot do their work is refused.
      """)

  @Argument(help: "A scenario file.", completion: .scenarios)
  var scenario: String

  @OptionGroup var options: RunOptions

  @Option(help: "The plan. Default: the first.", completion: .plans)
  var plan: String?

  @Option(
    help: """
      The interval that holds this time, as '2026-11-11 20:00'. Default: the one with most work for \
      each agent.
      """)
  var at: String?

  @OptionGroup(title: "Precision") var estimates: EstimateOptions

  @Option(
    parsing: .unconditional,
    help: "Days of the run. Default: as many as bring some 500,000 chats, at most 4,000.")
  var days: Int?

  @Option(
    name: .customLong("most-days"), parsing: .unconditional,
    help: "Days after which a wanted precision is given up.")
  var mostDays = 4000

  @Option(parsing: .unconditional, help: "Batches that the run is cut into.")
  var batches = 20

  func validate() throws {
    for (name, value, range) in [
      ("--days", days ?? 10, 2...4000), ("--most-days", mostDays, 2...20_000),
      ("--batches", batches, 5...100),
    ] where !range.contains(value) {
      throw ValidationError(
        name, found: value, allowed: "\(range.lowerBound) to \(range.upperBound)")
    }
  }

  func run() async throws {
    var study = SteadyStudy()
    study.measure = estimates.measure
    study.precision = estimates.precision
    study.days = days
    study.mostDays = max(mostDays, days ?? 0)
    study.batches = batches
    study.usesControls = estimates.controlVariates
    let outcome = try await SteadyUseCase(
      SteadyUseCase.Request(options.request(scenario), plan: plan, at: at, study: study)
    ).runWithBar()
    let text = SteadyText(
      outcome.result, of: outcome.desk,
      plan: (
        outcome.plan.name, outcome.plan.title.isEmpty ? outcome.plan.name : outcome.plan.title
      ),
      isPrecise: outcome.isPrecise, style: NumberStyle(options.language))
    switch options.format {
    case .table:
      try emit(text.heading + "\n")
      try emit(text.table.text(width: 100))
      try emit(TextWidth.wrap(text.method, to: 100).joined(separator: "\n"))
    case .json: try emit(text.json.text, terminator: "")
    }
  }
}
