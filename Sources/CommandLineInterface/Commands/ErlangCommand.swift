// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import QueueingTheory
import Reporting

struct ErlangCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erlang",
    abstract: "Print the classic queueing formulas for one desk in steady state.",
    discussion: """
      The formulas know one chat per agent, Poisson arrivals at a constant rate and exponential \
      handling. The simulation knows more; where they differ, one of these assumptions is why.
      """)

  @Option(name: .customLong("per-hour"), help: "Arrivals per hour.")
  var perHour: Double

  @Option(help: "Mean handling time in seconds.")
  var handling: Double

  @Option(help: "Agents.")
  var agents: Int

  @Option(help: "Mean patience in seconds (exponential). Without it nobody leaves.")
  var patience: Double?

  @Option(name: .customLong("waiting-room"), help: "Waiting places. Without it any number.")
  var waitingRoom: Int?

  @Option(help: "Limit of 'answered within', in seconds.")
  var within: Double = 20

  @Option(help: "What to print: table or json.")
  var format: OutputFormat = .table

  func run() async throws {
    try await reportingFailures {
      let report: ErlangReport
      do {
        report = try ErlangReport(
          ServiceLoad(
            arrivalRate: perHour / 3600, meanHandlingTime: handling, agents: agents),
          patience: patience.map { .exponential(mean: $0) }, waitingRoom: waitingRoom,
          timeLimit: within)
      } catch {
        throw CommandFailure(status: .usage, message: sentence(for: error))
      }
      switch format {
      case .table: print(ErlangText.table(report).text(width: 100), terminator: "")
      case .json: print(ErlangText.json(report).text)
      }
    }
  }
}

/// The formulas' results in rows, one model a row.
private enum ErlangText {
  static func rows(_ report: ErlangReport) -> [(name: String, key: String, row: ErlangReport.Row)] {
    [
      ("Erlang C (all wait)", "erlang_c", report.delay),
      ("Erlang A (some leave)", "erlang_a", report.impatient),
      ("M/M/c/K (finite room)", "finite_room", report.finiteRoom),
    ].compactMap { name, key, row in row.map { (name, key, $0) } }
  }

  static func table(_ report: ErlangReport) -> TextTable {
    var lines = rows(report).map { name, _, row in
      [
        name, percent(row.waitProbability), seconds(row.meanWait), percent(row.answeredWithin),
        percent(row.abandonmentProbability), percent(row.blockingProbability),
        percent(row.occupancy),
      ]
    }
    lines.append(
      ["Erlang B (none wait)", "", "", "", "", percent(report.blockingProbability), ""])
    if let halfinWhitt = report.squareRoot.waitProbability {
      lines.append(["Halfin–Whitt, approx.", percent(halfinWhitt), "", "", "", "", ""])
    }
    if let garnett = report.squareRoot.waitProbabilityWithPatience {
      lines.append(
        [
          "Garnett, approx.", percent(garnett), "", "",
          percent(report.squareRoot.abandonmentProbability), "", "",
        ])
    }
    if report.delay == nil {
      lines.append(["Erlang C: no steady state", "", "", "", "", "", ""])
    }
    return TextTable(
      columns: [
        .init("model", .left), .init("P(wait)", .right), .init("mean wait s", .right),
        .init("in time", .right), .init("left", .right), .init("blocked", .right),
        .init("occupancy", .right),
      ], rows: lines)
  }

  static func json(_ report: ErlangReport) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("offered_load", .number(report.load.offeredLoad)),
      .init("erlang_b_blocking", .number(report.blockingProbability)),
    ]
    for (_, key, row) in rows(report) {
      members.append(
        .init(
          key,
          [
            "wait_probability": .number(row.waitProbability),
            "mean_wait_s": .number(row.meanWait),
            "answered_within": .number(row.answeredWithin),
            "abandonment": .optional(row.abandonmentProbability),
            "blocking": .optional(row.blockingProbability),
            "occupancy": .number(row.occupancy),
            "mean_queue_length": .number(row.meanQueueLength),
          ]
        ))
    }
    members.append(
      .init("halfin_whitt_wait_probability", .optional(report.squareRoot.waitProbability)))
    members.append(
      .init("garnett_wait_probability", .optional(report.squareRoot.waitProbabilityWithPatience)))
    return .object(members)
  }

  private static func percent(_ value: Double?) -> String {
    value.map { Decimals.fixed($0 * 100, places: 2) + " %" } ?? ""
  }

  private static func seconds(_ value: Double) -> String { Decimals.fixed(value, places: 2) }
}
