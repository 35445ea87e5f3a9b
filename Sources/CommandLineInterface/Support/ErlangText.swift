// SPDX-License-Identifier: GPL-3.0-or-later

import QueueingTheory
import Reporting

/// The formulas' results in rows, one model a row.
enum ErlangText {
  static func rows(
    _ report: ErlangReport
  ) -> [(name: Localized, key: String, row: ErlangReport.Row)] {
    [
      (Localized(en: "Erlang C (all wait)", zh: "Erlang C（全部等待）"), "erlang_c", report.delay),
      (
        Localized(en: "Erlang A (some leave)", zh: "Erlang A（部分离开）"), "erlang_a",
        report.impatient
      ),
      (
        Localized(en: "M/M/c+G (patience as given)", zh: "M/M/c+G（所给耐心分布）"), "m_m_c_g",
        report.generalPatience
      ),
      (
        Localized(en: "M/M/c/K (finite room)", zh: "M/M/c/K（等候位有限）"), "finite_room",
        report.finiteRoom
      ),
    ].compactMap { name, key, row in row.map { (name, key, $0) } }
  }

  static func table(_ report: ErlangReport, _ language: Language) -> TextTable {
    let word = { (en: String, zh: String) in Localized(en: en, zh: zh)[language] }
    var lines = rows(report).map { name, _, row in
      [
        name[language], percent(row.waitProbability), seconds(row.meanWait),
        percent(row.answeredWithin),
        percent(row.abandonmentProbability), percent(row.blockingProbability),
        percent(row.occupancy),
      ]
    }
    lines.append(
      [
        word("Erlang B (none wait)", "Erlang B（无人等待）"), "", "", "", "",
        percent(report.blockingProbability), "",
      ])
    if let halfinWhitt = report.squareRoot.waitProbability {
      lines.append(
        [word("Halfin–Whitt, approx.", "Halfin–Whitt 近似"), percent(halfinWhitt)] + blanks(5))
    }
    if let garnett = report.squareRoot.waitProbabilityWithPatience {
      lines.append(
        [
          word("Garnett, approx.", "Garnett 近似"), percent(garnett), "", "",
          percent(report.squareRoot.abandonmentProbability), "", "",
        ])
    }
    if report.delay == nil {
      lines.append([word("Erlang C: no steady state", "Erlang C：无稳态")] + blanks(6))
    }
    return TextTable(
      columns: [
        .init(word("model", "模型"), .left), .init(word("P(wait)", "等待 概率"), .right),
        .init(word("mean wait s", "平均 等待 秒"), .right), .init(word("in time", "及时 应答"), .right),
        .init(word("left", "离开"), .right), .init(word("blocked", "被拒"), .right),
        .init(word("occupancy", "忙碌"), .right),
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

  private static func blanks(_ count: Int) -> [String] { Array(repeating: "", count: count) }

  private static func percent(_ value: Double?) -> String {
    value.map { Decimals.fixed($0 * 100, places: 2) + " %" } ?? ""
  }

  private static func seconds(_ value: Double) -> String { Decimals.fixed(value, places: 2) }
}
