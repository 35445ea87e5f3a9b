// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
import Measures
package import Planning
import Scenarios

package struct SizingRow: Sendable {
  package let table: SizingTable
  package let row: SizingTable.Row

  package static func rows(of tables: [SizingTable]) -> [SizingRow] {
    tables.flatMap { table in table.rows.map { SizingRow(table: table, row: $0) } }
  }
}

extension Sizing.Subject {
  /// `group:NAME` or `roster_percent`.
  var key: String {
    switch self {
    case .group(let name): "group:" + name
    case .rosterScale: "roster_percent"
    }
  }
}

extension CSVTable<SizingRow> {
  package static let staffing = CSVTable(
    file: "staffing.csv",
    row: Localized(
      en: "One row per size tried for a plan whose seats are searched: seats, service, cost.",
      zh: "搜索坐席数的方案，每个试过的规模一行：坐席、服务、成本。"),
    columns: [
      CSVColumn("plan", en: "Key of the plan", zh: "方案的键") { .text($0.table.plan) },
      CSVColumn(
        "subject", en: "What is sized: `group:NAME` or `roster_percent`",
        zh: "搜索对象：group:名称 或 roster_percent"
      ) { .text($0.table.subject.key) },
      CSVColumn("size", "agents or %", en: "Size tried", zh: "规模") { .integer($0.row.size) },
      CSVColumn(
        "agents", "agents", en: "Agents rostered at once on the fullest day", zh: "最满一天同时排班人数"
      ) {
        .integer($0.row.agents)
      },
      CSVColumn(
        "replications", en: "Replications run; few where the first were far from the targets",
        zh: "模拟次数；离目标很远时提前停止"
      ) {
        .integer($0.row.replications)
      },
      CSVColumn(
        "chosen", en: "Whether it is the least size that meets every target", zh: "是否为达标的最小规模"
      ) {
        .flag($0.table.chosen == $0.row.size)
      },
      CSVColumn(
        "meets_targets", en: "Whether the 95 % bound of every target is kept", zh: "所有目标的 95% 界是否达标"
      ) {
        .flag($0.row.meetsTargets)
      },
    ]
      + MeasureRegistry.measures(in: .plans).flatMap { measure in
        CSVColumn.interval(of: measure) { $0.row.service[measure] }
      }
      + CSVColumn.interval(
        "cost", "yuan", places: Places.yuan,
        en: "Mean total over the horizon; empty where the contract refuses it",
        zh: "期间账单合计均值；合同拒绝时为空"
      ) { $0.row.cost }
      + CSVColumn.interval(
        "net_result", "yuan", places: Places.yuan,
        en: "Gross margin × net sales − cost", zh: "毛利率 × 净销售额 − 成本"
      ) { $0.row.netResult },
    asked: AskedColumns(of: { $0.row.service.asked }) { measure in
      CSVColumn.interval(of: measure) { $0.row.service[measure] }
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
    columns: [
      CSVColumn("plan", en: "Key of the plan", zh: "方案的键") { .text($0.plan) },
      CSVColumn("month", en: "Calendar month", zh: "月份") { .text($0.month.description) },
      CSVColumn("group", en: "Group of people", zh: "人员组") { .text($0.group.group) },
      CSVColumn("seats", "seats", en: "Seat-days ÷ days of the month served", zh: "坐席日 ÷ 当月服务天数") {
        .fixed($0.group.seats, places: Places.count)
      },
      CSVColumn("shifts", "person-shifts", en: "Person-shifts worked", zh: "人班次") {
        .integer($0.group.shifts)
      },
      CSVColumn("hours", "h", en: "Hours worked", zh: "工时") {
        .fixed($0.group.hours, places: Places.seconds)
      },
    ])
}
