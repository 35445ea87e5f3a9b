// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Experiments
import Planning
import Plans
import Reporting
import Scenarios

struct TraceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace",
    abstract: "Tell the story of one simulated customer, moment by moment.",
    discussion: """
      Repeats one replication alone, with the same customers as in every other command, and tells \
      what happened to one chat of it. Chats are numbered from 0 in the order in which they appear, \
      as in chats.csv.
      """)

  @Argument(help: "A scenario file.")
  var scenario: String

  @OptionGroup var options: RunOptions

  @Option(help: "The plan whose desk the customer meets. Default: the first.")
  var plan: String?

  @Option(parsing: .unconditional, help: "The replication, from 0.")
  var replication = 0

  @Option(parsing: .unconditional, help: "The number of the chat, from 0.")
  var chat: Int

  func validate() throws {
    if !(0..<1_000_000).contains(replication) {
      throw ValidationError("--replication: found \(replication), allowed 0 to 999999.")
    }
    if chat < 0 { throw ValidationError("--chat: found \(chat), allowed 0 or more.") }
  }

  func run() async throws {
    let source = try ScenarioSource(scenario)
    let value = try options.scenario(source)
    try value.checkReplication(replication, option: "--replication")
    let chosen = try options.plan(plan, in: value, file: source)
    let staffing = try await options.staffing(of: chosen, in: value, file: source)
    let experiment: Experiment
    do {
      experiment = try Experiment(scenario: value.scenario, staffing: staffing)
    } catch {
      throw CommandFailure(status: .badData, message: "\(scenario): \(sentence(for: error))")
    }
    let chats = ChatLog(of: experiment, replication: replication).chats
    guard chats.indices.contains(chat) else {
      throw CommandFailure(
        status: .usage,
        message: "--chat: found \(chat), allowed 0 to \(chats.count - 1), the chats of "
          + "replication \(replication).")
    }
    let story = ChatStory(
      chats[chat], number: chat, replication: replication, plan: chosen.name,
      in: value.scenario,
      experiment.timeline)
    switch options.format {
    case .table: try emit(story.sentences.map { $0[options.language] }.joined(separator: "\n"))
    case .json: try emit(story.json(options.language).text)
    }
  }
}
