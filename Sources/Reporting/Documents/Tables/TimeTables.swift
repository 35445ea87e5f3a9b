// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Experiments
import Exports
package import Inference
package import Measures
package import Planning
import Wording

/// What a plan's customers met, with its bill where there is one: the source of `months.csv`,
/// `days.csv`, `intervals.csv` and `agents.csv`.
package struct PlanService: Sendable {
  package var plan: String
  package var title: String
  package var performance: PerformanceReport
  /// Empty where only service was simulated.
  package var costs: [MonthlyCost]

  package init(
    plan: String, title: String, performance: PerformanceReport, costs: [MonthlyCost] = []
  ) {
    self.plan = plan
    self.title = title
    self.performance = performance
    self.costs = costs
  }

  package init(_ outcome: PlanOutcome) {
    self.init(
      plan: outcome.name, title: outcome.title, performance: outcome.performance,
      costs: outcome.cost.months)
  }
}

package struct MonthRow: Sendable {
  package let plan: String
  package let month: YearMonth
  /// `all`, or the name of an inquiry type.
  package let inquiryType: String
  package let measures: ServiceMeasures
  /// Answered within the acceptable wait ÷ arrivals.
  package let serviceLevel: ConfidenceInterval?
  package let asked: [Measure]
  /// Only in the row of all types.
  package let cost: MonthlyCost?

  package static func rows(of plans: [PlanService]) -> [MonthRow] {
    plans.flatMap { plan in
      let names = plan.performance.types.map(\.name)
      return plan.performance.months.flatMap { month -> [MonthRow] in
        let cost = plan.costs.first { $0.month == month.month }
        let all = MonthRow(
          plan: plan.plan, month: month.month, inquiryType: "all", measures: month.measures,
          serviceLevel: month.serviceLevel, asked: plan.performance.asked, cost: cost)
        return [all]
          + names.indices.map {
            MonthRow(
              plan: plan.plan, month: month.month, inquiryType: names[$0],
              measures: month.types[$0], serviceLevel: month.serviceLevels[$0],
              asked: plan.performance.asked, cost: nil)
          }
      }
    }
  }
}

extension CSVTable<MonthRow> {
  package static let months = CSVTable(
    file: monthsOfService.file, row: monthsOfService.rowMeaning,
    key: monthsOfService.key,
    columns: monthsOfService.columns
      + CSVColumn.interval(
        "cost", "yuan", places: Places.yuan,
        en: "Mean of the month's invoice (rows `all` only); not in the files of `simulate`",
        zh: "当月账单均值（仅 all 行）；simulate 的文件中没有"
      ) { $0.cost?.total.interval },
    asked: monthsOfService.asked)

  /// The same where nothing is priced.
  package static let monthsOfService = CSVTable(
    file: "months.csv",
    row: Localized(
      en: "One row per plan, month and inquiry type (`all` first); means over replications.",
      zh: "每个方案、月份、咨询类型一行（先是 all）；为各次模拟的均值。"),
    key: ["plan", "month", "inquiry_type"],
    columns: [
      CSVColumn("plan", en: "Key of the plan", zh: "方案的键") { .text($0.plan) },
      CSVColumn("month", en: "Calendar month", zh: "月份") { .text($0.month.description) },
      CSVColumn("inquiry_type", en: "Inquiry type, or `all`", zh: "咨询类型，或 all") {
        .text($0.inquiryType)
      },
    ] + CSVColumn.measures { $0.measures } + [CSVColumn.isTotal { $0.inquiryType == "all" }]
      + CSVColumn.ends(
        of: "service_level", "share", places: Places.share
      ) { $0.serviceLevel },
    asked: AskedColumns(of: { $0.asked }) { [CSVColumn.measure($0) { $0.measures }] })
}

package struct DayRow: Sendable {
  package let plan: String
  package let day: DayPerformance
  package let promotions: [String]
  package let asked: [Measure]

  package static func rows(of plans: [PlanService], volume: [VolumeDay]) -> [DayRow] {
    let promotions = Dictionary(
      volume.map { ($0.date, $0.promotions) }, uniquingKeysWith: { first, _ in first })
    return plans.flatMap { plan in
      plan.performance.days.map {
        DayRow(
          plan: plan.plan, day: $0, promotions: promotions[$0.date] ?? [],
          asked: plan.performance.asked)
      }
    }
  }
}

