// SPDX-License-Identifier: GPL-3.0-or-later

package import Application
import Exports
import Inference
import Scorecards
import Wording

extension CSVTable<PlanScore> {
  package static let planScores = CSVTable(
    file: "scorecards.csv",
    row: Localized(
      en:
        "One row per plan and reply rule asked for with `--rule`: simulated chats, in the rule's window, "
        + "graded as a platform would.",
      zh: "--rule 所选的每条规则、每个方案一行：按平台口径对考核时段内的模拟会话评分。"),
    key: ["plan", "rule"],
    columns: [
      CSVColumn("plan", en: "Key of the plan", zh: "方案的键") { .text($0.plan) },
      CSVColumn("rule", en: "Key of the rule", zh: "规则的键") { .text($0.rule.key) },
      CSVColumn("version", en: "Version in force at the end of the horizon", zh: "期间末生效的版本") {
        .text($0.rule.version)
      },
      CSVColumn("unit", en: "What is counted once, as in `scores.csv`", zh: "统计单位，同 scores.csv") {
        .text($0.rule.unit.rawValue)
      },
      CSVColumn("replications", as: .integer, en: "Simulated horizons", zh: "模拟次数") {
        .integer($0.replications)
      },
      CSVColumn("units", "units", as: .integer, en: "Of all replications", zh: "各次模拟合计的单位数") {
        .integer($0.total.graded.units)
      },
      CSVColumn("in_time", "units", as: .integer, en: "Of those, in time", zh: "其中达标数") {
        .integer($0.total.graded.hits)
      },
    ]
      + CSVColumn.interval(
        "value", "", places: Places.share,
        en: "What the rule grades, a share or seconds: a ratio of sums",
        zh: "规则考核的值（比率或秒）：合计之比"
      ) { $0.value }
      + [
        CSVColumn(
          "value_whole_day", as: .number, en: "The same over the whole day", zh: "全天的同一数值"
        ) {
          $0.total.wholeDay.value($0.rule.statistic).map { .fixed($0, places: Places.share) }
            ?? .empty
        },
        CSVColumn(
          "periods", "periods",
          as: .integer,
          en: "Periods judged: the whole ones of the horizon, or its last where none is whole",
          zh: "评判的周期数：期间内的完整周期；没有时取最后一个"
        ) { .integer($0.periods) },
        CSVColumn(
          "target_probability", as: .number,
          en: "Share of periods that meet the target; empty without one",
          zh: "达标周期的比例；无目标时为空"
        ) { $0.probability.map { .fixed($0, places: Places.share) } ?? .empty },
        CSVColumn(
          "all_periods_probability",
          as: .number,
          en: "Share of replications in which every period meets it; empty without one",
          zh: "所有周期均达标的模拟比例；无目标时为空"
        ) { $0.probabilityOfAll.map { .fixed($0, places: Places.share) } ?? .empty },
      ])
}

/// Scorecards of plans for a terminal.
package struct PlanScoreText {
  private let scores: [PlanScore]
  private let words: RuleWords

  package init(_ scores: [PlanScore], style: NumberStyle) {
    self.scores = scores
    words = RuleWords(style: style)
  }

  /// Empty without a scorecard.
  package func text(width: Int = 100) -> String {
    guard !scores.isEmpty else { return "" }
    return table.text(width: width) + TextWidth.wrap(note, to: width).joined(separator: "\n")
      + "\n"
  }

  private func say(_ en: String, _ zh: String) -> String { words.say(en, zh) }

  var table: TextTable {
    let style = words.style
    var table = TextTable(columns: [
      .init(say("plan", "方案"), .left), .init(say("rule", "规则"), .left),
      .init(say("units", "单位数")), .init(say("value", "数值")), .init("±"),
      .init(say("whole day", "全天")), .init(say("target", "目标")),
      .init(say("met in periods", "周期 达标")), .init(say("met in all", "全部 达标")),
    ])
    for score in scores {
      let rule = score.rule
      let halfWidth = score.value.map(\.halfWidth).flatMap { $0.isFinite ? $0 : nil }
      table.rows.append([
        score.plan, rule.key, style.count(score.total.graded.units),
        words.value(score.value?.mean, of: rule), words.value(halfWidth, of: rule),
        words.value(score.total.wholeDay.value(rule.statistic), of: rule),
        words.target(rule) ?? NumberStyle.missing,
        style.percentShortOfAll(score.probability, places: 0),
        style.percentShortOfAll(score.probabilityOfAll, places: 0),
      ])
    }
    return table
  }

  var note: String {
    say(
      "Reply rules on simulated chats: met in periods is the share of whole periods (the last where none "
        + "is whole) that meet the target, met in all that of replications in which each does.",
      "模拟会话的平台考核：“周期达标”为完整周期（没有时取最后一个）达标的比例，“全部达标”为每个周期都达标的模拟比例。")
  }
}
