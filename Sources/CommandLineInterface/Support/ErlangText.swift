// SPDX-License-Identifier: GPL-3.0-or-later

import QueueingTheory
import Reporting

/// The formulas' results in rows, one model a row.
enum ErlangText {
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
