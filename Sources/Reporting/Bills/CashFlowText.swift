// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Money
import Pricing
import Wording

/// The days on which money moves, where more moves than each month's bill on its due date.
struct CashFlowText {
  let ledger: Ledger
  let style: NumberStyle

  /// Empty where nothing but bills is paid.
  func text(width: Int) -> String {
    let isPlain = ledger.entries.allSatisfy { $0.event == .invoice || $0.event == .payment }
    guard !isPlain else { return "" }
    let headings = [
      Localized(en: "Cash on", zh: "收付日期"), Localized(en: "For", zh: "事项"),
      Localized(en: "Month", zh: "账单月"), Localized(en: "Received", zh: "收入"),
      Localized(en: "Paid", zh: "支出"), Localized(en: "Balance", zh: "余额"),
    ]
    let left = [0, 1, 2]
    let rows = ledger.rows.compactMap { row -> [String]? in
      let entry = row.entry
      guard entry.debit == .cash || entry.credit == .cash else { return nil }
      let amount = Decimals.grouped(entry.amount.description)
      return [
        entry.date.description, entry.event.words[style.language], entry.month?.description ?? "",
        entry.debit == .cash ? amount : "", entry.credit == .cash ? amount : "",
        Decimals.grouped(row.cash.description),
      ]
    }
    return TextTable(
      columns: headings.enumerated().map {
        TextTable.Column($0.element[style.language], left.contains($0.offset) ? .left : .right)
      }, rows: rows
    ).text(width: width)
  }
}

extension LedgerEvent {
  var words: Localized {
    switch self {
    case .annualFee: Localized(en: "annual fee", zh: "年费")
    case .invoice: Localized(en: "invoice", zh: "账单")
    case .interruptionCredit: Localized(en: "credit for an outage", zh: "中断减免")
    case .payment: Localized(en: "payment", zh: "付款")
    case .lateFee, .lateFeePayment: Localized(en: "late fee", zh: "逾期违约金")
    case .depositPaid: Localized(en: "deposit put down", zh: "交付定金")
    case .depositReturned: Localized(en: "deposit returned", zh: "退还定金")
    case .depositSetOff: Localized(en: "deposit set off", zh: "定金抵作价款")
    case .depositForfeited: Localized(en: "deposit forfeited", zh: "定金罚没")
    case .depositDoubled: Localized(en: "deposit returned twice over", zh: "定金双倍返还之另一倍")
    case .clientExit: Localized(en: "early exit of the client", zh: "委托方提前解约")
    case .providerExit: Localized(en: "early exit of the provider", zh: "服务方提前解约")
    case .annualFeeRefund: Localized(en: "annual fee refunded", zh: "退还年费")
    case .lateTermination: Localized(en: "termination over late payment", zh: "因逾期被解约")
    case .poaching: Localized(en: "staff taken on", zh: "招用对方员工")
    case .guaranteeCompensation: Localized(en: "guarantee not kept", zh: "未达保底的补偿")
    }
  }
}
