// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Pricing
import Wording

extension LedgerError {
  /// One sentence for a contract's life that cannot be put into a ledger.
  var sentence: Localized {
    switch self {
    case .pricing(let error): return error.sentence
    case .endsOutsideTerm(let date, let term):
      return Localized(
        en: "found an end on \(date), allowed \(term.first) to \(term.last).",
        zh: "终止日为 \(date)，应在 \(term.first) 至 \(term.last) 之间。")
    case .notInTrial(let date, let end):
      return Localized(
        en: "\(date) is not within a trial"
          + (end.map { ", which ends on \($0)." } ?? "; the contract has none."),
        zh: "\(date) 不在试用期内" + (end.map { "，试用期于 \($0) 结束。" } ?? "；合同没有试用期。"))
    case .noNoticeClause:
      return Localized(
        en: "notice was given, but the contract has no notice clause.",
        zh: "发出了解约通知，但合同没有通知条款。")
    case .noTerminationRight(let date, let earliest):
      return Localized(
        en: "the provider has no right to terminate on \(date)"
          + (earliest.map { "; the earliest is \($0)." } ?? "."),
        zh: "服务商在 \(date) 没有解约权" + (earliest.map { "；最早为 \($0)。" } ?? "。"))
    case .delayOutOfRange(let month, let days):
      return Localized(
        en: "\(month?.description ?? "annual fee"): found \(days) days late, allowed 0 to "
          + "\(ContractLife.longestDelay).",
        zh: "\(month?.description ?? "年费")：逾期 \(days) 天，可用 0 至 \(ContractLife.longestDelay)。")
    case .monthNotBilled(let month, let billed):
      let last = billed.last ?? month
      return Localized(
        en: "payments: found \(month), allowed a month with an invoice"
          + (billed.first.map { ", from \($0) to \(last)." } ?? "."),
        zh: "payments：给出 \(month)，应为有账单的月份" + (billed.first.map { "，即 \($0) 至 \(last)。" } ?? "。"))
    case .poachingBeforeContract(let date, let first):
      return Localized(
        en: "poaching: found \(date), allowed days from \(first) on, when the contract begins.",
        zh: "poaching：给出 \(date)，应不早于合同开始日 \(first)。")
    case .peopleOutOfRange(let date, let people):
      return Localized(
        en: "\(date): found \(people) people, allowed 0 to 1000000.",
        zh: "\(date)：给出 \(people) 人，可用 0 至 1000000。")
    }
  }
}
