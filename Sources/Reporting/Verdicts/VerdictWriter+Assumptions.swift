// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import Pricing
import Wording

extension VerdictWriter {
  /// Prices that the scenario leaves out, and how far they may move before another plan is cheapest.
  var assumptions: VerdictStatement? {
    guard !verdict.assumedPrices.isEmpty else { return nil }
    var draft = StatementDraft("assumed", style)
    let parts = verdict.assumedPrices.map { prices -> Localized in
      let names = prices.prices.map(Localized.price)
      let list = Localized(
        en: names.map(\.en).joined(separator: ", "), zh: names.map(\.zh).joined(separator: "、"))
      let turn = turn(prices, &draft)
      return Localized(
        en: "\(title(prices.plan)): \(list.en)\(turn.en)",
        zh: "“\(title(prices.plan))”的\(list.zh)\(turn.zh)")
    }
    return draft.statement(
      en: "Assumed, as the scenario does not give it: "
        + parts.map(\.en).joined(separator: "; ") + ".",
      zh: "场景未填写而取假设值：" + parts.map(\.zh).joined(separator: "；") + "。")
  }

  private func turn(
    _ prices: Verdict.AssumedPrices, _ draft: inout StatementDraft
  ) -> Localized {
    guard let turn = prices.turn else { return .none }
    let share = draft.share("assumed_price_turn", prices.plan, turn)
    return turn >= 1
      ? Localized(
        en: " (it stays the cheapest up to \(share) of the clause's prices)",
        zh: "（该条款价格涨到 \(share) 以内仍最便宜）")
      : Localized(
        en: " (it would be the cheapest below \(share) of the clause's prices)",
        zh: "（该条款价格降到 \(share) 以下才最便宜）")
  }
}

extension Localized {
  /// A price as a reader calls it.
  fileprivate static func price(_ price: AssumedPrice) -> Localized {
    switch price {
    case .tiers: Localized(en: "the table of tiers", zh: "阶梯价目")
    case .brackets: Localized(en: "the price of a conversation", zh: "每次会话单价")
    case .extraPrice: Localized(en: "the price beyond the package", zh: "套餐外单价")
    case .monthlyPrice: Localized(en: "the price of a seat", zh: "坐席月价")
    case .base: Localized(en: "the base fee", zh: "底薪")
    case .commission: Localized(en: "the commission", zh: "提成比例")
    case .wage: Localized(en: "the wage", zh: "工资")
    case .socialInsurance: Localized(en: "social insurance", zh: "社保公积金")
    case .workplace: Localized(en: "the workplace", zh: "场地费")
    case .equipment: Localized(en: "equipment", zh: "设备费")
    case .recruiting:
      Localized(
        en: "recruiting (a month's lead, ¥500 of training a hire, 5% turnover a month)",
        zh: "招聘（提前一个月到岗、每人培训 500 元、月流失 5%）")
    case .shift: Localized(en: "the price of a shift", zh: "班次单价")
    case .hour: Localized(en: "the price of an hour", zh: "小时单价")
    case .annualFee: Localized(en: "the annual fee", zh: "年费")
    }
  }
}
