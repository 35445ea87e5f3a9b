// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Money
import Planning
import Pricing
import Scenarios
import Wording

extension VerdictWriter {
  /// Prices that the scenario leaves out, and how far they may move before another plan is cheapest.
  var assumptions: VerdictStatement? {
    guard !verdict.assumedPrices.isEmpty || !verdict.assumedValues.isEmpty else { return nil }
    var draft = StatementDraft("assumed", style)
    let values = verdict.assumedValues.map { words($0, &draft) }
    let further = Localized(
      en: values.map(\.en).joined(separator: " "), zh: values.map(\.zh).joined())
    guard !verdict.assumedPrices.isEmpty else {
      return draft.statement(en: "Assumed: " + further.en, zh: "假设：" + further.zh)
    }
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
        + parts.map(\.en).joined(separator: "; ") + "." + (values.isEmpty ? "" : " ") + further.en,
      zh: "场景未填写而取假设值：" + parts.map(\.zh).joined(separator: "；") + "。" + further.zh)
  }

  /// One sentence each.
  private func words(
    _ value: Verdict.AssumedValue, _ draft: inout StatementDraft
  ) -> Localized {
    switch value {
    case .conversion(let groups):
      let names = style.list(groups.map { "“\($0)”" })
      return Localized(
        en: "Customers answered by \(names) are taken to buy as often as any others.",
        zh: "\(names)接待的顾客，转化率按与他人相同计。")
    case .promotionDates(let waves):
      let names = waves.map { wave in
        let name = PromotionName.text(wave.promotion, style.language)
        return Localized(en: "\(name) (of \(wave.year))", zh: "\(name)（据 \(wave.year) 年）")[
          style.language]
      }
      return Localized(
        en: "Dates of another year, moved: \(style.list(names)).",
        zh: "日期由其他年份推算：\(style.list(names))。")
    case .uncertainDates(let waves):
      let names = style.list(waves.map { PromotionName.text($0, style.language) })
      return Localized(
        en: "No source is sure of the dates of \(names).", zh: "\(names)的日期尚无确切来源。")
    case .overnightPatience(let seconds):
      let time = style.duration(seconds)
      return Localized(
        en: "A message of the night is taken to be of use for \(time) from opening on average.",
        zh: "夜间留言自开门起平均 \(time)内答复仍有用，为假设值。")
    case .platformCosts(let rules):
      let cost = style.amount(PlatformCost.assumedCost)
      return Localized(
        en: "A month below the grade of \(style.list(rules)) is taken to cost \(cost).",
        zh: "\(style.list(rules)) 一个月未达分档按损失 \(cost) 计，为假设值。")
    case .pool(let floor): return pool(floor, &draft)
    }
  }

  private func pool(_ floor: PoolFloor, _ draft: inout StatementDraft) -> Localized {
    let name = title(floor.plan)
    guard let below = floor.below else {
      let least = draft.share("pool_least", floor.plan, floor.least)
      return Localized(
        en: "\(name) meets its targets even with \(least) of the assumed pool.",
        zh: "共享池即使只有假设规模的 \(least)，“\(name)”仍达标。")
    }
    let share = draft.share("pool_below", floor.plan, below.share)
    let isMissed = below.answer == .missed
    guard floor.least < 1 else {
      return Localized(
        en: "With \(share) of the assumed pool \(name) "
          + (isMissed ? "misses its targets." : "cannot be told to meet its targets."),
        zh: "共享池若只有假设规模的 \(share)，“\(name)”"
          + (isMissed ? "即不达标。" : "是否达标即难判断。"))
    }
    let least = draft.share("pool_least", floor.plan, floor.least)
    return Localized(
      en: "The pool of \(name) may be as small as \(least) of what is assumed; with \(share) the "
        + (isMissed ? "targets are missed." : "replications cannot tell whether targets are met."),
      zh: "“\(name)”的共享池缩到假设规模的 \(least) 仍达标；缩到 \(share) 则"
        + (isMissed ? "不达标。" : "尚难判断是否达标。"))
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
    case .leadMonths:
      Localized(en: "a month's wage ahead of each hire", zh: "新人提前一个月到岗的工资")
    case .training: Localized(en: "¥500 of training a hire", zh: "每名新人 500 元培训费")
    case .turnover: Localized(en: "a turnover of 5% a month", zh: "每月 5% 的流失率")
    case .shift: Localized(en: "the price of a shift", zh: "班次单价")
    case .hour: Localized(en: "the price of an hour", zh: "小时单价")
    case .annualFee: Localized(en: "the annual fee", zh: "年费")
    }
  }
}
