// SPDX-License-Identifier: GPL-3.0-or-later

package import Application
import Calendars
import Capacity
import Experiments
import Inference
import Measures
import Plans
import Scenarios
import Wording

/// The rest of a day for a terminal: how it runs, what it will bring, and what can be done.
package struct TodayText {
  let outcome: TodayUseCase.Outcome
  let style: NumberStyle
  let words: TodayWords
  var outlook: TodayOutlook { outcome.outlook }

  package init(_ outcome: TodayUseCase.Outcome, style: NumberStyle) {
    self.outcome = outcome
    self.style = style
    words = TodayWords(style: style)
  }

  package func text(width: Int = 100) -> String {
    func lines(_ sentences: [String]) -> String {
      sentences.flatMap { TextWidth.wrap($0, to: width) }.joined(separator: "\n") + "\n"
    }
    var parts = [
      lines([heading] + verdict), targets.text(width: width), slots.text(width: width),
      lines(worst),
    ]
    if outlook.effects.isEmpty {
      parts.append(lines([nothingToChange]))
    } else {
      parts += [changes.text(width: width), lines(advice + notes)]
    }
    return parts.joined(separator: "\n")
  }

  func say(_ en: String, _ zh: String) -> String { Localized(en: en, zh: zh)[style.language] }

  func probability(_ interval: ConfidenceInterval) -> String {
    style.percent(interval.mean, places: 0)
  }

  var heading: String {
    let plan = outcome.plan.title.isEmpty ? outcome.plan.name : outcome.plan.title
    let people = outlook.question.people.count
    let source =
      outcome.roster.map { say("on duty by \($0)", "按 \($0) 在岗") }
      ?? say("on duty by the plan", "按方案在岗")
    return say(
      "\(outcome.scenario.name), \(plan), \(outcome.date) at \(outcome.now): \(people) people \(source), "
        + "customers of \(outcome.source). \(outlook.question.replications) replications, seed "
        + "\(outcome.scenario.seed).",
      "\(outcome.scenario.name)，\(plan)，\(outcome.date) \(outcome.now)：\(source) \(people) 人，顾客取自 "
        + "\(outcome.source)。模拟 \(outlook.question.replications) 次，种子 \(outcome.scenario.seed)。")
  }

  /// How the day runs and what it will come to.
  var verdict: [String] {
    let level = outcome.level
    let rest = outlook.customers
    let times = style.number(level.mean, places: 2)
    let (low, high) = (style.number(level.low, places: 2), style.number(level.high, places: 2))
    let assumed = level.isAssumed ? "*" : ""
    var sentences = [
      say(
        "→ \(style.number(level.count)) customers so far, \(style.number(level.expectedCount)) were "
          + "expected: the day runs at \(times) times its level (95%: \(low) to \(high))\(assumed).",
        "→ 至今顾客 \(style.number(level.count)) 人，预期 \(style.number(level.expectedCount)) 人：当日为预期的 "
          + "\(times) 倍（95%：\(low) 至 \(high)）\(assumed)。"),
      say(
        "→ Still to come: \(style.number(rest.mean)) (80%: \(style.number(rest.low)) to "
          + "\(style.number(rest.high))); the day \(style.number(level.count + rest.mean)) instead of "
          + "\(style.number(level.expectedOnDay)).",
        "→ 尚将到来：\(style.number(rest.mean)) 人（80%：\(style.number(rest.low)) 至 "
          + "\(style.number(rest.high))）；全天 \(style.number(level.count + rest.mean)) 人，原预期 "
          + "\(style.number(level.expectedOnDay)) 人。"),
      say(
        "→ As it stands the day keeps every target with a probability of "
          + "\(probability(outlook.probability)).",
        "→ 照现状，当日全部达标的概率为 \(probability(outlook.probability))。"),
    ]
    if let turn = level.turn {
      let hours = style.duration(Double(turn.seconds))
      sentences.append(
        say(
          "The last \(hours) ran at \(style.number(turn.lately, places: 2)) times, the hours before at "
            + "\(style.number(turn.before, places: 2)): the day's rhythm is not the scenario's, and the rest "
            + "may differ more than the band says.",
          "最近 \(hours) 为预期的 \(style.number(turn.lately, places: 2)) 倍，此前为 "
            + "\(style.number(turn.before, places: 2)) 倍：当日的节奏与场景不同，其余时段的偏差可能超出区间。"))
    }
    return sentences
  }

  var targets: TextTable {
    TextTable(
      columns: [
        .init(say("target", "目标"), .left), .init(say("so far", "至今")),
        .init(say("still to come", "其余")), .init(say("day", "全天")), .init("95% ±"),
        .init(say("kept", "达标 概率")),
      ],
      rows: outlook.targets.map { target in
        let rule = target.day.target
        return [
          rule.boundWords(style),
          style.value(target.soFar, of: rule.measure) + (target.isRecorded ? "" : "‡"),
          style.value(target.rest?.mean, of: rule.measure),
          style.value(target.day.value?.mean, of: rule.measure),
          style.value(target.day.value?.halfWidth, of: rule.measure),
          probability(target.probability),
        ]
      })
  }

  /// Hour by hour for a day of quarter hours would be long: intervals as the scenario counts them.
  var slots: TextTable {
    let rules = outlook.targets.map(\.day.target)
    return TextTable(
      columns: [
        .init(say("from", "时段"), .left), .init(say("customers", "顾客")),
        .init(say("80% of days", "80% 区间")), .init(say("on duty", "在岗")),
      ] + rules.map { .init(style.heading($0.measure)) },
      rows: outlook.slots.map { slot in
        let came = Int((outcome.level.counts[safely: slot.place] ?? 0).rounded())
        let isWorst = slot.place == outlook.worst?.place
        return [
          start(slot.place).description + (isWorst ? " ←" : ""),
          style.number(Double(came) + slot.customers.mean),
          slot.isPast
            ? say("came", "已到")
            : style.number(Double(came) + slot.customers.low) + "–"
              + style.number(Double(came) + slot.customers.high),
          style.number(onDuty(slot), places: onDuty(slot) == onDuty(slot).rounded() ? 0 : 1),
        ] + zip(slot.values, rules).map { style.value($0?.mean, of: $1.measure) }
      })
  }

  func onDuty(_ slot: TodayOutlook.Slot) -> Double { slot.onDuty.reduce(0, +) }

  func start(_ place: Int) -> ClockTime {
    ClockTime(unchecked: place * outlook.question.scenario.interval.seconds % 86_400)
  }

  var worst: [String] {
    guard let slot = outlook.worst else {
      return [
        say(
          "No interval ahead breaks a target in the mean.", "其余各时段的均值均未突破目标。")
      ]
    }
    let end = start(slot.place + 1)
    return [
      say(
        "Worst ahead (←): \(start(slot.place)) to \(end), \(style.number(slot.customers.mean)) customers for "
          + "\(style.number(onDuty(slot), places: 1)) people on duty.",
        "其余最差（←）：\(start(slot.place)) 至 \(end)，顾客 \(style.number(slot.customers.mean)) 人，在岗 "
          + "\(style.number(onDuty(slot), places: 1)) 人。")
    ]
  }

  var nothingToChange: String {
    say(
      "Nothing can be changed any more: no shift ends before closing, no break is ahead, and nobody can "
        + "come in time.", "已无可改动之处：没有提前结束的班次与未开始的休息，增援也来不及。")
  }
}

extension Array {
  /// Nil beyond the end.
  subscript(safely place: Int) -> Element? { indices.contains(place) ? self[place] : nil }
}
