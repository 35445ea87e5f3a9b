// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Capacity
package import Exports
package import Planning
import Scenarios
import Wording

extension StaffingLine {
  /// `team/dedicated/09:00-17:00`, with a pause as `team/own/09:00-17:00-12:00-12:30`.
  var shiftKey: String {
    let hours = ([shift.hours] + shift.breaks).map { "\($0.start)-\($0.end)" }
    return "\(group)/\(engagement.rawValue)/" + hours.joined(separator: "-")
  }
}

/// A day of a plan whose shifts were planned.
package struct PlannedDayRow: Sendable {
  let plan: String
  let date: CivilDate
  let kind: DayKind
  let onDuty: Int

  package static func rows(of comparison: Comparison) -> [PlannedDayRow] {
    comparison.planned.flatMap { planned -> [PlannedDayRow] in
      let peaks = planned.days.map(planned.peak)
      return planned.days.indices.flatMap { index in
        planned.days[index].dates.map {
          PlannedDayRow(
            plan: planned.plan, date: $0, kind: planned.days[index], onDuty: peaks[index])
        }
      }.sorted { $0.date < $1.date }
    }
  }
}

extension CSVTable<PlannedDayRow> {
  package static let plannedDays = CSVTable(
    file: "planned-days.csv",
    row: Localized(
      en: "One row per day of a plan with `staffing: planned`: the day that was planned for it.",
      zh: "含 staffing: planned 的方案每天一行：规划时代表该天的日子。"),
    key: ["plan", "date"],
    columns: [
      CSVColumn("plan", en: "Key of the plan", zh: "方案的键") { .text($0.plan) },
      CSVColumn("date", en: "Day", zh: "日期") { .text($0.date.description) },
      CSVColumn(
        "planned_as", en: "The first day of its kind, which stands for all of them",
        zh: "同类日子的第一天，代表该类"
      ) { .text($0.kind.dates[0].description) },
      CSVColumn(
        "promotions", en: "Promotions whose phase it is in, joined by +", zh: "所处阶段的大促，以 + 相连"
      ) { .text($0.kind.promotions.joined(separator: "+")) },
      CSVColumn(
        "on_duty_at_once", "agents", as: .integer,
        en: "The most people on duty at once, of all groups together", zh: "各组合计同时在岗的最多人数"
      ) { .integer($0.onDuty) },
    ])
}
