// SPDX-License-Identifier: GPL-3.0-or-later

import Exports
import Inference
import Wording

/// One thing that the verdict says, with every number that it says it by.
package struct VerdictStatement: Equatable, Sendable {
  /// `recommendation`, `service`, `worst`, `slow_chat`, `platform`, `break_even`, `outsourcing`,
  /// `evidence`, `seats`, `risk`, `spread`, `warning` or `change`.
  package let topic: String
  package let text: String
  package let figures: [VerdictFigure]
}

/// A number in the verdict: a row of `verdict.csv`.
package struct VerdictFigure: Equatable, Sendable {
  /// Place of the statement in the verdict, from 1.
  package internal(set) var statement = 0
  /// Place of the number in its statement, from 1.
  package internal(set) var number = 0
  package let topic: String
  /// What the number is, in the words of the other files' columns.
  package let name: String
  package let plan: String
  package let value: Double
  package let unit: String
}

/// Collects the numbers of a sentence while it is written: none can be said without being kept.
struct StatementDraft {
  let topic: String
  let style: NumberStyle
  private(set) var figures: [VerdictFigure] = []

  init(_ topic: String, _ style: NumberStyle) {
    self.topic = topic
    self.style = style
  }

  private mutating func keep(_ name: String, _ plan: String, _ value: Double, _ unit: String) {
    figures.append(
      VerdictFigure(topic: topic, name: name, plan: plan, value: value, unit: unit))
  }

  mutating func yuan(
    _ name: String, _ plan: String, _ value: Double, places: Int = 0
  ) -> String {
    keep(name, plan, value, "yuan")
    return style.amount(value, places: places)
  }

  mutating func share(
    _ name: String, _ plan: String, _ value: Double, places: Int = 1
  ) -> String {
    keep(name, plan, value, "share")
    return style.percent(value, places: places)
  }

  /// A number that is written in words of its own.
  mutating func figure(
    _ name: String, _ plan: String, _ value: Double, _ unit: String, _ text: String
  ) -> String {
    keep(name, plan, value, unit)
    return text
  }

  mutating func seconds(_ name: String, _ plan: String, _ value: Double) -> String {
    keep(name, plan, value, "s")
    return style.duration(value)
  }

  mutating func number(
    _ name: String, _ plan: String, _ value: Double, _ unit: String, places: Int = 0
  ) -> String {
    keep(name, plan, value, unit)
    return style.number(value, places: places)
  }

  /// Inquiries a day, with a decimal where they are few.
  mutating func daily(_ name: String, _ plan: String, _ value: Double) -> String {
    number(name, plan, value, "contacts a day", places: value < 10 ? 1 : 0)
  }

  /// `95% interval ¥1 to ¥2`, of the interval's magnitude where `ofMagnitude` says so.
  mutating func interval(
    _ name: String, _ plan: String, _ interval: ConfidenceInterval, ofMagnitude: Bool = false
  ) -> String {
    var (low, high) = (interval.lower, interval.upper)
    if ofMagnitude, interval.mean < 0 { (low, high) = (-high, -low) }
    guard low.isFinite, high.isFinite else {
      return Localized(en: "no interval from a single replication", zh: "仅一次模拟，没有区间")[
        style.language]
    }
    guard low < high else {
      return Localized(en: "the same in every simulation", zh: "各次模拟相同")[style.language]
    }
    let (from, to) = (yuan(name + "_low", plan, low), yuan(name + "_high", plan, high))
    let level = style.percent(interval.level, places: 0)
    return Localized(en: "\(level) interval \(from) to \(to)", zh: "\(level) 区间 \(from)至 \(to)")[
      style.language]
  }

  /// `95% interval 31.0% to 35.2%` of a share.
  mutating func shares(_ name: String, _ plan: String, _ interval: ConfidenceInterval) -> String {
    guard interval.halfWidth.isFinite else {
      return Localized(en: "no interval from a single replication", zh: "仅一次模拟，没有区间")[
        style.language]
    }
    let low = share(name + "_low", plan, max(0, interval.lower))
    let high = share(name + "_high", plan, min(1, interval.upper))
    let level = style.percent(interval.level, places: 0)
    return Localized(en: "\(level) interval \(low) to \(high)", zh: "\(level) 区间 \(low) 至 \(high)")[
      style.language]
  }

  func statement(en: String, zh: String) -> VerdictStatement {
    VerdictStatement(
      topic: topic, text: style.language == .english ? en : zh, figures: figures)
  }
}

extension CSVTable<VerdictFigure> {
  package static let verdict = CSVTable(
    file: "verdict.csv",
    row: Localized(en: "One row per number that the verdict names.", zh: "结论中出现的每个数字一行。"),
    key: ["statement", "number"],
    columns: [
      CSVColumn(
        "statement", as: .integer, en: "Place of the statement in the verdict, from 1",
        zh: "结论项的序号，从 1 起"
      ) {
        .integer($0.statement)
      },
      CSVColumn(
        "number", as: .integer, en: "Place of the number in its statement, from 1",
        zh: "该结论项中数字的序号，从 1 起"
      ) { .integer($0.number) },
      CSVColumn("topic", en: "Statement of the verdict that names it", zh: "所在的结论项") {
        .text($0.topic)
      },
      CSVColumn("name", en: "What it is", zh: "含义") { .text($0.name) },
      CSVColumn("plan", en: "Key of the plan it is about; may be empty", zh: "相关方案的键，可为空") {
        .text($0.plan)
      },
      CSVColumn("value", as: .number, en: "The number, in the row's unit", zh: "数值，单位见 unit 列") {
        .fixed($0.value, places: $0.unit == "yuan" ? Places.yuan : Places.share)
      },
      CSVColumn("unit", en: "Unit of the value", zh: "数值单位") { .text($0.unit) },
    ])
}
