// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Pricing
import Scorecards
import ScenarioFiles
import Tables
import Wording

extension ScoreError {
  func sentence(in file: String) -> Localized {
    let words: Localized =
      switch reason {
      case .notInForce(let days, let first):
        Localized(
          en: "found a log of \(days), allowed days on which the rule is in force"
            + (first.map { ", which begins on \($0)." } ?? "."),
          zh: "日志为 \(days)，应为规则生效的日期" + (first.map { "（自 \($0) 起）。" } ?? "。"))
      case .nothingToCount:
        Localized(
          en: "found none of what the rule counts (questions, answers by a person), allowed one "
            + "or more.",
          zh: "日志中没有该规则统计的内容（提问、人工回复），至少应有一项。")
      case .windowNeverMet(let window):
        Localized(
          en: "found no message within \(window), the rule's times of day, allowed one or more.",
          zh: "没有一条消息在规则的考核时段 \(window) 之内，至少应有一条。")
      case .allExempt(let days):
        Localized(
          en: "found a log of \(days), all of whose days the rule leaves out, allowed others too.",
          zh: "日志为 \(days)，全部是该规则不考核的日期，还应有其他日期。")
      }
    return words.placed(key).placed(file)
  }
}

extension MessageLogError {
  /// Every mistake of the file, one a line.
  func sentence(in file: String) -> Localized {
    var lines = problems.map { problem in
      problem.kind.words.placed(problem.line > 0 ? "\(file):\(problem.line)" : file)
    }
    if further > 0 {
      lines.append(
        Localized(en: "\(file): \(further) further mistakes.", zh: "\(file)：另有 \(further) 处错误。"))
    }
    return Localized(
      en: lines.map(\.en).joined(separator: "\n"), zh: lines.map(\.zh).joined(separator: "\n"))
  }

  /// Whether the file cannot be read at all.
  var isUnreadable: Bool {
    problems.contains { if case .table(.input) = $0.kind { true } else { false } }
  }
}

extension MessageLogError.Kind {
  fileprivate var words: Localized {
    switch self {
    case .table(let kind): return kind.words
    case .noColumn(let names, let found):
      let (names, found) = (names.joined(separator: ", "), Harmless.list(found))
      return Localized(
        en: "found the columns \(found), allowed with one of \(names).",
        zh: "给出列 \(found)，还应有其中之一：\(names)。")
    case .twoColumns(let meaning, let names):
      let list = Harmless.list(names)
      return Localized(
        en: "found the columns \(list), allowed one for \(meaning).",
        zh: "给出列 \(list)，表示 \(meaning) 的只能有一列。")
    case .tooFewFields(let found, let needed):
      return Localized(
        en: "found \(found) fields, allowed \(needed) or more.",
        zh: "给出 \(found) 个字段，至少应有 \(needed) 个。")
    case .badTime(let text):
      return .cell(
        text, "a date and a time such as 2026-03-02 09:00:12", "日期和时刻，如 2026-03-02 09:00:12")
    case .mixedZones:
      return Localized(
        en: "found another zone offset than in the rows before, allowed one for all, or none.",
        zh: "时区偏移与前面各行不同；应全部相同，或都没有。")
    case .noSide:
      return Localized(
        en: "found no side, allowed customer, agent, robot and the like: who wrote the message.",
        zh: "没有发送方；应写明由谁发出：顾客、客服、机器人等。")
    case .unknownSide(let text, let allowed):
      let list = allowed.joined(separator: ", ")
      return .cell(text, list + ", or the Chinese for one", "\(list) 之一或其中文")
    case .noSession:
      return Localized(
        en: "found no session, allowed its name or number in every row.", zh: "会话为空；每行都应有会话的名称或编号。")
    case .outOfOrder(let line):
      return Localized(
        en:
          "found a message earlier than that on line \(line) of its session, allowed rows in order "
          + "of time within a session, or --sort.",
        zh: "该消息早于同一会话第 \(line) 行的消息；会话内应按时间排序，或使用 --sort。")
    case .noCustomer:
      return Localized(
        en: "found no message of a customer, allowed one or more.", zh: "没有任何顾客消息，至少应有一条。")
    case .spanTooLong(let days, let most):
      return Localized(
        en: "found \(days) days from the first message to the last, allowed at most \(most).",
        zh: "首条与末条消息相隔 \(days) 天，最多 \(most) 天。")
    }
  }
}

extension TableError.Kind {
  /// As every other table's reader says it.
  var words: Localized {
    let whole = RecordError(TableError(line: 0, self)).sentence(in: "")
    func rest(_ text: String, _ mark: String) -> String {
      text.hasPrefix(mark) ? String(text.dropFirst(mark.count)) : text
    }
    return Localized(en: rest(whole.en, ": "), zh: rest(whole.zh, "："))
  }
}

