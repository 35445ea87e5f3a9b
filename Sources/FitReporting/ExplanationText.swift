// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Calendars
package import DemandFitting
package import Reporting
package import Tables
package import Wording

/// Why the days ahead differ from the last weeks, in sentences.
package struct ExplanationText: Sendable {
  private let explanation: ForecastExplanation
  private let carriers: Localized?
  private let style: NumberStyle

  /// Causes of less than this share of the like days are counted together.
  private static let least = 0.005

  /// - Parameter carriers: Which forecasters carry the forecast; nil where one stands alone.
  package init(_ explanation: ForecastExplanation, carriers: Localized?, style: NumberStyle) {
    self.explanation = explanation
    self.carriers = carriers
    self.style = style
  }

  package func text(width: Int) -> String {
    let lines = TextWidth.wrap(heading, to: width) + causes.flatMap { wrapped($0, width) }
    let others = [week, carried].compactMap(\.self).flatMap { TextWidth.wrap($0, to: width) }
    return (lines + others).joined(separator: "\n") + "\n"
  }

  private func wrapped(_ item: String, _ width: Int) -> [String] {
    TextWidth.wrap(item, to: max(20, width - 2)).enumerated().map { place, line in
      (place == 0 ? "- " : "  ") + line
    }
  }

  package var json: JSONValue {
    [
      "first_day": .string(explanation.days.first.description),
      "last_day": .string(explanation.days.last.description),
      "weeks": .integer(explanation.weeks),
      "past": .number(explanation.past),
      "ahead": .number(explanation.ahead),
      "causes": .array(
        explanation.causes.map { cause in
          [
            "cause": .string(cause.kind.key),
            "name": cause.kind.name.map { .string($0) } ?? .null,
            "inquiries": .number(cause.inquiries),
            "first_date": .string(cause.dates.first?.description ?? ""),
            "last_date": .string(cause.dates.last?.description ?? ""),
          ]
        }),
      "sentences": .strings(sentences),
    ]
  }

  /// All of it, one sentence after the other.
  package var sentences: [String] {
    [heading] + causes + [week, carried].compactMap(\.self)
  }

  private func say(_ en: String, _ zh: String) -> String {
    Localized(en: en, zh: zh)[style.language]
  }

  /// With one decimal where counts are few.
  private func count(_ value: Double) -> String {
    style.number(value, places: explanation.past < 100 ? 1 : 0)
  }

  private var heading: String {
    let (past, ahead) = (count(explanation.past), count(explanation.ahead))
    let (low, high) = (count(explanation.summary.p10), count(explanation.summary.p90))
    let change = explanation.past > 0 ? explanation.ahead / explanation.past - 1 : 0
    let size = style.percent(abs(change))
    let (en, zh) =
      abs(change) < Self.least
      ? ("as many as", "与")
      : change > 0 ? ("\(size) more than", "比") : ("\(size) fewer than", "比")
    let end =
      abs(change) < Self.least ? "持平" : change > 0 ? "多 \(size)" : "少 \(size)"
    let days = explanation.days
    let weeks = explanation.weeks
    return say(
      "\(days.first) to \(days.last): \(ahead) inquiries if the days are ordinary (four of five times "
        + "\(low) to \(high)), \(en) the same weekdays of the last "
        + "\(weeks == 1 ? "week" : "\(weeks) weeks") brought (\(past)). What moves it:",
      "\(days.first) 至 \(days.last)：平常日子约 \(ahead) 次咨询（五次有四次在 \(low) 至 \(high)），"
        + "\(zh)最近 \(weeks) 周同样的星期几（\(past)）\(end)。原因：")
  }

  /// The greatest first; small ones together, where they come to something.
  private var causes: [String] {
    let least = Self.least * explanation.past
    let told = explanation.causes.filter { abs($0.inquiries) >= least }
    let rest = explanation.causes.filter { abs($0.inquiries) < least }
      .reduce(0) { $0 + $1.inquiries }
    let sentences = told.map { effect($0.inquiries) + words($0) }
    return abs(rest) >= least / 2
      ? sentences + [effect(rest) + say("all other causes together", "其余各因素合计")] : sentences
  }

  /// `+12.0% (+130): `, of the like days.
  private func effect(_ inquiries: Double) -> String {
    let sign = inquiries < 0 ? "−" : "+"
    let number = sign + count(abs(inquiries))
    guard explanation.past > 0 else { return "\(number)" + say(": ", "：") }
    let share = sign + style.percent(abs(inquiries) / explanation.past)
    return say("\(share) (\(number)): ", "\(share)（\(number)）：")
  }

  private func words(_ cause: ForecastExplanation.Cause) -> String {
    let dates = dates(cause.dates)
    switch cause.kind {
    case .level:
      return say(
        cause.inquiries < 0
          ? "the level is lower than it was over those weeks"
          : "the level is higher than it was over those weeks",
        cause.inquiries < 0 ? "当前水平低于那几周" : "当前水平高于那几周")
    case .shift(let date):
      return say(
        "the level changed from one day to the next on \(date), and those weeks lie partly before",
        "水平在 \(date) 突变，那几周有一部分在此之前")
    case .trend: return say("the trend goes on", "趋势延续")
    case .season: return say("the time of year", "年内季节")
    case .event(let name): return say("\(name) (\(dates))", "\(name)（\(dates)）")
    case .pastEvent(let name):
      return say("\(name) is over (\(dates))", "\(name)已过（\(dates)）")
    case .busyness:
      return say(
        cause.inquiries < 0
          ? "the last days were quieter than their level, and a part of that goes on"
          : "the last days were busier than their level, and a part of that goes on",
        cause.inquiries < 0 ? "最近几天偏闲，部分会延续" : "最近几天偏忙，部分会延续")
    case .pastChance:
      return say(
        cause.inquiries < 0
          ? "those weeks were busier than their level by chance, which is not expected again"
          : "those weeks were quieter than their level by chance, which is not expected again",
        cause.inquiries < 0 ? "那几周偶然偏忙，预计不会重现" : "那几周偶然偏闲，预计不会重现")
    case .pastSurprise:
      return say(
        "days far off that nobody announced (\(dates)) are not expected again",
        "未公告的异常日（\(dates)）预计不会重现")
    case .closure: return say("closed on \(dates)", "停业（\(dates)）")
    case .pastClosure:
      return say("was closed on \(dates), and is open now", "当时停业（\(dates)），现已营业")
    }
  }

  private func dates(_ dates: [CivilDate]) -> String {
    guard let first = dates.first, let last = dates.last, first != last else {
      return dates.first?.description ?? ""
    }
    // Days in a row are one span.
    return first.days(to: last) + 1 == dates.count
      ? say("\(first) to \(last)", "\(first) 至 \(last)")
      : style.list(dates.map(\.description))
  }

  /// The busiest and the quietest weekday.
  private var week: String? {
    let factors = explanation.weekdays
    guard let most = factors.max(by: { $0.factor < $1.factor }),
      let least = factors.min(by: { $0.factor < $1.factor }), most.factor > least.factor * 1.05
    else { return nil }
    let (high, low) = (
      style.number(most.factor, places: 2), style.number(least.factor, places: 2)
    )
    return say(
      "Within the week \(most.weekday.name.en) is busiest, \(high) times the mean day, and "
        + "\(least.weekday.name.en) quietest, \(low) times.",
      "一周之内\(most.weekday.name.zh)最忙，为日均的 \(high) 倍；\(least.weekday.name.zh)最闲，为 \(low) 倍。")
  }

  private var carried: String? {
    carriers.map { text in
      let sentence = text[style.language]
      return say(
        sentence.prefix(1).uppercased() + sentence.dropFirst() + ".", sentence + "。")
    }
  }
}

extension ForecastExplanation.Kind {
  /// A word for machines.
  fileprivate var key: String {
    switch self {
    case .level: "level"
    case .shift: "shift"
    case .trend: "trend"
    case .season: "season"
    case .event: "event"
    case .pastEvent: "past_event"
    case .busyness: "busyness"
    case .pastChance: "past_chance"
    case .pastSurprise: "past_surprise"
    case .closure: "closure"
    case .pastClosure: "past_closure"
    }
  }

  /// Of an event its name, of a shift its day.
  fileprivate var name: String? {
    switch self {
    case .event(let name), .pastEvent(let name): name
    case .shift(let date): date.description
    case .level, .trend, .season, .busyness, .pastChance, .pastSurprise, .closure, .pastClosure:
      nil
    }
  }
}
