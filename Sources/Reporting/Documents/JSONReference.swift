// SPDX-License-Identifier: GPL-3.0-or-later

package import Wording

/// The documents of `--format json`, member by member: lists are rows of files, by their columns.
package enum JSONReference {
  package struct Member: Sendable {
    package let name: String
    let meaning: Localized

    init(_ name: String, _ en: String, _ zh: String) {
      self.name = name
      meaning = Localized(en: en, zh: zh)
    }

    /// A list of the rows of a file.
    init(_ name: String, rowsOf file: String) {
      self.init(name, "rows of `\(file)`", "`\(file)` 的各行")
    }
  }

  /// Of each command the members of its document, in order.
  package static let documents: [(command: String, members: [Member])] = [
    (
      "validate",
      [
        version,
        Member(
          "files",
          "each with `file`, `is_valid`, `kind` (`scenario` or `contract`) and `mistakes`: `line`, `path` "
            + "and `text`",
          "每个文件：file、is_valid、kind（scenario 或 contract）、mistakes：line 行号、path 键路径、text 说明"),
      ]
    ),
    (
      "compare",
      [version, scenario, hash, seed]
        + [
          Member("first_day", "first day of the horizon", "期间第一天"),
          Member("last_day", "last day, which counts", "最后一天（含）"), zone,
          Member("replication_count", "simulated horizons", "模拟次数"),
          Member("plans", rowsOf: "comparison.csv"), Member("targets", rowsOf: "targets.csv"),
          Member(
            "verdict",
            "`outcome` as a word, `plans` that it is about, `statements` with `topic` and `text`, "
              + "`figures`: rows of `verdict.csv`",
            "outcome 结论（单词）、plans 所涉方案、statements 含 topic 与 text、figures 为 `verdict.csv` 的各行"),
          Member("risk", rowsOf: "risk.csv"), Member("platform", rowsOf: "platform.csv"),
          Member("spread", rowsOf: "spread.csv"),
          Member("replications", rowsOf: "replications.csv"),
          Member("breakeven", rowsOf: "breakeven.csv"),
          Member("crossings", rowsOf: "crossings.csv"), Member("staffing", rowsOf: "staffing.csv"),
          Member(
            "planned",
            "of each plan with `staffing: planned` cost and targets `planned` and with the `fewest` on its "
              + "shifts, which was `kept`, and what planning `saves`; empty without such a plan",
            "各 `staffing: planned` 方案：规划（planned）与最少人数（fewest）各自的费用与目标，kept 为采用者，saves 为规划节省；没有此类方案时为空"
          ),
          Member("planned_days", rowsOf: "planned-days.csv"),
          Member(
            "change", "rows of `change.csv`; null without `--against`",
            "`change.csv` 的各行；没有 --against 时为 null"),
        ] + observed
    ),
    (
      "simulate",
      [version, scenario, zone]
        + [
          Member(
            "estimates",
            "with `--precision`: `measure`, `mean` and `half_width`, plain and corrected",
            "使用 --precision 时：measure、mean、half_width，校正前后"),
          Member("targets", rowsOf: "targets.csv"), Member("months", rowsOf: "months.csv"),
          Member("agents", rowsOf: "agents.csv"), Member("people", rowsOf: "people.csv"),
          Member(
            "overnight",
            "with `overnight`, of each plan, as means per replication: `plan`, `messages`, "
              + "`answered`, `left`, `unserved`, `mean_wait` in seconds from opening",
            "设 overnight 时，各方案每次模拟的均值：plan、messages、answered、left、unserved、mean_wait（自开门起，秒）"),
          Member("waits", rowsOf: "waits.csv"), Member("replications", rowsOf: "replications.csv"),
        ] + observed
    ),
    (
      "whatif",
      [
        version,
        Member(
          "points",
          "each with `settings` (the keys of `--set`) and `plans`: rows of `comparison.csv`",
          "每个网格点：settings 为 --set 的键，plans 为 `comparison.csv` 的各行"),
      ]
    ),
    (
      "study status",
      [
        version,
        Member("identity", "names what decides the study's rows", "标识决定该研究各行的内容"),
        Member("shards", "number of shards", "分片数"),
        Member("complete", "shards that are done, as `3,7-9`", "已完成的分片，如 `3,7-9`"),
        Member("missing", "shards without a file", "缺少文件的分片"),
        Member("stale", "of other points, or cut otherwise", "点或切分不同的分片"),
        Member("foreign", "of another version or scenario", "版本或场景不同的分片"),
        Member("broken", "cut off, or changed", "被截断或改动的分片"),
        Member("ready", "shards that can be run now", "现在可以运行的分片"),
      ]
    ),
    (
      "explore",
      [version, scenario, zone, Member("favourite", "plan that the verdict is about", "结论所涉方案")]
        + [
          Member("plans", rowsOf: "comparison.csv"), Member("risk", rowsOf: "risk.csv"),
          Member("tornado", rowsOf: "tornado.csv"), Member("surface", rowsOf: "surface.csv"),
          Member("hybrid", rowsOf: "hybrid.csv"), Member("provider", rowsOf: "provider.csv"),
          Member("frontier", rowsOf: "frontier.csv"),
        ]
    ),
    (
      "require",
      [version, scenario, zone]
        + [
          Member("plan", "whose agent groups may be on duty", "提供客服组的方案"),
          Member("hold", "`interval`, `day` or `period`", "interval、day 或 period"),
          Member("answer", "`met`, `undecided` or `missed`", "met、undecided 或 missed"),
          Member("requirements", rowsOf: "requirements.csv"),
          Member("service", rowsOf: "requirement-service.csv"),
          Member("checks", rowsOf: "requirement-checks.csv"),
        ]
    ),
    (
      "roster make",
      [
        version, Member("first_day", "of the roster", "班表首日"),
        Member("last_day", "of the roster", "班表末日"), Member("people", "people of the staff", "人员数"),
        Member("objective", "price of the roster, in points", "班表的代价（点）"),
        Member("objective_parts", "the same by part", "代价的各组成部分"),
        Member("bound", "no roster costs less", "任何班表都不低于此代价"),
        Member("gap", "(objective − bound) ÷ objective", "(objective − bound) ÷ objective"),
        Member("proven", "whether no roster costs less", "是否已证明最优"),
        Member(
          "ending", "`proven`, `gap`, `iterations` or `time`", "proven、gap、iterations 或 time"),
        Member("method", "how it was found", "求解方法"),
        Member("seed", "as text: JSON readers keep 53 bits of a number", "文本：JSON 的数字只保留 53 位"),
        Member("iterations", "rounds of improvement", "改进轮数"),
        Member("changes", "places that differ from `--previous`", "与 --previous 不同的处数"),
        Member(
          "shortages",
          "each with `date`, `shift`, `group`, `wanted`, `rostered`, `able`, `on_leave`",
          "每项含 date、shift、group、wanted、rostered、able、on_leave"),
        Member(
          "broken_rules", "each with `person`, `date`, `rule`, `found`, `allowed`",
          "每项含 person、date、rule、found、allowed"),
        Member("seconds", "by the clock; not in `summary.json`", "所用秒数；summary.json 中没有"),
        Member("roster", rowsOf: "roster.csv"), Member("coverage", rowsOf: "coverage.csv"),
      ]
    ),
    (
      "roster check",
      [
        version, Member("first_day", "of the roster", "班表首日"),
        Member("last_day", "of the roster", "班表末日"),
        Member(
          "broken_rules", "each with `person`, `date`, `rule`, `found`, `allowed`",
          "每项含 person、date、rule、found、allowed"),
        Member(
          "shortages",
          "with `--cover` by shifts: each with `date`, `shift`, `group`, `wanted`, `rostered`, `able`, "
            + "`on_leave`",
          "以 --cover 给出按班次的需求时：每项含 date、shift、group、wanted、rostered、able、on_leave"),
        Member(
          "short_intervals",
          "with a requirement as `--cover`: each with `date`, `from`, `to`, `group`, `wanted`, `on_duty`; "
            + "else null",
          "以 requirements.csv 作 --cover 时：每项含 date、from、to、group、wanted、on_duty；否则为 null"),
      ]
    ),
    (
      "bill",
      [
        version,
        Member(
          "plans",
          "each with `total`, `months` (their `lines` are rows of `invoices.csv`), `cash_flow`, "
            + "`ledger` (rows of `ledger.csv`) and `notices`; or `refused`",
          "每个方案：total、months（其 lines 为 `invoices.csv` 的各行）、cash_flow、ledger（`ledger.csv` 的各行）、"
            + "notices；或 refused"),
        Member(
          "audit", "with `--against`: `agrees`, `overcharge`, `differences`",
          "使用 --against 时：agrees、overcharge、differences"),
      ]
    ),
    (
      "fit",
      [
        version, Member("scenario", "text of the fitted file", "拟合所得场景文件的文本"),
        Member("remarks", "what the data cannot tell, in sentences", "数据无法说明之处（句子）"),
        Member("days", rowsOf: "fit_days.csv"), Member("week", rowsOf: "fit_week.csv"),
        Member("effects", rowsOf: "fit_effects.csv"),
        Member("dispersion", rowsOf: "fit_dispersion.csv"),
      ]
    ),
    (
      "backcast",
      [
        version, scenario, hash, Member("file", "name of the history's file", "历史文件名"),
        Member("first_day", "first day of the record that is simulated", "模拟的首日"),
        Member("last_day", "last day, which counts", "末日（含）"), zone,
        Member("plan", "key of the plan whose people answered", "其人员接待的方案的键"),
        Member("replication_count", "simulated horizons", "模拟次数"),
        Member("statements", "where the model is wrong, in sentences", "模型不符之处（句子）"),
        Member("rows", rowsOf: "backcast.csv"), Member("bills", rowsOf: "backcast-bills.csv"),
      ]
    ),
    (
      "score",
      [
        version, Member("file", "name of the log's file", "日志文件名"),
        Member("first_day", "first day of the log", "日志首日"),
        Member("last_day", "last day of the log, which counts", "日志末日（含）"),
        Member("messages", "rows of the log; null of an export", "日志的消息数；平台导出为 null"),
        Member("sessions", "its sessions; null likewise", "会话数；同上"),
        Member(
          "rules", "rows of `rules.csv`: of each rule the version in force on the last day",
          "`rules.csv` 的各行：每条规则在末日生效的版本"),
        Member("scores", rowsOf: "scores.csv"),
      ]
    ),
    (
      "forecast",
      [
        version, zone, Member("interval", "seconds that a row covers", "一行所含的秒数"),
        Member("intervals", rowsOf: "forecast.csv"), Member("days", rowsOf: "forecast-daily.csv"),
        Member("months", rowsOf: "forecast-monthly.csv"),
      ]
    ),
    (
      "backtest",
      [
        version,
        Member(
          "scores",
          "`forecast`, `days_ahead`, `origins`, `wape`, `pinball_loss`, `coverage`, `daily_coverage`",
          "forecast 预测、days_ahead 提前天数、origins 起点数、wape、pinball_loss、coverage、daily_coverage"),
      ]
    ),
    (
      "backtest --decide",
      [
        version, Member("decisions", rowsOf: "decisions.csv"),
        Member("rules", rowsOf: "decision-rules.csv"),
      ]
    ),
  ]

  package static func markdown(_ language: Language) -> String {
    let head = Localized(
      en: """
        # What `--format json` prints

        One document; a list holds the rows of a file, its columns as members: the same names, numbers with \
        the same decimals, null for an empty cell.
        """,
      zh: """
        # `--format json` 的输出

        一份文档；列表即某个文件的各行，列名为成员名：名称与小数位数相同，空单元格为 null。
        """)[language]
    let columns = Localized(en: "| member | content |", zh: "| 成员 | 内容 |")[language]
    let parts = documents.map { command, members in
      "\n## `inquiry \(command)`\n\n\(columns)\n|---|---|\n"
        + members.map { "| `\($0.name)` | \($0.meaning[language]) |\n" }.joined()
    }
    return head + "\n" + parts.joined()
  }

  private static let version = Member(
    "schema_version", "rises when a column or member changes", "列或成员变动时增大")
  private static let scenario = Member("scenario", "its name", "场景名称")
  private static let hash = Member(
    "scenario_hash", "of the file, the settings and the histories", "文件、设置与历史记录的指纹")
  private static let seed = Member(
    "seed", "as text: JSON readers keep 53 bits of a number", "文本：JSON 的数字只保留 53 位")
  private static let zone = Member("time_zone", "IANA zone of days and times", "日期与时刻的 IANA 时区")
  private static let observed = [
    Member("states", "with `--states`: rows of `states.csv`", "使用 --states 时：`states.csv` 的各行"),
    Member(
      "agent_days", "with `--states`: rows of `agent_days.csv`",
      "使用 --states 时：`agent_days.csv` 的各行"),
    Member("errors", "with `--errors`: rows of `errors.csv`", "使用 --errors 时：`errors.csv` 的各行"),
    Member(
      "scorecards", "with `--rule`: rows of `scorecards.csv`", "使用 --rule 时：`scorecards.csv` 的各行"),
  ]
}
