// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Calendars
import Capacity
import Experiments
import Exports
import Inference
import Measures
import Plans
import Scenarios
import Wording

/// One open interval of the day: a row of `today.csv`.
package struct TodayRow: Sendable {
  let outcome: TodayUseCase.Outcome
  let slot: TodayOutlook.Slot

  static func rows(of outcome: TodayUseCase.Outcome) -> [TodayRow] {
    outcome.outlook.slots.map { TodayRow(outcome: outcome, slot: $0) }
  }

  var came: Double { outcome.level.counts[safely: slot.place] ?? 0 }
  var start: ClockTime {
    ClockTime(
      unchecked: slot.place * outcome.outlook.question.scenario.interval.seconds % 86_400)
  }
}

/// A target in one open interval: a row of `today-service.csv`.
package struct TodayServiceRow: Sendable {
  let row: TodayRow
  let target: Int

  static func rows(of outcome: TodayUseCase.Outcome) -> [TodayServiceRow] {
    TodayRow.rows(of: outcome).flatMap { row in
      row.slot.values.indices.map { TodayServiceRow(row: row, target: $0) }
    }
  }

  var rule: ServiceTarget { row.outcome.outlook.targets[target].day.target }
}

/// A change: a row of `today-changes.csv`.
package struct TodayChangeRow: Sendable {
  let outcome: TodayUseCase.Outcome
  let place: Int
  let language: Language

  static func rows(of outcome: TodayUseCase.Outcome, _ language: Language) -> [TodayChangeRow] {
    outcome.outlook.effects.indices.map {
      TodayChangeRow(outcome: outcome, place: $0, language: language)
    }
  }

  var effect: TodayOutlook.Effect { outcome.outlook.effects[place] }
  var change: TodayChange { effect.change }

  var kind: String {
    switch change.kind {
    case .overtime: "overtime"
    case .breakMoved: "break"
    case .extra: "extra"
    case .chatLimit: "chat_limit"
    }
  }
}

extension CSVTable<TodayRow> {
  package static let today = CSVTable(
    file: "today.csv",
    row: Localized(
      en: "One row per open interval of the day.", zh: "当日每个营业时段一行。"),
    key: ["interval_start"],
    columns: [
      CSVColumn("date", as: .date, en: "Day of the shop's clock", zh: "店铺时钟的日期") {
        .text($0.outcome.date.description)
      },
      CSVColumn("interval_start", en: "Start of the interval", zh: "时段开始") {
        .text($0.start.description)
      },
      CSVColumn("past", as: .boolean, en: "Whether it lies before now as a whole", zh: "是否已全部过去") {
        .flag($0.slot.isPast)
      },
      CSVColumn("came", "inquiries", en: "Customers who came until now", zh: "至今到来的顾客") {
        .fixed($0.came, places: Places.count)
      },
      CSVColumn(
        "expected", "inquiries", en: "Customers from now on, mean over replications",
        zh: "此后到来的顾客，各次模拟的均值"
      ) { .fixed($0.slot.customers.mean, places: Places.count) },
      CSVColumn("p10", "inquiries", en: "10% point over replications", zh: "各次模拟的 10% 分位数") {
        .fixed($0.slot.customers.low, places: Places.count)
      },
      CSVColumn("p90", "inquiries", en: "90% point over replications", zh: "各次模拟的 90% 分位数") {
        .fixed($0.slot.customers.high, places: Places.count)
      },
      CSVColumn(
        "on_duty", "agents", en: "People who can take chats, of all groups together",
        zh: "可接待的在岗人数，各组合计"
      ) { .fixed($0.slot.onDuty.reduce(0, +), places: Places.count) },
      CSVColumn.timeZone { $0.outcome.scenario.timeZone },
    ])
}

