// SPDX-License-Identifier: GPL-3.0-or-later

import Demand
import DemandFitting
import Pricing
import ScenarioFiles
import Wording

extension HistoryError {
  /// Every mistake of the file, one a line: file, line, found, allowed.
  func sentence(in file: String) -> Localized {
    var lines = problems.map { problem in
      let (found, allowed) = problem.kind.words
      let place = problem.line > 0 ? "\(file):\(problem.line)" : file
      return Localized.found(found, allowed: allowed).placed(place)
    }
    if further > 0 {
      lines.append(
        Localized(en: "\(file): \(further) further mistakes.", zh: "\(file)：另有 \(further) 处错误。"))
    }
    return Localized(
      en: lines.map(\.en).joined(separator: "\n"), zh: lines.map(\.zh).joined(separator: "\n"))
  }
}

extension FitError {
  func sentence(in file: String) -> Localized {
    switch self {
    case .noData:
      Localized(
        en: "found no interval with a known count, allowed one or more.",
        zh: "没有任何时段的计数已知，至少应有一个。"
      ).placed(file)
    case .allZero:
      Localized(
        en: "every count is zero; nothing can be learned from it.", zh: "所有计数都为零，无从学习。"
      ).placed(file)
    case .notSolvable:
      Localized(
        en: "the counts cannot be fitted; are some of them beyond 10^12?",
        zh: "计数无法拟合；其中是否有超过 10^12 的？"
      ).placed(file)
    case .badEvent(let line, let found):
      Localized(
        en: "found \"\(cut(found))\", allowed date,name,kind such as "
          + "2026-11-11,Double 11,promotion.",
        zh: "给出“\(cut(found))”，应为 date,name,kind，如 2026-11-11,双11,promotion。"
      ).placed("\(file):\(line)")
    case .eventColumn(let line, let heading, let known):
      eventColumn(cut(heading), known).placed("\(file):\(line)")
    case .eventColumns(let line, let headings):
      Localized(
        en: "found the columns \(headings.map(cut).joined(separator: " and ")), allowed one of a "
          + "meaning.",
        zh: "给出列 \(headings.map(cut).joined(separator: " 与 "))，同一含义只能有一列。"
      ).placed("\(file):\(line)")
    case .noEventDates(let header):
      Localized(
        en: "found the header \"\(cut(header))\", allowed one with a column date.",
        zh: "表头为“\(cut(header))”，应含 date 列。"
      ).placed("\(file):1")
    case .eventTable(let error): RecordError(error).sentence(in: file)
    case .futureTooLong(let days, let allowed):
      Localized(
        en: "the future spans \(days) days; allowed at most \(allowed).",
        zh: "预测期为 \(days) 天；最多 \(allowed) 天。")
    case .futureBeforeHistory:
      Localized(
        en: "the future begins before the history's last day; a forecast looks ahead.",
        zh: "预测期早于历史数据的最后一天；预测只能向前。")
    case .intervalMismatch(let history, let future):
      Localized(
        en: "the future has intervals of \(future) s, the history of \(history) s; whole multiples "
          + "on the same grid are allowed.",
        zh: "预测时段为 \(future) 秒，历史时段为 \(history) 秒；应为同一网格上的整数倍。")
    case .tooFewDays(let found, let needed):
      Localized(
        en: "found \(found) days, a backtest needs \(needed) or more.",
        zh: "只有 \(found) 天，回测至少需要 \(needed) 天。"
      ).placed(file)
    case .tooManyDays(let found, let allowed):
      Localized(
        en: "found \(found) days, allowed at most \(allowed) to learn from; leave out the oldest.",
        zh: "共 \(found) 天，最多从 \(allowed) 天学习；请去掉最早的部分。"
      ).placed(file)
    }
  }

  private func cut(_ text: String) -> String { Harmless.line(text, most: 80) }

  private func eventColumn(_ heading: String, _ known: [String]) -> Localized {
    let near = nearestName(to: heading, among: known)
    let list = known.joined(separator: ", ")
    return Localized(
      en: "found the column \"\(heading)\", allowed \(list)."
        + (near.map { " Did you mean \($0)?" } ?? ""),
      zh: "给出列“\(heading)”，应为 \(list) 之一。" + (near.map { "是否指 \($0)？" } ?? ""))
  }
}
