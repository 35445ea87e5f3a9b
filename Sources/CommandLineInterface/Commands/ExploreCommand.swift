// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import ArgumentParser
import Planning
import Plans
import Reporting
import Scenarios
import Tables
import Wording

struct ExploreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explore",
    abstract: "Explore around a comparison: risk, sensitivity, break-even, mixes, the provider.",
    discussion: """
      Compares the plans and then asks, on the same customers: which assumption or price moves the \
      lead most (tornado); where volume against seats breaks even over volume × seasonality; which \
      mix of seats and short-term shifts is best; what the provider of a shared pool should quote; \
      and which choices are efficient in cost, service and net result. Takes several times as long \
      as a comparison; --points sets the replications behind each point.
      """)

  @Argument(help: "A scenario file.", completion: .scenarios)
  var scenario: String

  @OptionGroup var options: RunOptions

  @Option(parsing: .unconditional, help: "Replications behind each explored point.")
  var points = 3

  @Option(parsing: .unconditional, help: "Share by which the tornado moves each assumption.")
  var span = 0.1

  @Option(help: "Strengths of the season for the surface; 1 is the scenario, 0 an even year.")
  var seasons = "0,1,2"

  @Option(help: "Multiples of the volume for the surface.")
  var volumes = "0.5,1,2"

  @Option(help: "Seats of the mixes, as in 1..4. Default: around the plan's own.")
  var seats: String?

  @Option(name: .customLong("short-term"), help: "Short-term people of the mixes, as in 0..6.")
  var shortTerm: String?

  @Option(
    parsing: .unconditional, help: "Margin on the fee that the provider wants, from 0 to below 1.")
  var margin = 0.2

  @Option(
    name: .shortAndLong, help: "Folder for CSV files, manifest.json and exploration.html.",
    completion: .directory)
  var output: String?

  @OptionGroup(title: "Tables") var tables: TableOptions

  @OptionGroup var resuming: ResumeOptions

  @Flag(help: "Explore more than \(ExploreUseCase.mostUnasked) points.")
  var yes = false

  func validate() throws {
    try tables.requireFolder(output != nil)
    try resuming.requireFolder(output != nil)
    if !(1...100_000).contains(points) {
      throw ValidationError("--points", found: points, allowed: "1 to 100000")
    }
    if !(span > 0 && span < 1) {
      throw ValidationError("--span", found: span, allowed: "above 0, below 1")
    }
    if !(margin >= 0 && margin < 1) {
      throw ValidationError("--margin", found: margin, allowed: "0 up to, not including, 1")
    }
    _ = try Self.numbers(seasons, "--seasons", 0...100)
    _ = try Self.numbers(volumes, "--volumes", 0.001...1000)
    _ = try Self.range(seats, "--seats")
    _ = try Self.range(shortTerm, "--short-term")
  }

  func run() async throws {
    let exploring = ExplorationOptions(
      comparison: ComparisonOptions(
        volumeMultiples: try Self.numbers(volumes, "--volumes", 0.001...1000),
        curveReplications: points),
      span: span, seasons: try Self.numbers(seasons, "--seasons", 0...100),
      hybridSeats: try Self.range(seats, "--seats"),
      hybridShortTerm: try Self.range(shortTerm, "--short-term"),
      provider: ProviderView.Terms(margin: margin))
    let useCase = try ExploreUseCase(
      ExploreUseCase.Request(
        options.request(scenario), options: exploring, isLongMeant: yes))
    let target = try RunTarget(
      output, tables, sparing: useCase.inputs, for: ExplorationDocuments.names, resuming,
      scenario: useCase.scenarioHash)
    let name = useCase.scenario.name
    let left = TimeLeft(options.language)
    let outcome = try await target.during(options.language) {
      try await useCase.runWithBar { bars, step in
        let rest = left.text(done: step.point, of: step.points)
        bars.update(
          "\(name): \(step.phase.rawValue), \(step.point)/\(step.points)\(rest)",
          done: step.done, total: step.total)
      }
    }
    let exploration = outcome.exploration
    let documents = target.documents(options.language, currency: useCase.scenario.currency)
    try target.write(options.language) { folder, inputs throws(OutputError) in
      try ExplorationDocuments.write(
        exploration,
        manifest: Manifest(
          outcome.record, scenarioHash: exploration.comparison.scenarioHash,
          replications: exploration.comparison.replications, command: "explore", file: scenario,
          options: options, inputs: inputs, further: ownArguments),
        to: folder, options: documents)
    }
    try printResult(
      options.format, options.language, in: target.folder,
      table: ExplorationText(exploration, style: documents.style).text(),
      json: ExplorationDocuments.json(exploration))
  }

  private var ownArguments: [String] {
    ["--points", String(points), "--span", String(span), "--seasons", seasons]
      + ["--volumes", volumes, "--margin", String(margin)]
      + (seats.map { ["--seats", $0] } ?? []) + (shortTerm.map { ["--short-term", $0] } ?? [])
      + tables.arguments + (yes ? ["--yes"] : [])
  }

  private static func numbers(
    _ text: String, _ option: String, _ allowed: ClosedRange<Double>
  ) throws -> [Double] {
    try text.split(separator: ",").map { part in
      guard let value = Double(part.filter { $0 != " " }), allowed.contains(value) else {
        throw ValidationError(
          option, found: part,
          allowed: "numbers from \(allowed.lowerBound) to \(allowed.upperBound), with commas "
            + "between")
      }
      return value
    }
  }

  private static func range(_ text: String?, _ option: String) throws -> ClosedRange<Int>? {
    guard let text else { return nil }
    let ends = text.split(separator: ".", omittingEmptySubsequences: true).map { Int($0) }
    guard text.contains(".."), ends.count == 2, let low = ends[0], let high = ends[1],
      (0...high).contains(low), high <= 10_000, high - low < 100
    else {
      throw ValidationError(
        option, found: text, allowed: "a range such as 1..4 of at most 100 numbers")
    }
    return low...high
  }
}
