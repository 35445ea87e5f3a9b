// SPDX-License-Identifier: GPL-3.0-or-later

package import Application
import Calendars
import Experiments
import Exports
import Inference
import Wording

/// Share of time of one plan: the source of `states.csv`.
package struct StateRow: Sendable {
  let plan: String
  let row: PlanObservation.StateRow

  package static func rows(
    of plans: [ObservedPlan]
  ) -> [StateRow] {
    plans.flatMap { plan in
      plan.observation.states.map { StateRow(plan: plan.plan, row: $0) }
    }
  }
}

extension CSVTable<StateRow> {
  package static let states = CSVTable(
    file: "states.csv",
    row: Localized(
      en: "One row per plan, line or agent and number of customers or chats (`--states`): the "
        + "share of time with that number. The mean number is the sum of number × share.",
      zh: "每个方案、队列或客服、人数（会话数）一行（--states）：处于该数目的时间占比。平均数为数目 × 占比之和。"),
    key: ["plan", "subject", "name", "number"],
    columns: [
      CSVColumn("plan", en: "Key of the plan", zh: "方案的键") { .text($0.plan) },
      CSVColumn(
        "subject",
        en:
          "`queue`: customers waiting, over the open hours; `group` and `agent`: chats in hand of an "
          + "agent, over the time on duty without breaks",
        zh: "queue：等待人数，按营业时间；group、agent：一名客服手中的会话数，按在岗时间（不含休息）"
      ) { .text($0.row.subject.rawValue) },
      CSVColumn(
        "name", en: "Inquiry type or `all`, agent group, or number of the agent from 0",
        zh: "咨询类型或 all、客服组，或客服序号（从 0 起）"
      ) { .text($0.row.name) },
      CSVColumn("number", as: .integer, en: "Customers or chats", zh: "人数或会话数") {
        .integer($0.row.level)
      },
      CSVColumn(
        "hours", "h", en: "Hours with that number, mean over replications", zh: "处于该数目的小时数，各次模拟的均值"
      ) { .fixed($0.row.seconds / 3600, places: 4) },
    ]
      + CSVColumn.interval(
        "share", "share", places: Places.share, en: "The same ÷ all hours of the subject",
        zh: "上项 ÷ 该对象的总小时数"
      ) { $0.row.share })
}

/// One agent of one plan on one day: the source of `agent_days.csv`.
package struct AgentDayRow: Sendable {
  let plan: String
  let timeZone: String
  let row: PlanObservation.AgentDayRow

  package static func rows(
    of plans: [ObservedPlan]
  ) -> some Sequence<AgentDayRow> {
    plans.lazy.flatMap { plan in
      plan.observation.agentDays.lazy.map {
        AgentDayRow(plan: plan.plan, timeZone: plan.timeZone, row: $0)
      }
    }
  }
}

extension CSVTable<AgentDayRow> {
  package static let agentDays = CSVTable(
    file: "agent_days.csv",
    row: Localized(
      en: "One row per plan, agent and day on duty (`--states`); means over replications, "
        + "other shops' chats included.",
      zh: "每个方案每名客服每个在岗日一行（--states）；为各次模拟的均值，含其他店铺的会话。"),
    key: ["plan", "agent", "date"],
    columns: [
      CSVColumn("plan", en: "Key of the plan", zh: "方案的键") { .text($0.plan) },
      CSVColumn("agent", as: .integer, en: "Number of the agent, from 0", zh: "客服序号，从 0 起") {
        .integer($0.row.agent)
      },
      CSVColumn("group", en: "Agent group", zh: "客服组") { .text($0.row.group) },
      CSVColumn(
        "date", as: .date, en: "Calendar day; a shift over midnight is on two", zh: "日期；跨午夜的班次分属两天"
      ) {
        .text($0.row.date.description)
      },
      CSVColumn("hours_on_duty", "h", en: "Hours on duty, breaks not included", zh: "在岗小时，不含休息") {
        .fixed($0.row.mean.onDuty / 3600, places: 4)
      },
      CSVColumn(
        "hours_engaged", "h",
        en: "Hours with at least one chat in hand, those after the shift's end included",
        zh: "至少有一个会话的小时数，含班次结束之后的"
      ) { .fixed($0.row.mean.busy / 3600, places: 4) },
      CSVColumn("chats", "contacts", en: "Chats taken that day", zh: "当日接起的会话") {
        .fixed($0.row.mean.chats, places: Places.count)
      },
      CSVColumn(
        "answered", "contacts", en: "Of them, customers who were still there", zh: "其中顾客仍在的"
      ) {
        .fixed($0.row.mean.answered, places: Places.count)
      },
      CSVColumn(
        "occupancy_engaged", "share", en: "Hours engaged ÷ hours on duty", zh: "有会话的小时数 ÷ 在岗小时数"
      ) { .fixed($0.row.mean.busy / $0.row.mean.onDuty, places: Places.share) },
      CSVColumn.timeZone { $0.timeZone },
    ])
}

