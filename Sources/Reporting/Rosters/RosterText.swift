// SPDX-License-Identifier: GPL-3.0-or-later

package import Application
import Calendars
import Rostering
import Wording

/// A roster for a reader: who works when, where people are missing, what it costs and how near to the
/// best it is.
package struct RosterText {
  private let outcome: RosterMakeUseCase.Outcome
  private let style: NumberStyle

  package init(_ outcome: RosterMakeUseCase.Outcome, style: NumberStyle) {
    self.outcome = outcome
    self.style = style
  }

  private func say(_ en: String, _ zh: String) -> String {
    Localized(en: en, zh: zh)[style.language]
  }

  private var problem: RosterProblem { outcome.problem }

  var heading: String {
    let days = problem.days
    return say(
      "Roster of \(problem.people.count) people, \(days.first) to \(days.last)",
      "\(problem.people.count) 人的班表，\(days.first) 至 \(days.last)")
  }

  /// Days of a person, with shifts by their names.
  var grid: TextTable {
    var table = TextTable(columns: [.init(say("Person", "人员"), .left)])
    table.columns += problem.days.map { .init("\($0.month)/\($0.day)", .left) }
    let roster = outcome.solution.roster
    table.rows = problem.people.indices.map { person in
      [problem.people[person].name]
        + (0..<roster.days).map { day in
          if let duty = roster[person, day] { return problem.kinds[duty.kind].name }
          return problem.people[person].leave.contains(day) ? say("leave", "假") : "·"
        }
    }
    return table
  }

  var parts: TextTable {
    var table = TextTable(columns: [
      .init(say("Part of the price", "代价构成"), .left), .init(say("Points", "点")),
    ])
    let objective = outcome.solution.objective
    table.rows =
      objective.parts.filter { $0.value > 0 }
      .map { [$0.name[style.language], style.count($0.value)] }
      + [[say("Total", "合计"), style.count(objective.total)]]
    return table
  }

  /// Days and shifts with too few people.
  var shortages: TextTable? {
    ShortageTable(outcome.shortages, of: problem, style.language).table
  }

  /// Sentences on what is missing, what was changed and how good the roster is.
  var sentences: [String] {
    let solution = outcome.solution
    var lines: [String] = []
    let certain = outcome.shortages.filter(\.isCertain)
    if outcome.shortages.isEmpty {
      lines.append(say("Every shift has its people.", "每个班次人员齐备。"))
    } else if !certain.isEmpty {
      lines.append(
        say(
          "\(certain.count) of these cannot be filled by any roster: fewer people may work them than "
            + "are wanted. Take back leave or settled days, or lower the cover.",
          "其中 \(certain.count) 项任何班表都无法补齐：可上的人少于需求。请调整休假、锁定或需求。"))
    }
    if let changes = outcome.changes {
      lines.append(
        say(
          "\(style.count(changes)) places differ from the earlier roster.",
          "与先前班表有 \(style.count(changes)) 处不同。"))
    }
    lines.append(
      outcome.violations.isEmpty
        ? say("No rule of any person is broken.", "没有违反任何人的规则。")
        : say(
          "\(outcome.violations.count) rules are broken.", "违反 \(outcome.violations.count) 条规则。"))
    lines.append(quality(solution))
    return lines
  }

  private func quality(_ solution: RosterSolution) -> String {
    let (total, bound) = (style.count(solution.objective.total), style.count(solution.bound))
    if solution.isProven {
      return say("Price \(total), proven: no roster costs less.", "代价 \(total)，已证明没有更低的班表。")
    }
    let gap = style.percent(solution.gap)
    let ending: String =
      switch solution.ending {
      case .proven: ""
      case .gap: say("ended at the wanted gap", "达到要求的差距后结束")
      case .iterations: say("ended after all rounds", "完成全部轮次后结束")
      case .time: say("ended by time, so that a run need not repeat", "到时限结束，重复运行结果可能不同")
      case .cancelled: say("interrupted", "被中断")
      }
    return say(
      "Price \(total), at least \(bound) is needed: a gap of \(gap); \(ending).",
      "代价 \(total)，至少需要 \(bound)：差距 \(gap)；\(ending)。")
  }

  /// How it was found.
  var method: String {
    let solution = outcome.solution
    return say(
      "Column generation with neighbourhoods, \(solution.iterations) rounds, seed \(solution.seed).",
      "列生成与邻域搜索，\(solution.iterations) 轮，种子 \(solution.seed)。")
  }

  /// All of it for a terminal.
  package func text() -> String {
    var text = heading + "\n\n"
    if problem.days.count <= 31 { text += grid.text() + "\n" }
    if let shortages { text += shortages.text() + "\n" }
    text += parts.text() + "\n" + sentences.joined(separator: "\n") + "\n"
    let seconds = Decimals.fixed(outcome.solution.seconds, places: 1)
    return text + method + say(" \(seconds) s.", "用时 \(seconds) 秒。") + "\n"
  }
}
