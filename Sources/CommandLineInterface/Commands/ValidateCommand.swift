// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Plans
import Pricing
import Scenarios

struct ValidateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate", abstract: "Check scenarios and contracts and list every mistake.",
    discussion: """
      What a comparison would refuse before it simulates is refused here: every plan is put together \
      with its demand, roster and contract. A file that is a contract on its own is checked as one.
      """)

  @Argument(help: "Scenario files, or contracts.")
  var files: [String]

  @Option(
    name: .customLong("set"),
    help: "Replace a value of the scenarios, as in demand.daily_mean=600; may be repeated.")
  var settings: [String] = []

  func run() async throws {
    let overrides = try singleValues(of: settings)
    var failure: ExitStatus?
    for file in files {
      do {
        let source = try ScenarioSource(file)
        if let contract = try source.contract(overrides: overrides) {
          try emit("\(file): valid; a contract of \(Self.count(contract.clauses.count, "clause")).")
          continue
        }
        let scenario = try source.scenario(overrides: overrides)
        try scenario.rehearse(file)
        try emit(
          "\(file): valid; \(Self.count(scenario.horizon.count, "day")), "
            + "\(Self.count(scenario.inquiryTypes.count, "inquiry type")), "
            + "\(Self.count(scenario.plans.count, "plan")).")
      } catch let error as CommandFailure {
        printError(error.message)
        failure = error.status
      }
    }
    if let failure { throw failure.code }
  }

  private static func count(_ number: Int, _ word: String) -> String {
    "\(number) \(word)\(number == 1 ? "" : "s")"
  }
}
