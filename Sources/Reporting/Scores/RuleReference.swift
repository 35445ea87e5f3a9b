// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Exports
package import Scorecards
package import Tables
package import Wording

/// The reply rules that the program brings, for readers and for machines.
package enum RuleReference {
  private static var rules: [ReplyRule] { RuleBook.presets.entries.flatMap(\.versions) }

  package static func markdown(_ language: Language) -> String {
    let words = RuleWords(style: NumberStyle(language))
    let columns = Localized(
      en: "| rule | version | in force | graded | unit | counted | grades | certainty | source |",
      zh: "| 规则 | 版本 | 生效 | 考核时段 | 单位 | 统计 | 等级 | 确定程度 | 出处 |")[language]
    let rows = rules.map { rule in
      let cells = [
        "`\(rule.key)`<br>\(rule.name[language])", rule.version, words.validity(rule),
        words.window(rule), words.units(rule.unit), words.counted(rule), words.grades(rule),
        words.certainty(rule.certainty), rule.source,
      ]
      return "| " + cells.joined(separator: " | ") + " |\n"
    }
    return head[language] + "\n\n" + aliases[language] + "\n\n" + columns
      + "\n|---|---|---|---|---|---|---|---|---|\n"
      + rows.joined()
  }

  /// The file that `--rules` reads.
  package static var csv: String {
    String(decoding: CSVTable.rules.encoded(rules), as: UTF8.self)
  }

  package static var json: JSONValue {
    [
      "schema_version": .integer(CSVSchema.version),
      "rules": CSVTable.rules.json(rules),
    ]
  }

  /// Platforms that rules may be named by otherwise.
  private static var aliases: Localized {
    let names = RuleBook.aliases.sorted { $0.key < $1.key }
    return Localized(
      en: "Other names are understood in every key: "
        + names.map { "`\($0.key)` for `\($0.value)`" }.joined(separator: ", ")
        + "; `tmall.3min` is `taobao.3min`.",
      zh: "规则名称中也可写平台别名："
        + names.map { "`\($0.key)` 即 `\($0.value)`" }.joined(separator: "，")
        + "；如 `tmall.3min` 即 `taobao.3min`。")
  }

  private static let head = Localized(
    en: """
      # Reply rules of platforms

      How platforms count replies, by version; `inquiry score` grades a log by them. Rules change every year \
      or two and pages contradict one another, so each tells its source and how sure it is. `inquiry reference \
      rules --format csv` prints them as the file that `score --rules` reads.
      """,
    zh: """
      # 平台的回复考核规则

      各平台统计回复的方式（按版本）；`inquiry score` 据此为聊天记录评分。规则每一两年就会变化，各处说法也有出入，因此逐条注明出处与确定程度。\
      `inquiry reference rules --format csv` 输出的文件可供 `score --rules` 读取。
      """)
}

