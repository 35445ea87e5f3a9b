// SPDX-License-Identifier: GPL-3.0-or-later

package import Application
import Calendars
import Scorecards
import Wording

/// Scorecards of a log for a terminal: by rule the units side by side, a verdict, the agents.
package struct ScoreText {
  private let outcome: ScoreUseCase.Outcome
  private let words: RuleWords
  /// Agents beyond so many are in the file alone.
  private static let mostAgents = 12

  package init(_ outcome: ScoreUseCase.Outcome, style: NumberStyle) {
    self.outcome = outcome
    words = RuleWords(style: style)
  }

  private var style: NumberStyle { words.style }

  package func text(width: Int = 100) -> String {
    var parts = [wrapped([heading], width)]
    for card in outcome.scorecards {
      parts.append(wrapped([title(card)], width))
      parts.append(readings(card).text(width: width))
      if card.agents.count > 1 { parts.append(agents(card).text(width: width)) }
      parts.append(wrapped(verdict(card), width))
    }
    return parts.joined(separator: "\n")
  }

  private func wrapped(_ sentences: [String], _ width: Int) -> String {
    sentences.flatMap { TextWidth.wrap($0, to: width) }.joined(separator: "\n") + "\n"
  }

  private func say(_ en: String, _ zh: String) -> String { words.say(en, zh) }

  var heading: String {
    guard let messages = outcome.messageCount.map(style.count),
      let sessions = outcome.sessionCount.map(style.count)
    else {
      return say(
        "\(outcome.source): a platform's export, \(outcome.days).",
        "\(outcome.source)：平台导出，\(outcome.days)。")
    }
    return say(
      "\(outcome.source): \(messages) messages of \(sessions) sessions, \(outcome.days).",
      "\(outcome.source)：\(sessions) 个会话的 \(messages) 条消息，\(outcome.days)。")
  }

  func title(_ card: Scorecard) -> String {
    let rule = card.rule
    return say(
      "\(rule.key): \(rule.name.en), \(words.window(rule)), version \(rule.version), "
        + "\(words.certainty(rule.certainty)).",
      "\(rule.key)：\(rule.name.zh)，\(words.window(rule))，版本 \(rule.version)，"
        + "\(words.certainty(rule.certainty))。")
  }

  /// Every unit, graded and over the whole day; the rule's own with a star.
  func readings(_ card: Scorecard) -> TextTable {
    let rule = card.rule
    var table = TextTable(columns: [.init(say("unit", "单位"), .left)])
    for extent in [say("in the window", "考核时段"), say("whole day", "全天")] {
      table.columns += [.init(extent)] + figures(rule)
    }
    for reading in card.readings {
      let name = units(reading.unit) + (reading.unit == card.unit ? " *" : "")
      table.rows.append(
        [name]
          + [reading.tallies.graded, reading.tallies.wholeDay].flatMap {
            [style.count($0.units)] + figures($0, rule)
          })
    }
    return table
  }

  /// An export weighs by the customers or sessions that its platform counts.
  private func units(_ unit: ReplyUnit) -> String {
    outcome.messageCount == nil ? say("inquiries", "咨询") : words.units(unit)
  }

  private func figures(_ rule: ReplyRule) -> [TextTable.Column] {
    let wait = TextTable.Column(say("mean wait", "平均等待"))
    return rule.statistic == .mean ? [wait] : [.init(words.counted(rule)), wait]
  }

  private func figures(_ tally: ReplyTally, _ rule: ReplyRule) -> [String] {
    let wait = style.duration(tally.meanWait)
    return rule.statistic == .mean ? [wait] : [style.percentShortOfAll(tally.share), wait]
  }

  func agents(_ card: Scorecard) -> TextTable {
    let rule = card.rule
    var table = TextTable(
      columns: [.init(say("agent", "客服"), .left), .init(units(card.unit))] + figures(rule))
    let all = card.agents.filter { $0.tallies.graded.units > 0 }
    for agent in all.prefix(Self.mostAgents) {
      let tally = agent.tallies.graded
      let name = agent.name ?? say("nobody, or not named", "无人答复或未记名")
      table.rows.append([name, style.count(tally.units)] + figures(tally, rule))
    }
    if all.count > Self.mostAgents {
      table.rows.append([
        say("\(all.count - Self.mostAgents) more", "另 \(all.count - Self.mostAgents) 人")
      ])
    }
    return table
  }

  /// The last period with a unit, whether its target is met, and what a miss costs.
  func verdict(_ card: Scorecard) -> [String] {
    guard let period = card.periods.last(where: { $0.tally.units > 0 }) else { return [] }
    let rule = period.rule
    let value = words.value(period.value, of: rule)
    let (hits, all) = (style.count(period.tally.hits), style.count(period.tally.units))
    let when = words.period(period.span, rule.period)
    var sentences = [
      rule.statistic == .mean
        ? say(
          "\(when): a mean wait of \(value) over \(all) \(units(card.unit)).",
          "\(when)：\(all) 个\(units(card.unit))平均 \(value)。")
        : say(
          "\(when): \(hits) of \(all) \(units(card.unit)) \(words.counted(rule)), \(value).",
          "\(when)：\(all) 个\(units(card.unit))中 \(hits) 个\(words.counted(rule))，即 \(value)。"
        )
    ]
    if !period.isWhole {
      sentences.append(
        say(
          "The log has \(period.loggedDays) of the period's \(period.span.count) days.",
          "日志只覆盖该周期 \(period.span.count) 天中的 \(period.loggedDays) 天。"))
    }
    sentences.append(target(card, period))
    return [sentences.joined(separator: style.language == .chinese ? "" : " ")]
  }

  private func target(_ card: Scorecard, _ period: Scorecard.Period) -> String {
    let rule = period.rule
    guard card.unit == rule.unit else {
      return say("Another unit than the rule's: no grade.", "单位与规则不同，不评等级。")
    }
    guard let meets = period.meetsTarget, let target = words.target(rule) else {
      return say(
        "No target of this rule is known; write one of your own with --rules.",
        "该规则没有已知的目标；可用 --rules 自行写出。")
    }
    let grade = period.grade.map { say(", grade \($0)", "，等级 \($0)") } ?? ""
    if meets { return say("The target \(target) is met\(grade).", "达到目标 \(target)\(grade)。") }
    let penalty = rule.penalty.map { say(": \($0.en)", "：\($0.zh)") } ?? ""
    return say(
      "The target \(target) is missed\(grade)\(penalty).", "未达目标 \(target)\(grade)\(penalty)。")
  }
}
