// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Foundation
import Reporting
import Wording

/// The root of the command line; each command stands in a file of its own.
struct InquiryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inquiry",
    abstract: "Simulates a shop's customer chat and compares every way to staff and pay for it.",
    discussion: """
      Start with `inquiry init shop.yaml`, change it, and run `inquiry compare shop.yaml`.

      Exit status: 0 done; 1 a received bill differs from its contract (`bill --against`), a roster \
      breaks a rule or lacks people (`roster check`), or a study differs from its baseline (`study check`); 64 wrong \
      arguments; 65 a mistake in an input file; 66 an input file cannot be read; 69 the question has \
      no answer; 73 the output cannot be written (a full disk, a file that must not be replaced); 75 try \
      again (`study run`). A \
      reader that closes the pipe early, as `head` does, ends the program quietly with 0.

      Files: `init` and `fit` write a scenario, which people go on to edit; they replace a file that \
      holds something only with --force. Tables and folders of results are replaced. No command \
      replaces a file that it reads, a link or a device, and none leaves a half-written file, also \
      when a signal ends it. One run at a time writes into a folder. \
      With --lang zh everything is said in Chinese but the usage of a command.
      """,
    version: ProductVersion.text,
    subcommands: [
      ServeCommand.self, InitCommand.self, ValidateCommand.self, SchemaCommand.self,
      CompareCommand.self, SimulateCommand.self, WhatIfCommand.self, StudyCommand.self,
      ExploreCommand.self, RequireCommand.self, PlanCommand.self, HeadcountCommand.self,
      RosterCommand.self, TodayCommand.self, ChatLimitsCommand.self,
      BillCommand.self, ScoreCommand.self, BackcastCommand.self,
      ErlangCommand.self, SteadyCommand.self, TraceCommand.self,
      FitCommand.self, ForecastCommand.self, BacktestCommand.self, ReferenceCommand.self,
    ])
}

/// Runs the command line of this process and ends it with an exit status.
package func runInquiry() async {
  do {
    var command = try InquiryCommand.parseAsRoot()
    if var command = command as? any AsyncParsableCommand {
      try await command.run()
    } else {
      try command.run()
    }
  } catch {
    exit(Ending(error, language: .ofMessages).status)
  }
}

extension Language {
  /// The language that the command line asks for, also where the rest of it cannot be understood.
  static var ofMessages: Language {
    let words = CommandLine.arguments
    let isChinese =
      words.contains("--lang=zh")
      || zip(words, words.dropFirst()).contains { $0 == ("--lang", "zh") }
    return isChinese ? .chinese : .english
  }
}
