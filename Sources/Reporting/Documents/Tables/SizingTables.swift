// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
import Experiments
import Exports
import Measures
package import Planning
import Scenarios
import Wording

package struct SizingRow: Sendable {
  package let plan: String
  let subject: String
  /// Place among what was tried for the plan, from 1: sizes of periods that were tried together share it.
  let trial: Int
  /// Empty where the size holds over the whole horizon.
  let period: String
  let size: Int
  /// Nil for sizes of one period.
  let peakOnDuty: Int?
  let replications: Int
  let isChosen: Bool
  let answer: TargetAnswer
  /// Whether it belongs to the sizes by month beside a plan that is sized otherwise.
  let isSuggestion: Bool
  /// Service and cost over the horizon; nil for sizes of one period.
  let whole: SizingTable.Row?

  /// One size for the horizon, then sizes by period.
  package static func rows(of comparison: Comparison) -> [SizingRow] {
    comparison.sizings.flatMap { table in
      table.rows.enumerated().map { trial, row in
        SizingRow(
          plan: table.plan, subject: table.subject.key, trial: trial + 1, period: "",
          size: row.size,
          peakOnDuty: row.peakOnDuty, replications: row.replications,
          isChosen: table.chosen == row.size, answer: row.answer, isSuggestion: false, whole: row)
      }
    }
      + comparison.periodTables.flatMap { rows(of: $0, isSuggestion: false) }
      + comparison.savings.flatMap { rows(of: $0.table, isSuggestion: true) }
      + comparison.planned.flatMap { rows(of: $0, comparison) }
  }

  /// People on each planned shift by stretches of days, then the fewest on the plan's own shifts.
  private static func rows(of planned: PlannedStaffing, _ comparison: Comparison) -> [SizingRow] {
    let found: [(lines: [StaffingLine], answer: TargetAnswer, isKept: Bool)] =
      [(planned.lines, planned.answer, planned.isKept)]
      + (planned.fewest.map { [($0.lines, $0.answer, !planned.isKept)] } ?? [])
    return found.enumerated().flatMap { trial, found in
      found.lines.flatMap { line -> [SizingRow] in
        // The day before the first, on which the desk warms up, is nobody's to book.
        let dates = line.dates?.compactMap { $0.intersection(comparison.horizon) }
        return (dates?.map(\.description) ?? [""]).map { period in
          SizingRow(
            plan: planned.plan, subject: "shift:" + line.shiftKey, trial: trial + 1, period: period,
            size: line.agents, peakOnDuty: nil, replications: comparison.replications,
            isChosen: found.isKept, answer: found.answer, isSuggestion: false, whole: nil)
        }
      }
    }
  }

  private static func rows(of table: PeriodTable, isSuggestion: Bool) -> [SizingRow] {
    table.tried.enumerated().flatMap { number, trial in
      trial.sizes.map { size in
        SizingRow(
          plan: table.plan, subject: size.unit.isEmpty ? "roster_percent" : "line:" + size.unit,
          trial: number + 1,
          period: size.period, size: size.size,
          peakOnDuty: nil, replications: trial.replications,
          isChosen: trial.isChosen, answer: trial.targets.answer, isSuggestion: isSuggestion,
          whole: nil)
      }
    }
  }
}

extension Sizing {
  /// What one uniform size counts.
  var unit: String { if case .rosterScale = subject { "percent" } else { "agents" } }
}

extension Sizing.Subject {
  /// `group:NAME`, `roster_percent` or `lines:NAME+NAME`.
  var key: String {
    switch self {
    case .group(let name): "group:" + name
    case .rosterScale: "roster_percent"
    case .shifts: "shifts"
    case .lines(let lines): "lines:" + lines.map(\.name).joined(separator: "+")
    }
  }
}

