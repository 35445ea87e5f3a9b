// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Scorecards
import Wording

/// How readers call the terms of a reply rule.
struct RuleWords {
  let style: NumberStyle

  func say(_ en: String, _ zh: String) -> String { Localized(en: en, zh: zh)[style.language] }

  /// `sessions`, in a table or a sentence.
  func units(_ unit: ReplyUnit) -> String {
    switch unit {
    case .session: say("sessions", "会话")
    case .round: say("rounds", "轮次")
    case .message: say("messages", "消息")
    case .customer: say("customers a day", "顾客（按天）")
    }
  }

  /// What is counted of the units.
  func counted(_ rule: ReplyRule) -> String {
    switch (rule.statistic, rule.threshold) {
    case (.rate, let threshold?):
      say(
        "answered within \(style.threshold(threshold))",
        style.threshold(threshold).filter { $0 != " " } + "内答复")
    case (.rate, nil): say("answered at all", "得到答复")
    case (.mean, _): say("mean wait", "平均等待")
    case (.leaveWords, _): say("left as a word", "留言")
    }
  }

  func value(_ value: Double?, of rule: ReplyRule) -> String {
    rule.statistic == .mean ? style.duration(value) : style.percentShortOfAll(value)
  }

  func window(_ rule: ReplyRule) -> String {
    let test =
      switch rule.windowTest {
      case .sessionStart: say("by the session's start", "按会话开始时间")
      case .message: say("by the message", "按消息时间")
      case .reply: say("by the reply", "按答复时间")
      }
    return rule.window == .wholeDay
      ? say("all day", "全天") : "\(rule.window) " + test
  }

  func certainty(_ certainty: ReplyRule.Certainty) -> String {
    switch certainty {
    case .certain: say("certain", "确定")
    case .likely: say("fairly certain", "比较确定")
    case .uncertain: say("uncertain", "不确定")
    case .historic: say("no longer in force", "已失效")
    case .own: say("the shop's own", "店铺自定")
    }
  }

  func validity(_ rule: ReplyRule) -> String {
    switch (rule.validFrom, rule.validTo) {
    case (nil, nil): say("not dated", "日期不详")
    case (let from?, nil): say("from \(from)", "自 \(from) 起")
    case (nil, let to?): say("to \(to)", "至 \(to)")
    case (let from?, let to?): "\(from)/\(to)"
    }
  }

  func period(_ span: DateSpan, _ period: ScorePeriod) -> String {
    switch period {
    case .days(1): say("On \(span.last)", "\(span.last) 当天")
    case .days(let days): say("In the \(days) days to \(span.last)", "截至 \(span.last) 的 \(days) 天")
    case .week: say("In the week of \(span)", "\(span) 一周")
    case .month: say("In \(span.first.yearMonth)", "\(span.first.yearMonth) 月")
    }
  }

  /// The rules of a ladder's grades, in percent where they grade a share.
  func grades(_ rule: ReplyRule) -> String {
    rule.grades?.text(inPercent: rule.statistic != .mean) ?? ""
  }

  /// The bound that meets the target, as `≥ 90%`.
  func target(_ rule: ReplyRule) -> String? {
    guard let grades = rule.grades else { return nil }
    let step = grades.steps[grades.target]
    let mark =
      grades.isMoreBetter ? (step.isStrict ? ">" : "≥") : (step.isStrict ? "<" : "≤")
    let bound =
      rule.statistic == .mean
      ? style.duration(step.bound)
      : Decimals.shortest((step.bound * 1e6).rounded() / 1e4) + "%"
    return "\(mark) \(bound)"
  }
}
