// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Scenarios

struct ValidateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate", abstract: "Check scenario files and list every mistake.")

  @Argument(help: "Scenario files.")
  var files: [String]

  func run() async throws {
    var failure: ExitStatus?
    for file in files {
      do {
        let scenario = try loadScenario(file)
        let days = scenario.horizon.count
        print(
          "\(file): valid; \(days) days, \(scenario.inquiryTypes.count) inquiry type\(scenario.inquiryTypes.count == 1 ? "" : "s"), "
            + "\(scenario.plans.count) plans.")
      } catch {
        printError(error.message)
        failure = error.status
      }
    }
    if let failure { throw failure.code }
  }
}