extension CSVTable<SizingRow> {
  package static let staffing = CSVTable(
    file: "staffing.csv",
    row: Localized(
      en:
        "One row per size tried for a plan whose seats are searched: seats, service, cost; where sizes follow the calendar, per line and period.",
      zh: "搜索坐席数的方案，每个试过的规模一行：坐席、服务、成本；规模随日历变化时按班次与时段各一行。"),
    key: ["plan", "subject", "period", "trial", "suggestion"], openKey: ["period"],
    columns: [
      CSVColumn("plan", en: "Key of the plan", zh: "方案的键") { .text($0.plan) },
      CSVColumn(
        "subject",
        en: "What is sized: `group:NAME`, `line:NAME`, `roster_percent`, or "
          + "`shift:GROUP/ENGAGEMENT/HOURS` of planned shifts",
        zh: "搜索对象：group:名称、line:名称、roster_percent，或规划班次 shift:组/雇用方式/时段"
      ) { .text($0.subject) },
      CSVColumn(
        "period", en: "Period whose size it is; empty for the whole horizon", zh: "该规模所属的时段；整个期间则为空"
      ) { .text($0.period) },
      CSVColumn("size", "agents or %", as: .integer, en: "Size tried", zh: "规模") {
        .integer($0.size)
      },
      CSVColumn(
        "peak_on_duty", "agents",
        as: .integer,
        en: "Most agents on duty at once at this size; empty where sizes follow the calendar",
        zh: "此规模下同时在岗的最多人数；规模随日历变化时为空"
      ) { $0.peakOnDuty.map(CSVCell.integer) ?? .empty },
      CSVColumn(
        "replications", as: .integer,
        en: "Replications run; few where the first were far from the targets",
        zh: "模拟次数；离目标很远时提前停止"
      ) {
        .integer($0.replications)
      },
      CSVColumn(
        "chosen", as: .boolean, en: "Whether it is the least size that meets every target",
        zh: "是否为达标的最小规模"
      ) {
        .flag($0.isChosen)
      },
      CSVColumn(
        "trial",
        as: .integer,
        en:
          "Place among what was tried for the plan, from 1; sizes of periods tried together share it",
        zh: "在该方案所试规模中的序号，从 1 起；同时试的各时段规模共用一个"
      ) { .integer($0.trial) },
      CSVColumn(
        "meets_targets",
        as: .boolean,
        en:
          "Whether the one-sided 95% bound of every target is kept; empty where it cannot be told",
        zh: "所有目标的单侧 95% 界是否达标；尚难判断时为空"
      ) { .kept($0.answer) },
      CSVColumn(
        "targets",
        en: "`met`, `missed` or `undecided`, by the one-sided 95% bounds of every target",
        zh: "按所有目标的单侧 95% 界：met 达标、missed 未达标、undecided 尚难判断"
      ) {
        .text($0.answer.rawValue)
      },
      CSVColumn(
        "suggestion",
        as: .boolean,
        en: "Whether it belongs to the sizes by month suggested beside a plan sized otherwise",
        zh: "是否属于另行按月定坐席的建议"
      ) { .flag($0.isSuggestion) },
    ]
      + MeasureRegistry.measures(in: .plans).flatMap { measure in
        CSVColumn.interval(of: measure) { $0.whole?.service[measure] }
      }
      + CSVColumn.interval(
        "cost", "yuan", places: Places.yuan,
        en: "Mean total over the horizon; empty where the contract refuses it",
        zh: "期间账单合计均值；合同拒绝时为空"
      ) { $0.whole?.cost }
      + CSVColumn.interval(
        "net_result", "yuan", places: Places.yuan,
        en: "Gross margin × net sales − cost", zh: "毛利率 × 净销售额 − 成本"
      ) { $0.whole?.netResult },
    asked: AskedColumns(of: { $0.whole?.service.asked ?? [] }) { measure in
      CSVColumn.interval(of: measure) { $0.whole?.service[measure] }
    })
}

package struct RosterRow: Sendable {
  package let plan: String
  package let month: YearMonth
  package let group: StaffedGroup

  package static func rows(of plans: [PlanOutcome]) -> [RosterRow] {
    plans.flatMap { plan -> [RosterRow] in
      let used = Set(
        plan.staffing.months.flatMap(\.groups).filter { $0.shifts > 0 || $0.hours > 0 }
          .map(\.group))
      return plan.staffing.months.flatMap { month in
        // A group without a shift in any month is not the plan's; a quiet month of its own stays.
        month.groups.filter { used.contains($0.group) }
          .map { RosterRow(plan: plan.name, month: month.month, group: $0) }
      }
    }
  }
}

extension CSVTable<RosterRow> {
  package static let seats = CSVTable(
    file: "seats.csv",
    row: Localized(
      en: "One row per plan, month and group of people; the same in every replication.",
      zh: "每个方案、月份、人员组一行；各次模拟相同。"),
    key: ["plan", "month", "group"],
    columns: [
      CSVColumn("plan", en: "Key of the plan", zh: "方案的键") { .text($0.plan) },
      CSVColumn("month", en: "Calendar month", zh: "月份") { .text($0.month.description) },
      CSVColumn("group", en: "Group of people", zh: "人员组") { .text($0.group.group) },
      CSVColumn("seats", "seats", en: "Seat-days ÷ days of the month served", zh: "坐席日 ÷ 当月服务天数") {
        .fixed($0.group.seats, places: Places.count)
      },
      CSVColumn("shifts", "person-shifts", as: .integer, en: "Person-shifts worked", zh: "人班次") {
        .integer($0.group.shifts)
      },
      CSVColumn("hours", "h", en: "Hours worked", zh: "工时") {
        .fixed($0.group.hours, places: Places.seconds)
      },
    ])
}