extension CSVTable<TodayServiceRow> {
  package static let todayService = CSVTable(
    file: "today-service.csv",
    row: Localized(
      en: "One row per open interval and target: recorded before now, simulated after it.",
      zh: "每个营业时段与目标一行：此前为记录值，此后为模拟值。"),
    key: ["interval_start", "target"],
    columns: [
      CSVColumn("interval_start", en: "Start of the interval", zh: "时段开始") {
        .text($0.row.start.description)
      }
    ] + CSVColumn.target({ $0.target + 1 }, { $0.rule }) + [
      CSVColumn(
        "value", as: .number, en: "The measure; empty where nobody comes", zh: "指标值；无人到达时为空"
      ) {
        $0.row.slot.values[$0.target].map { .fixed($0.mean, places: Places.share) } ?? .empty
      },
      CSVColumn("half_width", as: .number, en: "Of its 95% interval", zh: "95% 区间的半宽") {
        $0.row.slot.values[$0.target].map { .fixed($0.halfWidth, places: Places.share) } ?? .empty
      },
    ])
}

extension CSVTable<TodayChangeRow> {
  package static let todayChanges = CSVTable(
    file: "today-changes.csv",
    row: Localized(
      en:
        "One row per change that was told, what pays first; effects are paired on the same customers.",
      zh: "每项改动一行，划算的在前；效果在相同顾客上配对比较。"),
    key: ["rank"],
    columns: [
      CSVColumn("rank", as: .integer, en: "Place in the order, from 1", zh: "次序，从 1 起") {
        .integer($0.place + 1)
      },
      CSVColumn("kind", en: "`overtime`, `break`, `extra` or `chat_limit`", zh: "改动的种类") {
        .text($0.kind)
      },
      CSVColumn("change", en: "In words", zh: "文字说明") {
        .text(TodayWords(style: NumberStyle($0.language)).change($0.change))
      },
      CSVColumn("group", en: "Agent group", zh: "客服组") { .text($0.change.group) },
      CSVColumn("people", "agents", as: .integer, en: "People whom it concerns", zh: "涉及人数") {
        .integer($0.change.people)
      },
      CSVColumn(
        "verdict", en: "`helps`, `undecided`, `negligible` or `harms`",
        zh: "helps、undecided、negligible 或 harms"
      ) {
        .text($0.effect.verdict.rawValue)
      },
      CSVColumn(
        "harmed", en: "Targets that it surely makes worse, by number, joined by a stroke",
        zh: "确定会因此变差的目标序号，以竖线分隔"
      ) {
        let numbers = $0.effect.harmed.map { "\($0 + 1)" }
        return numbers.isEmpty ? .empty : .text(numbers.joined(separator: "|"))
      },
    ]
      + interval(
        "probability", en: "On the probability that the day keeps every target",
        zh: "对全部达标概率的影响"
      ) { $0.effect.probability }
      + interval(
        "value", en: "On the measure of the endangered target over the day",
        zh: "对最危险目标全天指标的影响"
      ) { $0.effect.values[$0.outcome.outlook.endangered] }
      + interval(
        "saved", en: "Customers (or seconds) by which the day comes nearer to that target",
        zh: "使该目标更接近达标的顾客数（或秒数）"
      ) { $0.effect.saved }
      + interval(
        "contribution", "yuan", en: "Contribution that is not lost with unanswered customers",
        zh: "因少流失顾客而保住的毛利"
      ) { $0.effect.contribution } + [
        CSVColumn("cost", "yuan", en: "Of all of it; empty without a price", zh: "费用；无价格时为空") {
          $0.change.cost.map { .fixed($0, places: Places.yuan) } ?? .empty
        },
        CSVColumn(
          "cost_assumed", as: .boolean, en: "Whether the price is none of the contract's",
          zh: "费用是否为假设"
        ) { .flag($0.change.isCostAssumed) },
        CSVColumn(
          "elsewhere", as: .boolean, en: "Whether it goes beyond the scenario's concurrency",
          zh: "是否超出场景的并发曲线"
        ) { .flag($0.change.isElsewhere) },
      ])

  private static func interval(
    _ name: String, _ unit: String = "", en: String, zh: String,
    _ value: @escaping @Sendable (TodayChangeRow) -> ConfidenceInterval
  ) -> [CSVColumn<TodayChangeRow>] {
    [
      CSVColumn("\(name)_effect", unit, en: en, zh: zh) {
        .fixed(value($0).mean, places: Places.share)
      },
      CSVColumn("\(name)_half_width", unit, en: "Of its 95% interval", zh: "其 95% 区间的半宽") {
        .fixed(value($0).halfWidth, places: Places.share)
      },
    ]
  }
}
