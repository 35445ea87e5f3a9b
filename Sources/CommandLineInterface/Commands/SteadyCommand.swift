// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Calendars
import Experiments
import Measures
import Plans
import Reporting
import Scenarios

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

  @Argument(help: "A scenario file.")
  var scenario: String

  @OptionGroup var options: RunOptions

  @Option(help: "The plan. Default: the first.")
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
        "\(name): found \(value), allowed \(range.lowerBound) to \(range.upperBound).")
    }
  }

  func run() async throws {
    let source = try ScenarioSource(scenario)
    let value = estimates.asking(try options.scenario(source))
    let chosen = try options.plan(plan, in: value, file: source)
    let staffing = try await options.staffing(of: chosen, in: value, file: source)
    let interval = try at.map { text throws(CommandFailure) in
      try Self.interval(text, in: value.scenario)
    }
    var study = SteadyStudy()
    study.measure = estimates.measure
    study.precision = estimates.precision
    study.days = days
    study.mostDays = max(mostDays, days ?? 0)
    study.batches = batches
    study.usesControls = estimates.controlVariates
    let (desk, result) = try solve(study, value.scenario, staffing, interval)
    let text = SteadyText(
      result, of: desk, plan: (chosen.name, chosen.title.isEmpty ? chosen.name : chosen.title),
      isPrecise: study.isPrecise(result), style: NumberStyle(options.language))
    switch options.format {
    case .table:
      try emit(text.heading + "\n")
      try emit(text.table.text(width: 100))
      try emit(TextWidth.wrap(text.method, to: 100).joined(separator: "\n"))
    case .json: try emit(text.json.text, terminator: "")
    }
  }

  private func solve(
    _ study: SteadyStudy, _ value: Scenario, _ staffing: StaffingPlan, _ interval: Int?
  ) throws(CommandFailure) -> (SteadyDesk, SteadyResult) {
    do {
      let desk = try SteadyDesk(scenario: value, staffing: staffing, interval: interval)
      return (desk, try study.run(desk))
    } catch let error as SteadyStateError {
      throw CommandFailure(status: .noAnswer, message: "\(scenario): \(sentence(for: error))")
    } catch {
      throw CommandFailure(status: .badData, message: "\(scenario): \(sentence(for: error))")
    }
  }

  /// The interval of the horizon that a date and a time lie in.
  private static func interval(
    _ text: String, in scenario: Scenario
  ) throws(CommandFailure) -> Int {
    let parts = text.split(whereSeparator: { $0 == " " || $0 == "T" })
    guard parts.count == 2, let date = CivilDate(iso: parts[0]),
      let time = ClockTime(iso: parts[1]), time < .endOfDay
    else {
      throw CommandFailure(
        status: .usage,
        message: "--at: found \(text), allowed a date and a time as "
          + "'2026-11-11 20:00'.")
    }
    guard scenario.horizon.contains(date) else {
      throw CommandFailure(
        status: .usage,
        message: "--at: found \(date), allowed \(scenario.horizon), the scenario's horizon.")
    }
    return (date.dayNumber - scenario.horizon.first.dayNumber) * scenario.interval.perDay
      + time.secondsSinceMidnight / scenario.interval.seconds
  }
}
