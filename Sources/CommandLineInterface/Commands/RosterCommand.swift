// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import ArgumentParser
import Foundation
import Reporting
import Tables
import Wording

struct RosterCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roster",
    abstract: "Make a roster of people's shifts, or check one that was edited by hand.",
    discussion:
      "Documentation/rosters.md has every column of the files, every rule and the method.",
    subcommands: [RosterMakeCommand.self, RosterCheckCommand.self])
}

struct RosterCheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check a roster rule by rule, and against what is needed.",
    discussion: """
      Status 1 says that the roster breaks a rule or leaves somebody missing. --cover takes people \
      wanted by day and shift, as `roster make` reads them, or a requirements.csv of `inquiry \
      require`, against which people on duty are counted interval by interval, breaks left out. Shifts that ROSTER names by `starts_at` and \
      `ends_at` need no file of shifts.
      """)

  @Argument(help: "A roster: person, date, shift, and as wanted group.", completion: .tables)
  var roster: String

  @Option(help: "People and their rules.", completion: .tables)
  var staff: String

  @Option(help: "The kinds of shifts.", completion: .tables)
  var shifts: String?

  @Option(help: "The roster of the days before.", completion: .tables)
  var previous: String?

  @Option(
    help: "People wanted: by day and shift, or the requirements.csv of `require`.",
    completion: .tables)
  var cover: String?

  @Option(name: .customLong("lang"), help: "Language of the text: en or zh.")
  var language: Language = .english

  @Option(help: "What to print: table or json.")
  var format: OutputFormat = .table

  func run() async throws {
    let useCase = try RosterCheckUseCase(
      RosterCheckUseCase.Request(
        roster: roster, staff: staff, shifts: shifts, previous: previous, cover: cover))
    let outcome = try await useCase.run { _ in }
    switch format {
    case .table: try emit(RosterCheckText.text(outcome, language), terminator: "")
    case .json: try emit(RosterDocuments.json(outcome).text, terminator: "")
    }
    if !outcome.isSound { throw ExitStatus.differs.code }
  }
}
