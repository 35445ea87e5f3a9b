// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Money
import Pricing
import ScenarioFiles
import Wording

extension RecordError {
  /// One sentence for a mistake in a recorded file: file, line, column, found, allowed.
  func sentence(in file: String) -> Localized {
    let words = problem.words
    var question = Localized(en: "", zh: "")
    if case .unknownColumn(let known) = problem, let column,
      let near = nearestName(to: column, among: known)
    {
      question = Localized(en: " Did you mean \(near)?", zh: "是否指 \(near)？")
    }
    let column = column.map { Harmless.line($0, most: 80) }
    let en = column.map { "\($0.isEmpty ? "a column without a heading" : $0): " } ?? ""
    let zh = column.map { "\($0.isEmpty ? "没有标题的列" : $0)：" } ?? ""
    return Localized(en: en + words.en + question.en, zh: zh + words.zh + question.zh)
      .placed(line > 0 ? "\(file):\(line)" : file)
  }
}

extension RecordError.Problem {
  fileprivate var words: Localized {
    switch self {
    case .input(let problem):
      let (found, allowed) = problem.words
      return .found(found, allowed: allowed)
    case .empty:
      return Localized(
        en: "no rows; allowed: a header and at least one row.", zh: "没有数据行；应有表头和至少一行数据。")
    case .openQuotation:
      return Localized(en: "a quotation mark that is never closed.", zh: "引号没有闭合。")
    case .notText:
      return Localized(
        en: "bytes that are not UTF-8 text; save all of the file as \"CSV UTF-8\".",
        zh: "含有不是 UTF-8 文本的字节；请将整个文件另存为“CSV UTF-8”。")
    case .rowTooLong(let most):
      return Localized(en: "a row of more than \(most) bytes.", zh: "一行超过 \(most) 字节。")
    case .tooManyRows(let most):
      return Localized(
        en: "more than \(most) rows; allowed at most that.", zh: "超过 \(most) 行；最多这么多行。")
    case .tooManyCells(let most):
      return Localized(
        en: "a row of more than \(most) cells; allowed at most that.",
        zh: "一行超过 \(most) 个单元格；最多这么多。")
    case .tooManyNames(let most):
      return Localized(
        en: "more than \(most) names; allowed at most that here.", zh: "超过 \(most) 个名称；这里最多这么多。")
    case .repeatedColumn:
      return Localized(en: "the column stands there twice.", zh: "该列出现了两次。")
    case .wrongFieldCount(let found, let expected):
      return Localized(
        en: "fields: found \(found), allowed \(expected) as in the header.",
        zh: "字段数：给出 \(found)，应与表头同为 \(expected)。")
    case .unknownColumn(let known):
      let list = known.joined(separator: ", ")
      return Localized(en: "an unknown column; allowed: \(list).", zh: "未知的列；可用：\(list)。")
    case .columnNeeded(let names):
      return Localized(
        en: "no column \(names.joined(separator: " or ")), which is needed here.",
        zh: "缺少列 \(names.joined(separator: " 或 "))，这里需要它。")
    case .columnsExclude(let names):
      return Localized(
        en: "cannot stand beside a column \(names.joined(separator: " or ")).",
        zh: "不能与列 \(names.joined(separator: " 或 ")) 并存。")
    case .notADate(let text):
      return Self.found(text, "a date such as 2026-11-11", "日期，如 2026-11-11")
    case .notAMonth(let text): return Self.found(text, "a month such as 2026-11", "月份，如 2026-11")
    case .notATime(let text):
      return Self.found(text, "a time such as 2026-11-11 20:05", "时刻，如 2026-11-11 20:05")
    case .notAnHour(let text): return Self.found(text, "an hour from 0 to 23", "0 至 23 的小时")
    case .notACount(let text): return Self.found(text, "a whole number of 0 or more", "0 或更大的整数")
    case .countTooLarge(let text, let most):
      return Self.found(text, "at most \(most)", "不超过 \(most)")
    case .currenciesMixed(let found, let expected):
      return Self.found(
        found, "\(expected), the currency of the contract", "合同的币种 \(expected)")
    case .notAnAmount(let text, let error):
      let allowed = error.allowed
      return Self.found(text, allowed.en, allowed.zh)
    case .negative(let text): return Self.found(text, "0 or more", "0 或更大")
    case .notWholeMinutes(let text):
      return Self.found(text, "hours that are whole minutes", "能折成整分钟的小时数")
    case .notOneOf(let text, let allowed):
      let list = allowed.joined(separator: ", ")
      return Self.found(text, list, "以下之一：\(list)")
    case .mustNotBeEmpty:
      return Localized(en: "found nothing, but the row needs it.", zh: "为空，但该行需要它。")
    case .notAName(let text):
      return Self.found(
        text, "a name on one line without invisible characters", "单行且没有不可见字符的名称")
    case .duplicate(let line):
      return Localized(en: "given before, on line \(line).", zh: "第 \(line) 行已经给出。")
    case .severalRuns(let first, let other):
      let names = "\(Harmless.line(first, most: 64)), \(Harmless.line(other, most: 64))"
      return Localized(
        en: "found \(names), allowed one; keep the rows of one plan and one replication.",
        zh: "给出 \(names)，只能有一个；请只保留一个方案、一次模拟的行。")
    case .monthMissing(let month):
      return Localized(
        en: "no row of \(month), though months before and after are there.",
        zh: "前后月份都有，唯独缺少 \(month)。")
    case .tooManyYears:
      return Localized(en: "more than 20 years; allowed at most that.", zh: "超过 20 年；最多 20 年。")
    }
  }

  private static func found(_ text: String, _ en: String, _ zh: String) -> Localized {
    let shown = Harmless.line(text, most: 80)
    return Localized(en: "found \(shown), allowed \(en).", zh: "给出 \(shown)，应为\(zh)。")
  }
}

extension DecimalError {
  fileprivate var allowed: Localized {
    switch self {
    case .notANumber:
      Localized(
        en: "a decimal number such as 1234.50, without separators of thousands",
        zh: "小数，如 1234.50，不带千位分隔符")
    case .tooManyPlaces(_, let places):
      Localized(en: "at most \(places) decimal places", zh: "最多 \(places) 位小数")
    case .tooLarge: Localized(en: "at most ten trillion", zh: "不超过十万亿")
    }
  }
}
