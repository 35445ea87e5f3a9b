// SPDX-License-Identifier: GPL-3.0-or-later

import PlatformExports
import Spreadsheets
import Tables
import Wording

extension ExportError {
  func sentence(in file: String) -> Localized {
    problem.words.placed(column).placed(line > 0 ? "\(file):\(line)" : file)
  }

  /// Whether the file cannot be read at all.
  var isUnreadable: Bool {
    switch problem {
    case .table(.input), .spreadsheet(.input): true
    case .table, .spreadsheet, .unknownPlatform, .columnsMissing, .notADate, .notAValue, .repeated,
      .noDays:
      false
    }
  }
}

extension ExportError.Problem {
  fileprivate var words: Localized {
    switch self {
    case .table(let kind): return kind.words
    case .spreadsheet(let error): return error.words
    case .unknownPlatform(let found):
      let (known, list) = (
        Platform.allCases.map(\.rawValue).joined(separator: ", "), Harmless.list(found)
      )
      return Localized(
        en: "found the columns \(list), allowed a day and two more of an export of \(known).",
        zh: "给出列 \(list)，应为 \(known) 之一的导出，含日期与另外至少两列。")
    case .columnsMissing(let platform, let needed):
      let list = needed.joined(separator: ", ")
      return Localized(
        en: "found an export of \(platform.rawValue) without the inquiries of a day, allowed with "
          + "one of \(list).",
        zh: "\(platform.rawValue) 的导出没有每日咨询量；应含以下列之一：\(list)。")
    case .notADate(let text): return .cell(text, "a date such as 2026-04-01", "日期，如 2026-04-01")
    case .notAValue(let text, let kind): return .cell(text, kind.allowed.en, kind.allowed.zh)
    case .repeated(let line):
      return Localized(
        en: "found a day that line \(line) has already, allowed each once, or once for each agent.",
        zh: "该日期（及客服）在第 \(line) 行已经出现；每天（或每位客服每天）只能有一行。")
    case .noDays:
      return Localized(
        en: "found no row of a day, allowed one or more.", zh: "没有任何一天的数据行，至少应有一行。")
    }
  }
}

extension ExportColumn.Kind {
  fileprivate var allowed: Localized {
    switch self {
    case .date: Localized(en: "a date", zh: "日期")
    case .name: Localized(en: "a name", zh: "名称")
    case .count, .number: Localized(en: "a number such as 1,234", zh: "数字，如 1,234")
    case .amount: Localized(en: "an amount such as 1,234.50", zh: "金额，如 1,234.50")
    case .share: Localized(en: "a percentage such as 95.3%", zh: "百分比，如 95.3%")
    case .seconds, .minutes:
      Localized(en: "a duration such as 00:02:30 or 150", zh: "时长，如 2分30秒 或 150")
    }
  }
}

extension SpreadsheetError {
  fileprivate var words: Localized {
    switch self {
    case .input(let problem): return TableError.Kind.input(problem).words
    case .binaryFormat:
      return Localized(
        en:
          "found the old .xls format or a file with a password, allowed .xlsx or CSV; save it so.",
        zh: "是旧的 .xls 格式或加了密码的文件；请另存为 .xlsx 或 CSV。")
    case .damaged(let part):
      return Localized(
        en: "found a damaged spreadsheet (\(Harmless.line(part, most: 80))), allowed a whole one; "
          + "save it again.",
        zh: "表格文件已损坏（\(Harmless.line(part, most: 80))）；请重新保存。")
    case .tooLarge(let most):
      return Localized(
        en: "found a spreadsheet of more than \(most) bytes when unpacked, allowed at most that.",
        zh: "表格解压后超过 \(most) 字节；最多这么多。")
    case .tooManyRows(let most): return TableError.Kind.tooManyRows(most: most).words
    case .tooManyCells(let most):
      return Localized(
        en: "found more than \(most) cells, allowed at most that.", zh: "超过 \(most) 个单元格；最多这么多。")
    }
  }
}