/// A figure of one plan with its error: the source of `errors.csv`.
package struct ErrorRow: Sendable {
  let plan: String
  let timeZone: String
  let row: FigureRow

  package static func rows(
    of plans: [ObservedPlan]
  ) -> some Sequence<ErrorRow> {
    plans.lazy.flatMap { plan in
      plan.observation.figures.lazy.map {
        ErrorRow(plan: plan.plan, timeZone: plan.timeZone, row: $0)
      }
    }
  }

  /// A share cannot leave [0, 1], as its interval may.
  func cell(_ value: Double) -> CSVCell {
    .fixed(row.unit == "share" && value.isFinite ? min(1, max(0, value)) : value, places: 6)
  }
}

extension CSVTable<ErrorRow> {
  package static let errors = CSVTable(
    file: "errors.csv",
    row: Localized(
      en: "One row per plan and figure (`--errors`): the value with its standard error and 95% "
        + "interval over replications. Ratios are ratios of sums, their errors by the delta method; "
        + "a quantile is the mean of the replications' own.",
      zh: "每个方案、每个数值一行（--errors）：数值及其在各次模拟上的标准误与 95% 区间。比率为总和之比，"
        + "标准误用 delta 法；分位数为各次模拟分位数的平均。"),
    key: ["plan", "scope", "inquiry_type", "group", "month", "date", "start", "measure"],
    openKey: ["inquiry_type", "group", "month", "date", "start"],
    columns: [
      CSVColumn("plan", en: "Key of the plan", zh: "方案的键") { .text($0.plan) },
      CSVColumn(
        "scope",
        en: "`horizon`, `month`, `day`, `time_of_day` (the same interval of every day together), "
          + "`interval`, or `group`",
        zh: "horizon 整个期间、month 月、day 日、time_of_day 各日同一时段合计、interval 时段、group 客服组"
      ) { .text($0.row.scope.rawValue) },
      CSVColumn(
        "inquiry_type", en: "Inquiry type, or `all`; empty where agents are meant",
        zh: "咨询类型，或 all；客服的指标为空"
      ) { .text($0.row.inquiryType) },
      CSVColumn(
        "group", en: "Agent group; empty of scopes of time, where all groups together are meant",
        zh: "客服组；按时间的范围为空，表示全部组"
      ) { .text($0.row.group) },
      CSVColumn("month", en: "Calendar month, of scope `month`", zh: "月份，scope 为 month 时") {
        .text($0.row.month?.description ?? "")
      },
      CSVColumn(
        "date", as: .date, en: "Day, of scopes `day` and `interval`",
        zh: "日期，scope 为 day、interval 时"
      ) {
        .text($0.row.date?.description ?? "")
      },
      CSVColumn(
        "start", en: "Start on the shop's clock, of scopes `time_of_day` and `interval`",
        zh: "开始时刻，scope 为 time_of_day、interval 时"
      ) { .text($0.row.start?.description ?? "") },
      CSVColumn(
        "measure",
        en: "As the columns of the other files; `wait_p90` is the wait that 90% do not exceed",
        zh: "同其他文件的列名；wait_p90 为 90% 不超过的等待"
      ) { .text($0.row.measure) },
      CSVColumn("unit", en: "Unit of the value", zh: "数值单位") { .text($0.row.unit) },
      CSVColumn("value", as: .number, en: "Estimate, in the row's unit", zh: "估计值，单位见 unit 列") {
        $0.cell($0.row.value.mean)
      },
      CSVColumn(
        "standard_error", as: .number, en: "Of the estimate; empty of one replication",
        zh: "估计的标准误；仅一次模拟时为空"
      ) { .fixed($0.row.value.standardError, places: 6) },
      CSVColumn("value_low", as: .number, en: "Lower end of its 95% interval", zh: "其 95% 区间下限") {
        $0.cell($0.row.value.lower)
      },
      CSVColumn("value_high", as: .number, en: "Upper end of its 95% interval", zh: "其 95% 区间上限") {
        $0.cell($0.row.value.upper)
      },
      CSVColumn.timeZone { $0.timeZone },
    ])
}