extension CSVTable<DayRow> {
  package static let days = CSVTable(
    file: "days.csv",
    row: Localized(
      en: "One row per plan and day; means over replications.", zh: "每个方案每天一行；为各次模拟的均值。"),
    key: ["plan", "date"],
    columns: [
      CSVColumn("plan", en: "Key of the plan", zh: "方案的键") { .text($0.plan) },
      CSVColumn("date", as: .date, en: "Day", zh: "日期") { .text($0.day.date.description) },
      CSVColumn("promotions", en: "Promotions of the day, joined by a semicolon", zh: "当日促销，以分号相连")
      {
        .text($0.promotions.joined(separator: ";"))
      },
    ] + CSVColumn.measures { $0.day.measures },
    asked: AskedColumns(of: { $0.asked }) { [CSVColumn.measure($0) { $0.day.measures }] })
}

package struct IntervalRow: Sendable {
  package let plan: String
  package let interval: IntervalPerformance
  package let asked: [Measure]
  package let timeZone: String

  package static func rows(of plans: [PlanService]) -> some Sequence<IntervalRow> {
    plans.lazy.flatMap { plan in
      plan.performance.intervals.lazy.map {
        IntervalRow(
          plan: plan.plan, interval: $0, asked: plan.performance.asked,
          timeZone: plan.performance.timeZone)
      }
    }
  }
}

extension CSVTable<IntervalRow> {
  package static let intervals = CSVTable(
    file: "intervals.csv",
    row: Localized(
      en: "One row per plan and interval of a day, by arrival; means over replications.",
      zh: "每个方案每个时段一行，按到达时刻；为各次模拟的均值。"),
    key: ["plan", "date", "start"],
    columns: [
      CSVColumn("plan", en: "Key of the plan", zh: "方案的键") { .text($0.plan) },
      CSVColumn("date", as: .date, en: "Day", zh: "日期") { .text($0.interval.date.description) },
      CSVColumn("start", en: "Start on the shop's clock", zh: "开始时刻") {
        .text($0.interval.start.description)
      },
      CSVColumn("length", "s", as: .integer, en: "Length of the interval", zh: "时段长度") {
        .integer($0.interval.length)
      },
      CSVColumn(
        "staffed", "agents", en: "Agents on duty, averaged over the interval", zh: "时段平均在岗人数"
      ) {
        .fixed($0.interval.staffed, places: Places.count)
      },
    ] + CSVColumn.measures { $0.interval.measures } + [CSVColumn.timeZone { $0.timeZone }],
    asked: AskedColumns(of: { $0.asked }) { [CSVColumn.measure($0) { $0.interval.measures }] })
}

package struct GroupRow: Sendable {
  package let plan: String
  package let group: GroupPerformance

  package static func rows(of plans: [PlanService]) -> [GroupRow] {
    plans.flatMap { plan in
      // Groups that a plan does not staff are left out.
      plan.performance.groups.filter { $0.hoursOnDuty > 0 || $0.answered > 0 }
        .map { GroupRow(plan: plan.plan, group: $0) }
    }
  }
}

extension CSVTable<GroupRow> {
  package static let agents = CSVTable(
    file: "agents.csv",
    row: Localized(
      en: "One row per plan and agent group; means over replications.",
      zh: "每个方案每个客服组一行；为各次模拟的均值。"),
    key: ["plan", "group"],
    columns: [
      CSVColumn("plan", en: "Key of the plan", zh: "方案的键") { .text($0.plan) },
      CSVColumn("group", en: "Agent group", zh: "客服组") { .text($0.group.name) },
      CSVColumn(
        "chats", "contacts",
        en:
          "Chats taken: `answered`, and those whose customer had left without a word; other shops' "
          + "in a shared pool included, those taken in a warm-up not",
        zh: "接起的会话：应答量，以及接起时顾客已不告而别的；含共享池中其他店铺的，不含预热期的"
      ) { .fixed($0.group.chats, places: Places.count) },
      CSVColumn(
        "answered", "contacts", en: "Of them, customers who were still there", zh: "其中顾客仍在的"
      ) {
        .fixed($0.group.answered, places: Places.count)
      },
      CSVColumn("hours_on_duty", "h", en: "Agent-hours on duty", zh: "在岗人时") {
        .fixed($0.group.hoursOnDuty, places: Places.seconds)
      },
    ] + CSVColumn.occupancy { $0.group.occupancy })
}
