// SPDX-License-Identifier: GPL-3.0-or-later

import Pricing
import Wording

/// How readers call a clause to which a contract gives no name of its own.
enum ClauseName {
  /// `late_payment` becomes `late payment`, `seats 2` stays so; a name of the user's own as it is.
  static func text(_ name: String, _ language: Language) -> String {
    let parts = name.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard let first = parts.first, let kind = ClauseKind(rawValue: first),
      parts.count == 1 || (parts.count == 2 && Int(parts[1]) != nil)
    else { return name }
    return ([words(kind)[language]] + parts.dropFirst()).joined(separator: " ")
  }

  private static func words(_ kind: ClauseKind) -> Localized {
    switch kind {
    case .seats: Localized(en: "seats", zh: "坐席费")
    case .baseAndCommission: Localized(en: "base and commission", zh: "底薪加提成")
    case .tiered: Localized(en: "tiers", zh: "阶梯价")
    case .perConversation: Localized(en: "per conversation", zh: "按次计费")
    case .package: Localized(en: "package", zh: "套餐")
    case .shifts: Localized(en: "shifts", zh: "班次费")
    case .hourly: Localized(en: "hourly", zh: "小时费")
    case .orders: Localized(en: "orders", zh: "按单计费")
    case .fullService: Localized(en: "full service", zh: "全店代运营")
    case .inHouse: Localized(en: "own staff", zh: "自有客服")
    case .fixedFee: Localized(en: "fixed fee", zh: "固定费")
    case .bonusMalus: Localized(en: "bonus and malus", zh: "奖罚")
    case .minimumCharge: Localized(en: "minimum charge", zh: "最低消费")
    case .deposit: Localized(en: "deposit", zh: "保证金")
    case .trial: Localized(en: "trial", zh: "试用期")
    case .notice: Localized(en: "notice", zh: "解约通知")
    case .earlyExit: Localized(en: "early exit", zh: "提前解约")
    case .latePayment: Localized(en: "late payment", zh: "逾期付款")
    case .poaching: Localized(en: "poaching", zh: "挖人条款")
    case .salesGuarantee: Localized(en: "sales guarantee", zh: "销售额保证")
    case .forceMajeure: Localized(en: "force majeure", zh: "不可抗力")
    }
  }
}
