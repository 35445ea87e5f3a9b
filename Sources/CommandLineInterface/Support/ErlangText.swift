// SPDX-License-Identifier: GPL-3.0-or-later

import QueueingTheory
import Reporting
import Tables
import Wording

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
      (
        Localized(en: "M/M/c/K+M (room and patience)", zh: "M/M/c/K+M（等候位有限、部分离开）"),
        "finite_room_with_patience", report.impatientRoom
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
        .init(word("mean wait s", "平均 等待 秒"), .right),
        .init(word("service level", "服务 水平"), .right),
        .init(word("abandon %", "放弃率"), .right), .init(word("blocked", "被拒"), .right),
        .init(word("occupancy", "占用率"), .right),
      ], rows: lines)
  }

  /// How the waits are spread, model by model.
  static func waits(_ report: ErlangReport, _ language: Language) -> TextTable {
    let word = { (en: String, zh: String) in Localized(en: en, zh: zh)[language] }
    let limit = Decimals.shortest(report.timeLimit)
    let levels = ErlangReport.quantileLevels.map { Decimals.shortest($0 * 100) }
    return TextTable(
      columns: [
        .init(word("waits in seconds", "等待（秒）"), .left),
        .init(word("served", "已应答"), .right), .init(word("left", "已离开"), .right),
      ] + levels.map { .init(word("\($0) % wait up to", "\($0)% 等待 不超过"), .right) } + [
        .init(word("W ≤ \(limit) of all", "≤ \(limit) 占全部"), .right),
        .init(word("W ≤ \(limit) of served", "≤ \(limit) 占已应答"), .right),
      ],
      rows: rows(report).map { name, _, row in
        [name[language], optional(row.meanWaitOfServed), optional(row.meanWaitOfAbandoned)]
          + levels.indices.map {
            row.quantiles.isEmpty ? "" : seconds(row.quantiles[$0].wait)
          } + [percent(row.waitWithin), percent(row.waitWithinOfServed)]
      })
  }

  static func json(_ report: ErlangReport, staffing: StaffingAnswer? = nil) -> JSONValue {
    var members: [JSONValue.Member] = staffing.map { [.init("staffing", $0.json)] } ?? []
    members += [
      .init("agents", .integer(report.load.agents)),
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
            "wait_within": .number(row.waitWithin),
            "wait_within_of_served": .number(row.waitWithinOfServed),
            "mean_wait_of_served_s": .optional(row.meanWaitOfServed),
            "mean_wait_of_abandoned_s": .optional(row.meanWaitOfAbandoned),
            "quantiles": .array(row.quantiles.map(quantile)),
          ]
        ))
    }
    members.append(
      .init("halfin_whitt_wait_probability", .optional(report.squareRoot.waitProbability)))
    members.append(
      .init("garnett_wait_probability", .optional(report.squareRoot.waitProbabilityWithPatience)))
    return .object(members)
  }

  private static func quantile(_ quantile: ErlangReport.Quantile) -> JSONValue {
    [
      "share": .number(quantile.level), "wait_s": .number(quantile.wait),
      "wait_of_served_s": .number(quantile.waitOfServed),
    ]
  }

  private static func optional(_ value: Double?) -> String { value.map(seconds) ?? "" }

  private static func blanks(_ count: Int) -> [String] { Array(repeating: "", count: count) }

  private static func percent(_ value: Double?) -> String {
    value.map { Decimals.fixed($0 * 100, places: 2) + " %" } ?? ""
  }

  private static func seconds(_ value: Double) -> String { Decimals.fixed(value, places: 2) }
}
