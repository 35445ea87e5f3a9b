// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Calendars
import Capacity
import Exports
import Scenarios
import Wording

/// People of the first plan who are booked by the day, on one date and shift: what a roster has to cover.
package struct StaffCoverRow: Sendable {
  let date: CivilDate
  let shift: ShiftPattern
  let group: String
  let people: Int

  static func rows(of outcome: PlanUseCase.Outcome) -> [StaffCoverRow] {
    struct Key: Hashable {
      let date: CivilDate
      let hours: ClockSpan
      let breaks: [ClockSpan]
      let group: String
    }
    var people: [Key: (shift: ShiftPattern, count: Int)] = [:]
    for booking in StaffBooking.all(in: outcome.plans[0]) where !booking.isHeld {
      for (date, count) in booking.people where outcome.days.contains(date) {
        let key = Key(
          date: date, hours: booking.shift.hours, breaks: booking.shift.breaks,
          group: booking.supply.group)
        people[key] = (booking.shift, count + (people[key]?.count ?? 0))
      }
    }
    return people.map {
      StaffCoverRow(
        date: $0.key.date, shift: $0.value.shift, group: $0.key.group, people: $0.value.count)
    }.sorted { ($0.date, $0.name, $0.group) < ($1.date, $1.name, $1.group) }
  }

  /// Each of its shifts once.
  static func shifts(of outcome: PlanUseCase.Outcome) -> [StaffCoverRow] {
    var seen: Set<String> = []
    return rows(of: outcome).sorted { $0.name < $1.name }.filter { seen.insert($0.name).inserted }
  }

  /// The hours, with the pause where there is one: shifts of other pauses are others. Without colons,
  /// which stand between a shift and its count in a file of staff.
  var name: String {
    let hours = "\(shift.hours.start)-\(shift.hours.end)"
    return ([hours] + pauses.map { "break \($0)" }).joined(separator: " ").filter { $0 != ":" }
  }

  var pauses: [String] { shift.breaks.map { "\($0.start)-\($0.end)" } }
}

extension CSVTable<StaffCoverRow> {
  package static let staffCover = CSVTable(
    file: "roster-cover.csv",
    row: Localized(
      en: "One row per date, shift and group of the first plan's own and short-term people: what "
        + "`inquiry roster make` covers with names.",
      zh: "首个方案的自有与短期人员，每个日期、班次与客服组一行：供 `inquiry roster make` 排到人。"),
    key: ["date", "shift", "group"],
    columns: [
      CSVColumn("date", as: .date, en: "Day on which the shift begins", zh: "班次开始的日期") {
        .text($0.date.description)
      },
      CSVColumn(
        "shift", en: "Name of the shift, as in `roster-shifts.csv`", zh: "班次名，同 roster-shifts.csv"
      ) {
        .text($0.name)
      },
      CSVColumn("group", en: "Agent group", zh: "客服组") { .text($0.group) },
      CSVColumn("people", "agents", as: .integer, en: "People wanted", zh: "所需人数") {
        .integer($0.people)
      },
    ])

  package static let staffShifts = CSVTable(
    file: "roster-shifts.csv",
    row: Localized(
      en: "One row per shift of `roster-cover.csv`: the file of `inquiry roster make --shifts`.",
      zh: "roster-cover.csv 的每个班次一行：供 `inquiry roster make --shifts` 读取。"),
    key: ["shift"],
    columns: [
      CSVColumn("shift", en: "Its name", zh: "班次名") { .text($0.name) },
      CSVColumn("starts_at", en: "Clock time of its start", zh: "开始时刻") {
        .text($0.shift.hours.start.description)
      },
      CSVColumn("ends_at", en: "Clock time of its end", zh: "结束时刻") {
        .text($0.shift.hours.end.description)
      },
      CSVColumn("break", en: "Pause without pay; empty without one", zh: "不计薪的休息；没有时为空") {
        $0.pauses.isEmpty ? .empty : .text($0.pauses.joined(separator: "|"))
      },
    ])
}
