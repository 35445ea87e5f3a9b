// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Capacity
import Scenarios
import Wording

/// What can be changed today, in words.
struct TodayWords {
  let style: NumberStyle

  private func say(_ en: String, _ zh: String) -> String {
    Localized(en: en, zh: zh)[style.language]
  }

  /// As `1 of generalists 09:00–17:00 stays until 18:00 (Li Na)`.
  func change(_ change: TodayChange) -> String {
    let (group, people) = (change.group, change.people)
    let who = names(change.names)
    switch change.kind {
    case .overtime(let shift, let minutes):
      let end = clock(shift.hours.end, plus: minutes)
      return say(
        "\(people) of \(group) \(span(shift.hours)) \(people == 1 ? "stays" : "stay") until \(end)\(who)",
        "\(group) \(span(shift.hours)) 班 \(people) 人延长至 \(end)\(who)")
    case .breakMoved(let shift, let from, let to):
      return say(
        "\(people) of \(group) \(span(shift.hours)): break at \(to.start), not \(from.start)\(who)",
        "\(group) \(span(shift.hours)) 班 \(people) 人：休息由 \(from.start) 改为 \(to.start)\(who)")
    case .extra(let shift, let engagement):
      let kind = StaffPlanText.engagement(engagement)
      return say(
        "\(people) more of \(group), \(span(shift.hours)), \(kind.en)",
        "\(group) 增加 \(people) 人，\(span(shift.hours))，\(kind.zh)")
    case .chatLimit(let chats):
      return say(
        "\(group): up to \(chats) chats at once (\(people) people)",
        "\(group)：同时接待上限 \(chats) 个（\(people) 人）")
        + (change.isElsewhere ? "†" : "")
    }
  }

  private func names(_ names: [String]) -> String {
    guard !names.isEmpty else { return "" }
    let shown = names.prefix(3).joined(separator: say(", ", "、")) + (names.count > 3 ? " …" : "")
    return say(" (\(shown))", "（\(shown)）")
  }

  private func span(_ hours: ClockSpan) -> String { "\(hours.start)–\(hours.end)" }

  private func clock(_ time: ClockTime, plus minutes: Int) -> ClockTime {
    let second = time.secondsSinceMidnight + minutes * 60
    return ClockTime(secondsSinceMidnight: second > 86_400 ? second - 86_400 : second) ?? time
  }

  func verdict(_ verdict: TodayOutlook.Effect.Verdict) -> String {
    switch verdict {
    case .helps: say("helps", "有效")
    case .undecided: say("cannot tell", "尚难判断")
    case .negligible: say("hardly anything", "几无影响")
    case .harms: say("harms", "有害")
    }
  }

  /// Yuan, with a star where the price is assumed and a question mark where there is none.
  func cost(_ yuan: Double?, isAssumed: Bool) -> String {
    guard let yuan else { return "?" }
    return style.amount(yuan) + (isAssumed && yuan > 0 ? "*" : "")
  }
}
