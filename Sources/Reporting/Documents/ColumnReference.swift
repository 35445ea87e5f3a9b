// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Scorecards
package import Wording

/// The reference of the columns of every command's files, made from the tables that write them.
package enum ColumnReference {
  package static func markdown(_ language: Language) -> String {
    let others = parts.map { head, schemas in
      "\n" + head[language] + "\n" + schemas.map { "\n" + $0.markdown(language) }.joined()
    }
    return ResultDocuments.schemaReference(language) + others.joined()
  }

  /// The columns of every file of this target's commands.
  package static var schemas: [CSVSchema] {
    ResultDocuments.allSchemas + parts.flatMap(\.schemas)
  }

  private static let parts: [(head: Localized, schemas: [CSVSchema])] = [
    (whatIf, []), (requirements, RequirementDocuments.schemas),
    (plans, StaffPlanDocuments.schemas), (today, TodayDocuments.schemas),
    (chatLimits, ChatLimitDocuments.schemas), (headcounts, HeadcountDocuments.schemas),
    (rosters, RosterDocuments.schemas),
    (bills, BillDocuments.schemas), (studies, StudyTables.schemas),
    (decisions, DecisionDocuments.schemas),
    (scores, ScoreDocuments.schemas + [CSVTable<MessageRow>.messages.schema]),
    (backcast, BackcastDocuments.schemas),
    (rules, [CSVTable<ReplyRule>.rules.schema]),
  ]

  private static let whatIf = Localized(
    en: """
      # The file of `inquiry whatif`

      `whatif.csv` has one row per point and plan: a column for each key of `--set`, named by the key, then \
      the columns of `comparison.csv`.
      """,
    zh: """
      # `inquiry whatif` 的文件

      `whatif.csv` 每个网格点、每个方案一行：先是 `--set` 的每个键各占一列，列名即键名，然后是 `comparison.csv` 的各列。
      """)

  private static let requirements = Localized(
    en: "# The files of `inquiry require`", zh: "# `inquiry require` 的文件")

  private static let plans = Localized(
    en: "# The files of `inquiry plan`", zh: "# `inquiry plan` 的文件")

  private static let today = Localized(
    en: "# The files of `inquiry today`", zh: "# `inquiry today` 的文件")

  private static let chatLimits = Localized(
    en: "# The files of `inquiry chat-limits`", zh: "# `inquiry chat-limits` 的文件")

  private static let headcounts = Localized(
    en: "# The files of `inquiry headcount`", zh: "# `inquiry headcount` 的文件")

  private static let rosters = Localized(
    en: "# The files of `inquiry roster make`", zh: "# `inquiry roster make` 的文件")

  private static let decisions = Localized(
    en: "# The files of `inquiry backtest --decide`", zh: "# `inquiry backtest --decide` 的文件")

  private static let studies = Localized(
    en: """
      # The files of `inquiry study collect`

      `points.csv` has a column for each key that the study varies behind `point`, named by the key; \
      `replications.csv` has the outputs that the grid asks for, here the usual ones.
      """,
    zh: """
      # `inquiry study collect` 的文件

      `points.csv` 在 `point` 之后为研究变动的每个键各有一列，列名即键名；`replications.csv` 的输出列由网格文件指定，此处为默认值。
      """)
  private static let backcast = Localized(
    en: "# The files of `inquiry backcast`", zh: "# `inquiry backcast` 的文件")

  private static let scores = Localized(
    en: "# The files of `inquiry score`", zh: "# `inquiry score` 的文件")

  private static let rules = Localized(
    en: "# The file of rules that `inquiry score --rules` reads",
    zh: "# `inquiry score --rules` 读取的规则文件")

  private static let bills = Localized(
    en: "# The files of `inquiry bill`", zh: "# `inquiry bill` 的文件")
}
