// SPDX-License-Identifier: GPL-3.0-or-later

import Pricing
import RosterFiles
import Rostering
import Wording

extension RosterFileError {
  /// One sentence for a mistake in a file of staff, shifts, cover or a roster.
  func sentence(in file: String) -> Localized {
    let place = line > 0 ? "\(file):\(line)" : file
    func cell(_ en: String, _ zh: String) -> Localized {
      let name = column.map { Harmless.line($0, most: 80) }
      return Localized(
        en: (name.map { "\($0): " } ?? "") + en, zh: (name.map { "\($0)：" } ?? "") + zh
      ).placed(place)
    }
    switch problem {
    case .record(let problem):
      return RecordError(line: line, column: column, problem).sentence(in: file)
    case .outside(let text, let allowed):
      let shown = Harmless.line(text, most: 80)
      let range = "\(allowed.lowerBound)–\(allowed.upperBound)"
      return cell(
        "found \(shown), allowed a whole number, \(range).", "给出 \(shown)，应为 \(range) 的整数。")
    case .notLike(let text, let example):
      let shown = Harmless.line(text, most: 80)
      return cell("found \(shown), allowed text like \(example).", "给出 \(shown)，应形如 \(example)。")
    case .above(let text, let limit):
      return cell("found \(text), allowed at most \(limit).", "给出 \(text)，不应超过 \(limit)。")
    case .together(let error):
      return error.sentence.placed(place)
    }
  }
}

extension RosterProblemError {
  var sentence: Localized {
    switch self {
    case .nobody: Localized(en: "found nobody, allowed one person or more.", zh: "没有人员，至少应有一人。")
    case .noShifts:
      Localized(en: "found no shift, allowed one or more.", zh: "没有班次，至少应有一个。")
    case .outside(let what, let person, let found, let allowed):
      Localized(
        en: "\(what): found \(found), allowed \(allowed.lowerBound) to \(allowed.upperBound).",
        zh: "\(what)：给出 \(found)，应在 \(allowed.lowerBound) 至 \(allowed.upperBound) 之间。"
      ).placed(person.map { Harmless.line($0, most: 80) })
    case .contractHasGaps(let person):
      Localized(
        en: "the contract's periods do not follow one another over all days.",
        zh: "合同时段没有连续覆盖所有日期。"
      ).placed(Harmless.line(person, most: 80))
    case .coverTwice(let day, let kind, let group):
      Localized(
        en: "day \(day + 1), \(kind) \(group): two demands, allowed one.",
        zh: "第 \(day + 1) 天，\(kind) \(group)：有两项需求，只能有一项。")
    case .tooManyLimits(let person, let cells, let allowed):
      Localized(
        en:
          "the limits make \(cells) states of days and counts, allowed \(allowed); leave out limits "
          + "on shifts that he seldom works, or shorten the days.",
        zh: "各项限制产生 \(cells) 个状态，最多 \(allowed) 个；请去掉很少上的班次的限制，或缩短日期范围。"
      ).placed(Harmless.line(person, most: 80))
    }
  }
}
