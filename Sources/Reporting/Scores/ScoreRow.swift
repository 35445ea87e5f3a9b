// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Exports
package import Scorecards
import Wording

/// One row of `scores.csv`: sums of a log by one rule, and what the rule makes of them.
package struct ScoreRow: Sendable {
  package enum Level: String, Sendable {
    /// The whole log, by the rule's unit and by the others.
    case log
    case day, period, agent
  }

  /// Where in the day the units lie.
  package enum Extent: String, Sendable {
    /// In the rule's window, on days that it grades.
    case window
    case wholeDay = "whole_day"
  }

  let rule: ReplyRule
  let unit: ReplyUnit
  let level: Level
  let extent: Extent
  let span: DateSpan
  let loggedDays: Int
  /// Nil of other levels, and of those whom nobody answered.
  let agent: String?
  let tally: ReplyTally
  /// Whether the rule gives grades to it.
  let isGraded: Bool

  package static func rows(of scorecards: [Scorecard]) -> [ScoreRow] {
    scorecards.flatMap { rows(of: $0) }
  }

  private static func rows(of card: Scorecard) -> [ScoreRow] {
    guard let first = card.days.first?.date, let last = card.days.last?.date,
      let log = DateSpan(first: first, last: last)
    else { return [] }
    func both(
      _ tallies: ReplyTallies, _ level: Level, _ span: DateSpan, rule: ReplyRule? = nil,
      unit: ReplyUnit? = nil, agent: String? = nil
    ) -> [ScoreRow] {
      [(Extent.window, tallies.graded), (.wholeDay, tallies.wholeDay)].map { extent, tally in
        ScoreRow(
          rule: rule ?? card.rule, unit: unit ?? card.unit, level: level, extent: extent,
          span: span, loggedDays: span.count, agent: agent, tally: tally, isGraded: false)
      }
    }
    var rows = card.readings.flatMap { both($0.tallies, .log, log, unit: $0.unit) }
    rows += card.periods.map { period in
      ScoreRow(
        rule: period.rule, unit: card.unit, level: .period, extent: .window, span: period.span,
        loggedDays: period.loggedDays, agent: nil, tally: period.tally,
        isGraded: card.unit == period.rule.unit)
    }
    for day in card.days {
      guard let rule = card.entry.version(on: day.date) else { continue }
      rows += both(day.tallies, .day, DateSpan(unchecked: day.date, day.date), rule: rule)
    }
    for agent in card.agents { rows += both(agent.tallies, .agent, log, agent: agent.name) }
    return rows
  }

  var value: Double? { tally.value(rule.statistic) }
}

extension CSVTable<ScoreRow> {
  package static let scores = CSVTable(
    file: "scores.csv",
    row: Localized(
      en:
        "One row per rule and whole log (by each unit), period, day and agent, in the rule's window "
        + "and over the whole day; sums may be added and divided again, shares must not be averaged.",
      zh: "每个规则下，整份日志（按各种单位）、每个周期、每天、每位客服各一行，分考核时段与全天；各项合计可相加再相除，比率不可平均。"),
    key: ["rule", "unit", "level", "first_day", "agent", "extent"], openKey: ["agent"],
    columns: [
      CSVColumn("rule", en: "Key of the rule", zh: "规则的键") { .text($0.rule.key) },
      CSVColumn("version", en: "Version in force on the last of the days", zh: "其中最后一天生效的版本") {
        .text($0.rule.version)
      },
      CSVColumn(
        "unit", en: "What is counted once: `session`, `round`, `message` or `customer` (a day)",
        zh: "统计单位：session 会话、round 轮次、message 消息、customer 顾客（每天一次）"
      ) { .text($0.unit.rawValue) },
      CSVColumn(
        "level", en: "`log`, `period`, `day` or `agent`", zh: "log 整份日志、period 周期、day 每天、agent 每位客服"
      ) { .text($0.level.rawValue) },
      CSVColumn("first_day", as: .date, en: "First day of the sums", zh: "首日") {
        .text($0.span.first.description)
      },
      CSVColumn("last_day", as: .date, en: "Last day, which counts", zh: "末日（含）") {
        .text($0.span.last.description)
      },
      CSVColumn(
        "logged_days", "days", as: .integer, en: "Of these days those in the log", zh: "其中日志覆盖的天数"
      ) {
        .integer($0.loggedDays)
      },
      CSVColumn(
        "agent", en: "Who answered; empty where nobody did or none is named, and at other levels",
        zh: "答复的客服；无人答复、没有姓名或其他层级时为空"
      ) { $0.agent.map { .text($0) } ?? .empty },
      CSVColumn(
        "extent", en: "`window`: in the rule's times of day; `whole_day`",
        zh: "window 考核时段内、whole_day 全天"
      ) { .text($0.extent.rawValue) },
      CSVColumn("units", "units", as: .integer, en: "Units that count", zh: "计入的单位数") {
        .integer($0.tally.units)
      },
      CSVColumn(
        "in_time", "units", as: .integer,
        en: "Of those, in time; of words left, sessions that were one",
        zh: "其中达标数；留言占比中为留言会话数"
      ) { .integer($0.tally.hits) },
      CSVColumn("answered", "units", as: .integer, en: "Of those, answered at all", zh: "其中有答复的") {
        .integer($0.tally.answered)
      },
      CSVColumn(
        "share", as: .number, en: "in_time ÷ units; empty without a unit",
        zh: "in_time ÷ units；没有单位时为空"
      ) { $0.tally.share.map { .fixed($0, places: 6) } ?? .empty },
      CSVColumn(
        "mean_wait", "s", en: "Mean wait for an answer; empty without one", zh: "平均等待时长；没有答复时为空"
      ) { $0.tally.meanWait.map { .fixed($0, places: 3) } ?? .empty },
      CSVColumn(
        "value", as: .number, en: "What the rule grades: the share, or the mean wait in seconds",
        zh: "规则考核的值：比率，或平均等待秒数"
      ) { $0.value.map { .fixed($0, places: 6) } ?? .empty },
      CSVColumn(
        "grade", en: "Of a period, where the rule has grades; empty below all",
        zh: "周期的等级；规则无等级或低于各级时为空"
      ) { row in
        guard row.isGraded, let value = row.value else { return .empty }
        return row.rule.grades?.grade(of: value).map { .text($0) } ?? .empty
      },
      CSVColumn(
        "meets_target", as: .boolean, en: "Of a period, where the rule has a target",
        zh: "周期是否达标；规则无目标时为空"
      ) {
        row in
        guard row.isGraded, let value = row.value else { return .empty }
        return row.rule.grades.map { .flag($0.meetsTarget(value)) } ?? .empty
      },
    ])
}
