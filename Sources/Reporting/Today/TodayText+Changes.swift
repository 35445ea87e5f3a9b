// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Capacity
import Experiments
import Inference
import Measures
import Scenarios
import Wording

/// Which changes pay.
extension TodayText {
  private var endangered: ServiceTarget { outlook.targets[outlook.endangered].day.target }

  var changes: TextTable {
    TextTable(
      columns: [
        .init(say("change", "改动"), .left), .init(say("kept with it", "改后 达标概率")),
        .init(say("effect, points", "变化 （点）")),
        .init(style.heading(endangered.measure) + say(", points", "（点）")),
        .init(say("customers saved", "挽回 顾客")), .init(say("cost", "费用")),
        .init(say("for one", "每人")), .init(say("verdict", "结论"), .left),
      ],
      rows: outlook.effects.map { effect in
        [
          words.change(effect.change),
          style.percent(
            min(1, max(0, outlook.probability.mean + effect.probability.mean)), places: 0),
          points(effect.probability, places: 0),
          difference(effect.values[outlook.endangered]),
          saved(effect),
          words.cost(effect.change.cost, isAssumed: effect.change.isCostAssumed),
          effect.verdict == .helps ? style.amount(effect.price) : "",
          verdict(effect),
        ]
      })
  }

  private func points(_ interval: ConfidenceInterval, places: Int) -> String {
    signed(interval.mean * 100, places) + " ± "
      + style.number(interval.halfWidth * 100, places: places)
  }

  private func difference(_ interval: ConfidenceInterval) -> String {
    guard endangered.measure.unit == .seconds else { return points(interval, places: 1) }
    return signed(interval.mean, 0) + " ± " + style.number(interval.halfWidth)
  }

  private func saved(_ effect: TodayOutlook.Effect) -> String {
    guard endangered.measure.unit == .share else { return "" }
    let half = style.number(effect.saved.halfWidth, places: 1)
    if effect.saved.upper < 0 {
      let lost = style.number(-effect.saved.mean, places: 1)
      return say("loses \(lost) ± \(half)", "失去 \(lost) ± \(half)")
    }
    return signed(effect.saved.mean, 1) + " ± " + half
  }

  /// As `helps`; where it makes targets worse, which by their numbers.
  private func verdict(_ effect: TodayOutlook.Effect) -> String {
    let word = words.verdict(effect.verdict)
    let harmed = effect.harmed.map { style.name(outlook.targets[$0].day.target.measure) }
    guard !harmed.isEmpty else { return word }
    let list = style.list(harmed)
    return effect.verdict == .harms
      ? say("harms \(list)", "有害：\(list)") : say("\(word), harms \(list)", "\(word)，有损\(list)")
  }

  private func signed(_ value: Double, _ places: Int) -> String {
    let text = style.number(value, places: places)
    return value > 0 && text.contains { ("1"..."9").contains($0) } ? "+" + text : text
  }

  /// What to do, in order.
  var advice: [String] {
    guard !outlook.steps.isEmpty else { return [noAdvice] }
    var sentences = [
      say("→ In this order, each on top of those before:", "→ 依次采取，逐项叠加：")
    ]
    for (number, step) in outlook.steps.enumerated() {
      let cost = step.cost.map { style.amount($0) } ?? "?"
      let value = style.value(step.value?.mean, of: endangered.measure)
      sentences.append(
        say(
          "  \(number + 1). \(words.change(step.change)): kept with a probability of "
            + "\(probability(step.probability)), \(style.name(endangered.measure)) \(value), \(cost) in all.",
          "  \(number + 1). \(words.change(step.change))：达标概率 \(probability(step.probability))，"
            + "\(style.name(endangered.measure)) \(value)，累计 \(cost)。"))
    }
    return sentences
  }

  private var noAdvice: String {
    let helping = outlook.effects.contains { $0.verdict == .helps }
    if helping {
      return say(
        "→ The day is safe enough as it stands; nothing needs to be done.", "→ 照现状已足够稳妥，无需改动。")
    }
    return say(
      "→ No single change helps for certain on these replications; more of them (--replications) may "
        + "tell.", "→ 没有一项改动在这些模拟中确有帮助；增加模拟次数（--replications）或可分辨。")
  }

  /// What the marks mean, and what is assumed.
  var notes: [String] {
    let effects = outlook.effects
    var notes = [
      say(
        "Effects are paired on the same customers, with 95% intervals; cannot tell where zero lies within. "
          + "Customers saved are those by which the day comes nearer to the target that is most in danger.",
        "效果在相同顾客上配对比较，附 95% 区间；区间含零即尚难判断。挽回顾客指使最危险的目标更接近达标的人数。"),
      say(
        "Every target is judged on this day alone, whatever its scope.", "各目标均只按当日判断，不论其范围。"),
      say(
        "Whoever is called comes after \(outcome.notice) minutes (--notice). A chat limit is taken as raised "
          + "all day.",
        "增援于 \(outcome.notice) 分钟后到岗（--notice）。接待上限按全天提高计算。"),
    ]
    if outlook.screened > 0 {
      notes.append(
        say(
          "\(outlook.screened) further changes saved less on 30 replications and are left out.",
          "另有 \(outlook.screened) 项改动在 30 次模拟中收效较小，未列出。"))
    }
    if effects.contains(where: { $0.change.isCostAssumed }) {
      notes.append(
        say(
          "* Assumed: the contract has no price for it; 1.5 times what an hour of such people costs "
            + "under the contract.", "* 假设：合同未定价；按合同下该类人员每小时费用的 1.5 倍计。"))
    }
    if effects.contains(where: \.change.isElsewhere) {
      notes.append(
        say(
          "† Beyond the scenario's concurrency: the speed with one chat more is extrapolated by the ratio "
            + "of the last two.", "† 超出场景的并发曲线：多一个会话时的速度按最后两点之比外推。"))
    }
    let untold = outlook.targets.filter { !$0.isRecorded && $0.soFar == nil }
      .map { style.name($0.day.target.measure) }
    if !untold.isEmpty {
      let names = style.list(untold)
      notes.append(
        say(
          "– ‡ Of the customers so far \(names) cannot be told: there the day is judged by those still to come "
            + "alone.", "– ‡ \(names)无法由至今的记录得出：全天仅按其余顾客判断。"))
    }
    if effects.contains(where: { $0.verdict == .harms }) {
      notes.append(
        say(
          "harms: the day comes further from its targets with it; loses … are customers of the target in "
            + "danger whom it costs.", "有害：采取后当日离目标更远；“失去”为最危险目标因此损失的顾客数。"))
    }
    if outlook.targets.contains(where: { !$0.isRecorded && $0.soFar != nil }) {
      notes.append(
        say(
          "‡ Simulated: the file does not tell what became of the customers so far.",
          "‡ 模拟值：文件未记录至今顾客的结果。"))
    }
    if outcome.level.isAssumed {
      notes.append(
        say(
          "* The scenario does not say how days differ; a deviation of 14% was assumed.",
          "* 场景未说明各日的波动；假设标准差为 14%。"))
    }
    return notes
  }
}
