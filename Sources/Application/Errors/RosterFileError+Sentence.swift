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
    case .outside(let quantity, let person, let found, let allowed):
      Localized(
        en:
          "\(quantity.words.en): found \(found), allowed \(allowed.lowerBound) to \(allowed.upperBound).",
        zh: "\(quantity.words.zh)：给出 \(found)，应在 \(allowed.lowerBound) 至 \(allowed.upperBound) 之间。"
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

extension RosterQuantity {
  fileprivate var words: Localized {
    switch self {
    case .days: Localized(en: "days", zh: "天数")
    case .people: Localized(en: "people", zh: "人数")
    case .duties: Localized(en: "shifts times groups", zh: "班次数乘客服组数")
    case .shiftStart: Localized(en: "start of a shift in minutes", zh: "班次开始（分钟）")
    case .shiftLength: Localized(en: "length of a shift in minutes", zh: "班次时长（分钟）")
    case .paidMinutes: Localized(en: "paid minutes of a shift", zh: "班次计薪分钟")
    case .price: Localized(en: "price", zh: "代价")
    case .demandDay: Localized(en: "day of a demand", zh: "需求的日期序号")
    case .demandShift: Localized(en: "shift of a demand", zh: "需求的班次序号")
    case .demandGroup: Localized(en: "group of a demand", zh: "需求的客服组序号")
    case .demandPeople: Localized(en: "people wanted", zh: "需求人数")
    case .underPrice: Localized(en: "price of people too few", zh: "缺员代价")
    case .overPrice: Localized(en: "price of people too many", zh: "超员代价")
    case .leastDaysInRow: Localized(en: "least days in a row", zh: "最少连续上班天数")
    case .mostDaysInRow: Localized(en: "most days in a row", zh: "最多连续上班天数")
    case .leastDaysOffInRow: Localized(en: "least days off in a row", zh: "最少连续休息天数")
    case .rest: Localized(en: "rest in minutes", zh: "班间休息（分钟）")
    case .group: Localized(en: "group of a person", zh: "人员的客服组序号")
    case .leastMinutes: Localized(en: "least paid minutes", zh: "最少计薪分钟")
    case .mostMinutes: Localized(en: "most paid minutes", zh: "最多计薪分钟")
    case .wishDay: Localized(en: "day of a wish", zh: "意愿的日期序号")
    case .wishWeight: Localized(en: "weight of a wish", zh: "意愿的权重")
    case .lockedDay: Localized(en: "settled day", zh: "锁定日期序号")
    case .lockedShift: Localized(en: "settled shift", zh: "锁定班次序号")
    case .lockedGroup: Localized(en: "settled group", zh: "锁定客服组序号")
    case .daysBefore: Localized(en: "days before the first", zh: "首日之前的连续天数")
    }
  }
}
