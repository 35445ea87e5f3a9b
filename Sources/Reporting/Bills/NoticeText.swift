// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Pricing
import Wording

/// Matters of a ledger that move no money, in words.
enum NoticeText {
  /// - Returns: nil for a notice that only marks a date.
  static func sentence(_ notice: LedgerNotice, _ style: NumberStyle) -> String? {
    localized(notice, style)?[style.language]
  }

  private static func localized(_ notice: LedgerNotice, _ style: NumberStyle) -> Localized? {
    let date = notice.date
    switch notice.matter {
    case .serviceEnds, .trialEnds: return nil
    case .terminationRight(let month):
      return Localized(
        en: "From \(date) the provider may terminate over the invoice of \(month).",
        zh: "自 \(date) 起，服务方可因 \(month) 账单逾期解除合同。")
    case .lateFeeMayBeCut(let month):
      return Localized(
        en: "The late fee on \(month) has outgrown the debt; a court may cut it.",
        zh: "\(month) 账单的违约金已超过欠款本身，法院可予调减。")
    case .depositAboveLegalLimit(let excess):
      return Localized(
        en: "\(style.amount(excess)) of the deposit lies above the legal limit and is a mere "
          + "prepayment.",
        zh: "定金中有 \(style.amount(excess))超出法定上限，仅视为预付款。")
    case .guaranteeBreached(let shortfall):
      return Localized(
        en: "Sales of the contract year fell \(style.amount(shortfall)) short of the guarantee.",
        zh: "合同年度销售额比保底少 \(style.amount(shortfall))。")
    case .poachingNoLongerBound:
      return Localized(
        en: "Staff taken on \(date) after the clause ceased to bind: nothing is due.",
        zh: "\(date) 录用对方员工时条款已失效，无需付款。")
    case .workingDaysUnknown(let year):
      return Localized(
        en: "The working days of \(year) are not published here; its weekends and legal holidays "
          + "were skipped.",
        zh: "\(year) 年的放假调休安排未收录，仅跳过周末与法定节假日。")
    }
  }
}

extension LedgerNotice.Matter {
  /// The matter as a word for programs.
  var key: String {
    switch self {
    case .serviceEnds: "service_ends"
    case .trialEnds: "trial_ends"
    case .terminationRight: "termination_right"
    case .lateFeeMayBeCut: "late_fee_may_be_cut"
    case .depositAboveLegalLimit: "deposit_above_legal_limit"
    case .guaranteeBreached: "guarantee_breached"
    case .poachingNoLongerBound: "poaching_no_longer_bound"
    case .workingDaysUnknown: "working_days_unknown"
    }
  }
}
