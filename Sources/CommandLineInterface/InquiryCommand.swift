// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser

/// The root of the command line; each command stands in a file of its own.
struct InquiryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inquiry",
    abstract: "Simulates a shop's customer chat and compares every way to staff and pay for it.",
    discussion: """
      Start with `inquiry init shop.yaml`, change it, and run `inquiry compare shop.yaml`.

      Exit status: 0 done; 1 a received bill differs from its contract (`bill --against`); 64 wrong \
      arguments; 65 a mistake in an input file; 66 an input file cannot be read; 69 the question has \
      no answer; 73 the output cannot be written.
      """,
    version: ProductVersion.current,
    subcommands: [
      InitCommand.self, ValidateCommand.self, SchemaCommand.self, CompareCommand.self,
      SimulateCommand.self, WhatIfCommand.self, ExploreCommand.self, BillCommand.self,
      ErlangCommand.self, SteadyCommand.self, TraceCommand.self,
      FitCommand.self, ForecastCommand.self, BacktestCommand.self, ReferenceCommand.self,
    ])

}

enum ProductVersion {
  static let current = "0.1.0"
}

/// Runs the command line of this process and ends it with an exit status.
package func runInquiry() async {
  await InquiryCommand.main()
}