extension CSVTable<ReplyRule> {
  /// The columns of a file of rules (`RuleFile.columns`).
  package static let rules = CSVTable(
    file: "rules.csv",
    row: Localized(
      en:
        "One row per version of a rule. Only `key` and `unit` are needed; a file of the shop's own may leave "
        + "out the others.",
      zh: "规则的每个版本一行。只有 key 与 unit 必需；店铺自定的文件可省略其余各列。"),
    key: ["key", "version"],
    columns: [
      CSVColumn("platform", en: "Platform", zh: "平台") { .text($0.platform) },
      CSVColumn("key", en: "Name of the rule, as `own.3min`", zh: "规则的名称，如 own.3min") {
        .text($0.key)
      },
      CSVColumn("version", en: "Of the rule; else 1", zh: "版本，默认 1") { .text($0.version) },
      CSVColumn("name_en", en: "English name", zh: "英文名称") { .text($0.name.en) },
      CSVColumn("name_zh", en: "Chinese name", zh: "中文名称") { .text($0.name.zh) },
      CSVColumn(
        "window", en: "Times of day that are graded, before the end; else all",
        zh: "考核时段（不含结束时刻），默认全天"
      ) { .text($0.window.description) },
      CSVColumn(
        "window_by", en: "Which moment lies in it: `session_start`, `message` (else) or `reply`",
        zh: "以何时刻判断：session_start 会话开始、message 消息（默认）、reply 答复"
      ) { .text($0.windowTest.rawValue) },
      CSVColumn(
        "threshold_s", "s", en: "Longest wait in time, to the second; empty counts any answer",
        zh: "达标的最长等待（含）；空则任何答复均达标"
      ) { $0.threshold.map { .number($0) } ?? .empty },
      CSVColumn(
        "unit", en: "`session` (its first question), `round`, `message` or `customer` (once a day)",
        zh: "session 会话（首问）、round 轮次、message 消息、customer 顾客（每天一次）"
      ) { .text($0.unit.rawValue) },
      CSVColumn(
        "clock",
        en:
          "From when the wait counts: `first_unanswered` (else), `last_message` or `session_start`",
        zh: "计时起点：first_unanswered 首条未答消息（默认）、last_message 最后一条、session_start 会话开始"
      ) { .text($0.clockStart.rawValue) },
      CSVColumn(
        "answers", en: "Whose answer counts: `person` (else) or `anyone`, robots too",
        zh: "谁的答复算数：person 人工（默认）、anyone 含机器人"
      ) { .text($0.answeredBy.rawValue) },
      CSVColumn(
        "population", en: "`all` (else) or `reached_person`: only who was passed on to a person",
        zh: "all 全部（默认）、reached_person 仅转人工者"
      ) { .text($0.population.rawValue) },
      CSVColumn(
        "statistic", en: "`rate` (else), `mean` or `leave_words`",
        zh: "rate 比率（默认）、mean 均值、leave_words 留言占比"
      ) { .text($0.statistic.rawValue) },
      CSVColumn(
        "unanswered",
        en: "What no answer counts: `missed` (else), `left_out`, or `until_window_end` as a wait",
        zh: "未答复：missed 未达标（默认）、left_out 不计、until_window_end 计至时段结束"
      ) { .text($0.unanswered.rawValue) },
      CSVColumn(
        "return_within_s", "s",
        as: .integer, en: "A customer who is back so soon goes on with his session; else never",
        zh: "顾客在此时间内返回视为同一会话，默认无"
      ) { .integer($0.returnWithin) },
      CSVColumn(
        "exempt", en: "Days not graded, with semicolons between", zh: "不考核的日期，以分号分隔"
      ) { .text($0.exempt.map(\.description).joined(separator: ";")) },
      CSVColumn(
        "period", en: "Days added up: `day`, `week`, `month` or as `30_days` (else)",
        zh: "合计周期：day、week、month 或如 30_days（默认）"
      ) { .text($0.period.description) },
      CSVColumn(
        "grades", en: "As `good>=90%;safe>=70%;weak`, the best first",
        zh: "等级，如 good>=90%;safe>=70%;weak，最好的在前"
      ) {
        .text($0.grades?.text(inPercent: $0.statistic != .mean) ?? "")
      },
      CSVColumn(
        "target", en: "The grade to be reached; else the last with a bound", zh: "应达到的等级，默认最后一个有界限者"
      ) {
        .text($0.grades.map { $0.steps[$0.target].name } ?? "")
      },
      CSVColumn("penalty_en", en: "What a miss costs, in words", zh: "未达标的后果（英文）") {
        .text($0.penalty?.en ?? "")
      },
      CSVColumn("penalty_zh", en: "The same in Chinese", zh: "未达标的后果（中文）") {
        .text($0.penalty?.zh ?? "")
      },
      CSVColumn(
        "valid_from", as: .date, en: "First day in force; empty where unknown", zh: "生效首日，未知为空"
      ) {
        .text($0.validFrom?.description ?? "")
      },
      CSVColumn(
        "valid_to", as: .date, en: "Last day in force; empty where it goes on", zh: "生效末日，仍有效为空"
      ) {
        .text($0.validTo?.description ?? "")
      },
      CSVColumn(
        "certainty", en: "`certain`, `likely`, `uncertain`, `historic` or `own`",
        zh: "certain 确定、likely 比较确定、uncertain 不确定、historic 已失效、own 自定"
      ) { .text($0.certainty.rawValue) },
      CSVColumn("source", en: "Where the rule is told", zh: "出处") { .text($0.source) },
    ])
}
