// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import ArgumentParser
import Experiments
import Planning
import Plans
import Reporting
import Tables
import Wording

struct TraceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace",
    abstract: "Tell the story of one simulated customer, moment by moment.",
    discussion: """
      Repeats one replication alone, with the same customers as in every other command, and tells \
      what happened to one chat of it. Chats are numbered from 0 in the order in which they appear, \
      as in chats.csv.

      No size is searched: a plan with `staffing: fewest` is traced at --size, as a comparison found it, \
      or else at the first guess of a search, which is said.
      """)

  @Argument(help: "A scenario file.", completion: .scenarios)
  var scenario: String

  @OptionGroup var options: RunOptions

  @Option(
    help: "The plan whose desk the customer meets. Default: the first.", completion: .plans)
  var plan: String?

  @Option(
    parsing: .unconditional,
    help: "Size of a plan with staffing: fewest. Default: the first guess of a search.")
  var size: Int?

  @Option(parsing: .unconditional, help: "The replication, from 0.")
  var replication = 0

  @Option(parsing: .unconditional, help: "The number of the chat, from 0.")
  var chat: Int

  func validate() throws {
    if !(0..<1_000_000).contains(replication) {
      throw ValidationError("--replication", found: replication, allowed: "0 to 999999")
    }
    if chat < 0 { throw ValidationError("--chat", found: chat, allowed: "0 or more") }
  }

  func run() async throws {
    let outcome = try await TraceUseCase(
      TraceUseCase.Request(
        options.request(scenario), plan: plan, size: size, replication: replication, chat: chat)
    ).run { _ in }
    let text = ChatStoryText(outcome.story, size: outcome.size, language: options.language)
    switch options.format {
    case .table: try emit(text.text)
    case .json: try emit(text.json.text)
    }
  }
}
