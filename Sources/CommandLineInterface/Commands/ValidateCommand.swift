// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Scenarios

struct ValidateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate", abstract: "Check scenario files and list every mistake.",
    discussion: """
      What a comparison would refuse before it simulates is refused here: every plan is put together \
      with its demand, roster and contract.
      """)

  @Argument(help: "Scenario files.")
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
        let scenario = try ScenarioSource(file).scenario(overrides: overrides)
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