extension Localized {
  /// A cell that is none of what is allowed.
  static func cell(_ text: String, _ en: String, _ zh: String) -> Localized {
    let shown = Harmless.line(text, most: 80)
    return Localized(en: "found \(shown), allowed \(en).", zh: "给出 \(shown)，应为 \(zh)。")
  }
}

extension RuleError {
  func sentence(in file: String) -> Localized {
    var words = problem.words
    if case .unknownColumn(let known) = problem, let column,
      let near = nearestName(to: column, among: known)
    {
      words = Localized(en: words.en + " Did you mean \(near)?", zh: words.zh + "是否指 \(near)？")
    }
    return words.placed(column.map { Harmless.line($0, most: 80) })
      .placed(line > 0 ? "\(file):\(line)" : file)
  }

  /// Whether the file cannot be read at all.
  var isUnreadable: Bool { if case .table(.input) = problem { true } else { false } }
}

extension RuleError.Problem {
  fileprivate var words: Localized {
    switch self {
    case .table(let kind): return kind.words
    case .unknownColumn(let known):
      let list = known.joined(separator: ", ")
      return Localized(en: "an unknown column; allowed: \(list).", zh: "未知的列；可用：\(list)。")
    case .columnMissing:
      return Localized(en: "found no such column, which is needed.", zh: "缺少这一列。")
    case .empty: return Localized(en: "found nothing, but the row needs it.", zh: "为空，但该行需要它。")
    case .notOneOf(let text, let allowed):
      let list = allowed.joined(separator: ", ")
      return .cell(text, list, "以下之一：\(list)")
    case .notAKey(let text):
      return .cell(
        text, "letters, digits, points and dashes as in own.3min, 64 at most",
        "字母、数字、点和连字符，如 own.3min，至多 64 个字符")
    case .notAWindow(let text):
      return .cell(
        text, "times of one day as 08:00-23:00, the end after the start",
        "同一天内的时段，如 08:00-23:00，止晚于起")
    case .notSeconds(let text):
      return .cell(text, "seconds above 0, at most 86400", "大于 0 且不超过 86400 的秒数")
    case .notADate(let text): return .cell(text, "a date such as 2026-11-11", "日期，如 2026-11-11")
    case .notDates(let text):
      return .cell(
        text, "days as 2026-02-16 or 2026-02-16/2026-02-22, with semicolons between",
        "日期，如 2026-02-16 或 2026-02-16/2026-02-22，以分号分隔")
    case .notAPeriod(let text):
      return .cell(
        text, "day, week, month or days that roll, as 30_days, at most 366",
        "day、week、month，或滚动天数，如 30_days，最多 366 天")
    case .notALadder(let text):
      return .cell(
        text, "grades with bounds, the best first, as good>=90%;safe>=70%;weak",
        "等级与界限，最好的在前，如 good>=90%;safe>=70%;weak")
    case .gradesOutOfOrder(let name, let better):
      return Localized(
        en: "found the bound of \(name) at or before that of \(better), the better grade; allowed "
          + "bounds in order, the best first.",
        zh: "等级 \(name) 的界限不劣于更好的等级 \(better)；界限应按次序，最好的在前。")
    case .unknownTarget(let text, let known):
      let list = known.joined(separator: ", ")
      return .cell(text, "one of the grades with a bound: \(list)", "有界限的等级之一：\(list)")
    case .meanOfCustomers:
      return Localized(
        en: "found a mean of customers, allowed of sessions, rounds or messages.",
        zh: "均值不能按顾客统计；应为 session、round 或 message。")
    case .validityReversed(let from, let to):
      return Localized(
        en: "found \(to), allowed \(from), the first day of the version, or later.",
        zh: "给出 \(to)，应不早于该版本的首日 \(from)。")
    case .repeatedVersion(let version, let line):
      return Localized(
        en: "found \(version) again, which line \(line) has for the same rule; allowed each once.",
        zh: "\(version) 在第 \(line) 行已用于同一规则；每个版本只能出现一次。")
    case .versionsOverlap(let key, let version, let other, let date):
      return Localized(
        en:
          "\(key): found versions \(version) and \(other) both in force on \(date), allowed one on "
          + "each day.",
        zh: "\(key)：版本 \(version) 与 \(other) 在 \(date) 同时生效；每天只能有一个。")
    case .versionsGap(let key, let version, let other, let days):
      return Localized(
        en:
          "\(key): found no version in force on \(days), between \(version) and \(other); allowed "
          + "versions that follow day on day.",
        zh: "\(key)：版本 \(version) 与 \(other) 之间的 \(days) 没有生效的版本；各版本应逐日相接。")
    }
  }
}
