// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Money
import Pricing
import Wording

extension PricingError {
  /// One sentence for a contract that cannot be priced; clauses are counted as in the file, from 0.
  var sentence: Localized {
    switch self {
    case .amountTooLarge:
      return Localized(
        en: "the charges together come to more than 10^15 fen (ten trillion yuan), the most "
          + "allowed.",
        zh: "费用合计超过上限 10^15 分（十万亿元）。")
    case .quantityTooLarge:
      return Localized(
        en: "a quantity too large to be priced exactly.", zh: "数量过大，无法精确计价。")
    case .chargeTooLarge(let clause, let month):
      return Localized(
        en: "\(month) comes to more than 10^15 fen (ten trillion yuan), the most allowed.",
        zh: "\(month) 的费用超过上限 10^15 分（十万亿元）。"
      ).placed("clauses[\(clause)]")
    case .invalidContract(let problems):
      return Localized(
        en: problems.map { "\($0.path): found \($0.found), not allowed" }.joined(separator: "; ")
          + ".",
        zh: problems.map { "\($0.path)：给出 \($0.found)，不允许" }.joined(separator: "；") + "。")
    case .noMonths: return Localized(en: "no month to bill.", zh: "没有可计费的月份。")
    case .monthMissing(let month):
      return Localized(en: "the usage lacks the month \(month).", zh: "用量缺少 \(month) 这个月。")
    case .monthsOutOfOrder(let previous, let found):
      return Localized(
        en: "month \(found) comes after \(previous).", zh: "月份 \(found) 排在 \(previous) 之后。")
    case .usageOutsideTerm(let month):
      return Localized(
        en: "month \(month) lies partly outside the contract's term; its usage is needed by date.",
        zh: "\(month) 有部分日期在合同期之外；需要按日的用量。")
    case .trialNeedsOwnMonth(let span):
      return Localized(
        en: "the trial \(span) is a billing month of its own; its usage is needed by date.",
        zh: "试用期 \(span) 单独作为一个计费月；需要按日的用量。")
    case .wrongShape(let month, let found, let expected):
      return Localized(
        en: "month \(month) has \(found) counts, expected \(expected).",
        zh: "\(month) 有 \(found) 个计数，应为 \(expected) 个。")
    case .negativeQuantity(let month):
      return Localized(en: "a negative quantity in \(month).", zh: "\(month) 中有负的数量。")
    case .currenciesMixed(let contract, let usage):
      return Localized(
        en: "the contract is in \(contract), the usage in \(usage).",
        zh: "合同币种为 \(contract)，用量币种为 \(usage)。")
    case .columnMissing(let clause, let column, let told):
      let list = told.map(\.rawValue)
      return Localized(
        en: "charges by the column \(column.rawValue), which the usage does not have; it "
          + (list.isEmpty ? "has none." : "has \(list.joined(separator: ", ")).")
          + " Write a column \(column.rawValue), with 0 where there was nothing.",
        zh: "按列 \(column.rawValue) 收费，用量中没有该列；"
          + (list.isEmpty ? "目前一列都没有。" : "现有 \(list.joined(separator: "、"))。")
          + "请补上列 \(column.rawValue)，没有的填 0。"
      ).placed("clauses[\(clause)]")
    case .unknownInquiryType(let clause, let name, let known):
      return Self.lacking(
        known, Localized(en: "bills inquiries of \(name)", zh: "按 \(name) 的咨询计费"), clause)
    case .unknownGroup(let clause, let name, let known):
      return Self.lacking(
        known, Localized(en: "bills the work of \(name)", zh: "按 \(name) 的工作计费"), clause)
    case .unknownResult(let clause, let name, let known):
      return Self.lacking(
        known, Localized(en: "depends on the result \(name)", zh: "取决于结果 \(name)"), clause)
    case .conversationNotCounted(let clause, let wanted, let counted):
      let (asked, have) = (wanted.words, counted.map(\.words))
      return Localized(
        en: "bills \(asked.en); the usage counts "
          + (have.isEmpty ? "none." : have.map(\.en).joined(separator: ", ") + "."),
        zh: "按“\(asked.zh)”计费；用量中"
          + (have.isEmpty ? "没有计数。" : "只有“\(have.map(\.zh).joined(separator: "”、“"))”。")
      ).placed("clauses[\(clause)]")
    case .resultNotMeasured(let clause, let name, let month):
      return Localized(
        en: "\(name) was not measured in \(month).", zh: "\(month) 没有 \(name) 的测量值。"
      ).placed("clauses[\(clause)]")
    case .dailyCountsNeeded(let clause, let month):
      return Localized(
        en: "needs counts by day, which \(month) does not have.", zh: "需要按日的计数，\(month) 没有。"
      ).placed("clauses[\(clause)]")
    case .hourlyCountsNeeded(let clause, let month):
      return Localized(
        en: "needs counts by clock hour, which \(month) does not have.",
        zh: "需要按小时的计数，\(month) 没有。"
      ).placed("clauses[\(clause)]")
    case .volumeBeyondTiers(let clause, let month, let volume, let last):
      let found = volume.rounded(toPlaces: 2)
      return Localized(
        en: "\(month) has \(found), beyond the last bracket (\(last)), and the contract names no "
          + "overflow price.",
        zh: "\(month) 的量为 \(found)，超出最后一档（\(last)），而合同没有写明超出部分的价格。"
      ).placed("clauses[\(clause)]")
    case .noPriceForShiftKind(let clause, let kind):
      return Localized(
        en: "has no price for shifts of the kind \(kind.name).", zh: "没有 \(kind.name) 类班次的价格。"
      ).placed("clauses[\(clause)]")
    }
  }

  private static func lacking(_ known: [String], _ what: Localized, _ clause: Int) -> Localized {
    let list = known.joined(separator: ", ")
    return Localized(
      en: what.en
        + (known.isEmpty
          ? ", of which the usage says nothing." : ", but the usage has only \(list)."),
      zh: what.zh + (known.isEmpty ? "，而用量中没有相关数据。" : "，而用量中只有 \(list)。")
    ).placed("clauses[\(clause)]")
  }
}

extension EffectiveConversation {
  fileprivate var words: Localized {
    var (en, zh) =
      switch base {
      case .arrived: ("arrived", "到达")
      case .answered: ("answered", "已接待")
      case .answeredByAnyone: ("answered by person or robot", "人工或机器人已接待")
      case .recorded: ("billable as recorded", "记录为可计费")
      }
    if let seconds = answeredWithin {
      en += " within \(seconds) s"
      zh += "，\(seconds) 秒内应答"
    }
    if let seconds = minimumDuration {
      en += " of \(seconds) s or more"
      zh += "，时长不少于 \(seconds) 秒"
    }
    if oncePerCustomerAndDay {
      en += " once per customer and day"
      zh += "，每位顾客每天计一次"
    }
    return Localized(en: en, zh: zh)
  }
}
