// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Inference
import Planning
import Wording

extension VerdictWriter {
  /// What would make another plan win.
  var changes: [VerdictStatement] {
    verdict.changes.filter { !isInRecommendation($0) }.prefix(VerdictText.mostChanges).map(change)
  }

  private func isInRecommendation(_ change: Verdict.Change) -> Bool {
    guard case .netResult = change, case .winner = verdict.recommendation else { return false }
    return true
  }

  private func change(_ change: Verdict.Change) -> VerdictStatement {
    var draft = StatementDraft("change", style)
    switch change {
    case .volume(let daily, let multiple, let winner, let isAbove):
      let count = draft.daily("daily_inquiries", winner, daily)
      let factor = draft.number("multiple", winner, multiple, "times", places: 2)
      return draft.statement(
        en:
          "\(isAbove ? "Above" : "Below") \(count) inquiries a day (\(factor) times the scenario's) "
          + "\(title(winner)) would win.",
        zh: "日均咨询\(isAbove ? "高于" : "低于") \(count) 次（场景的 \(factor) 倍）时，“\(title(winner))”更优。")
    case .price(let plan, let key, let from, let to):
      let clause = ClauseName.text(key, style.language)
      guard let now = Double(from), let least = Double(to) else {
        return draft.statement(
          en:
            "\(title(plan)) would win if the prices of “\(clause)” fell to \(to) of what they are.",
          zh: "若“\(clause)”各项价格降到现价的 \(to)，“\(title(plan))”胜出。")
      }
      let today = draft.number("price_now", plan, now, "yuan", places: 2)
      let price = draft.number("price", plan, least, "yuan", places: 2)
      return draft.statement(
        en:
          "\(title(plan)) would win if the price of “\(clause)” fell from \(today) to \(price) yuan.",
        zh: "若“\(clause)”单价由 \(today) 元降到 \(price) 元，“\(title(plan))”胜出。")
    case .allPrices(let plan, let share):
      let text = draft.share("price_share", plan, share)
      return draft.statement(
        en: "\(title(plan)) would win only if all its prices fell to \(text) of what they are.",
        zh: "“\(title(plan))”的全部价格降到现价的 \(text) 才能胜出。")
    case .targets(let plan, let saves):
      let amount = draft.yuan("saves", plan, saves)
      return draft.statement(
        en: "\(title(plan)) would win, saving \(amount), if the targets it misses were given up.",
        zh: "若放弃其未达到的目标，“\(title(plan))”可省 \(amount)而胜出。")
    case .sizing(let plan, let saves, let answer):
      let amount = draft.yuan("saves_by_sizing", plan, saves)
      let met = answer == .met
      return draft.statement(
        en: "\(title(plan)), sized by month instead of by hand, would cost \(amount) less and "
          + (met ? "meet every target." : "may meet the targets."),
        zh: "“\(title(plan))”若按月定坐席而非手工设定，可少花 \(amount)，"
          + (met ? "且全部达标。" : "且可能达标。"))
    case .netResult(let plan, let gains, let costsLess, let answer):
      let amount = draft.yuan("net_result_gain", plan, gains.mean)
      let interval = draft.interval("net_result_gain", plan, gains)
      let why = Localized.richer(costsLess: costsLess, answer)
      return draft.statement(
        en: "By net result \(title(plan)) is better by \(amount) (\(interval)): \(why.en)",
        zh: "按净结果，“\(title(plan))”多 \(amount)（\(interval)）：\(why.zh)")
    }
  }
}

extension Localized {
  /// Why a plan has the larger net result, and what is to be said of its targets.
  static func richer(costsLess: Bool, _ answer: TargetAnswer) -> Localized {
    let why =
      costsLess
      ? Localized(
        en: "it costs less, and that is worth more than the sales it loses.",
        zh: "费用较低，省下的钱多于少得的销售毛利。")
      : Localized(
        en: "the sales it keeps are worth more than it costs.", zh: "保住的销售额抵得过多花的费用。")
    let targets =
      switch answer {
      case .met: Localized.none
      case .undecided:
        Localized(en: " Whether it keeps the targets cannot be told yet.", zh: "是否达标尚难判断。")
      case .missed: Localized(en: " It misses a service target.", zh: "但它未达到服务目标。")
      }
    return Localized(en: why.en + targets.en, zh: why.zh + targets.zh)
  }
}
