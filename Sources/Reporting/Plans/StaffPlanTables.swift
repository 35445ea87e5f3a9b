// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Calendars
import Capacity
import Experiments
import Exports
import Inference
import IntegerPrograms
import Plans
import Scenarios
import Wording

/// People of one booking on one date.
package struct StaffBookingRow: Sendable {
  let outcome: PlanUseCase.Outcome
  let staffed: PlanUseCase.Staffed
  let booking: StaffBooking
  let date: CivilDate
  let people: Int

  static func rows(of outcome: PlanUseCase.Outcome) -> [StaffBookingRow] {
    outcome.plans.flatMap { staffed in
      StaffBooking.all(in: staffed).flatMap { booking in
        booking.people.sorted { $0.key < $1.key }.map { date, people in
          StaffBookingRow(
            outcome: outcome, staffed: staffed, booking: booking, date: date, people: people)
        }
      }
    }
  }
}

/// People needed and on duty in one interval.
package struct StaffCoverageRow: Sendable {
  let outcome: PlanUseCase.Outcome
  let staffed: PlanUseCase.Staffed
  let profile: StaffProfile
  let group: Int
  let place: Int

  static func rows(of outcome: PlanUseCase.Outcome) -> [StaffCoverageRow] {
    outcome.plans.flatMap { staffed -> [StaffCoverageRow] in
      guard let profile = staffed.planned.proof?.profile else { return [] }
      let isOpen = staffed.planned.requirement.isOpen
      return isOpen.indices.filter { isOpen[$0] }.flatMap { place in
        profile.groups.indices.map {
          StaffCoverageRow(
            outcome: outcome, staffed: staffed, profile: profile, group: $0, place: place)
        }
      }
    }
  }

  var requirement: Requirement { staffed.planned.requirement }

  /// Of the group; nil where others' need is said by other groups.
  var needed: Int? {
    requirement.question.groups.firstIndex(of: profile.groups[group]).map {
      requirement.found.profile.counts[$0][place]
    }
  }
}

/// One way to staff the days, its bill and whether it keeps the targets.
package struct StaffWayRow: Sendable {
  let plan: String
  let way: String
  let bill: MonthsBill
  let billed: DateSpan
  let hours: Double
  let distinctShifts: Int
  let proof: Requirement.Candidate?
  let gap: Double?
  let timeZone: String

  static func rows(of outcome: PlanUseCase.Outcome) -> [StaffWayRow] {
    let zone = outcome.scenario.timeZone
    return outcome.plans.map { staffed in
      StaffWayRow(
        plan: staffed.plan.name, way: "planned", bill: staffed.bill, billed: outcome.billed,
        hours: staffed.planned.shifts.hours(on: outcome.days),
        distinctShifts: staffed.planned.shifts.distinctShifts, proof: staffed.planned.proof,
        gap: staffed.planned.solution.gap, timeZone: zone)
    }
      + outcome.others.map { other in
        StaffWayRow(
          plan: outcome.plans[0].plan.name,
          way: other.alternative.kind.key(outcome.plans[0].planned.question.design),
          bill: other.bill, billed: outcome.billed, hours: other.alternative.hours,
          distinctShifts: other.alternative.distinctShifts, proof: other.alternative.proof,
          gap: nil, timeZone: zone)
      }
  }
}

extension ShiftAlternative.Kind {
  /// How files call it.
  func key(_ design: ShiftDesign) -> String {
    switch self {
    case .written: "written"
    case .without(let place):
      "without " + design.supplies[place].group + "/" + design.supplies[place].engagement.rawValue
    case .distinct(let count): "distinct_shifts \(count)"
    case .peakAndHalf: "peak_times_1.5"
    case .erlangC: "erlang_c"
    }
  }
}

extension CSVTable<StaffBookingRow> {
  package static let staffBookings = CSVTable(
    file: "staff-bookings.csv",
    row: Localized(
      en: "One row per plan, group, engagement, shift and date: people to book.",
      zh: "每个方案、客服组、用工方式、班次与日期一行：应预订人数。"),
    key: ["plan", "group", "engagement", "shift_start", "shift_end", "break_start", "date"],
    openKey: ["break_start"],
    columns: [
      CSVColumn("plan", en: "Key of the plan", zh: "方案的键") { .text($0.staffed.plan.name) },
      CSVColumn("group", en: "Agent group", zh: "客服组") { .text($0.booking.supply.group) },
      CSVColumn("engagement", en: "How they are engaged", zh: "用工方式") {
        .text($0.booking.supply.engagement.rawValue)
      },
      CSVColumn("shift_start", en: "Beginning of the shift", zh: "班次开始") {
        .text($0.booking.shift.hours.start.description)
      },
      CSVColumn(
        "shift_end", en: "Its end; at or before the beginning it is the next day's",
        zh: "班次结束；不晚于开始时为次日"
      ) {
        .text($0.booking.shift.hours.end.description)
      },
      CSVColumn("break_start", en: "Beginning of the pause; empty without one", zh: "休息开始；无休息时为空") {
        $0.booking.shift.breaks.first.map { .text($0.start.description) } ?? .empty
      },
      CSVColumn("date", as: .date, en: "Day on which the shift begins", zh: "班次开始的日期") {
        .text($0.date.description)
      },
      CSVColumn("people", "agents", as: .integer, en: "People on the shift", zh: "该班次人数") {
        .integer($0.people)
      },
      CSVColumn(
        "is_planned_day",
        as: .boolean,
        en: "Whether the day was asked for, not another of a month for which a seat is held",
        zh: "是否为所求日期，而非坐席所在月份的其他日期"
      ) { .flag($0.outcome.days.contains($0.date)) },
      CSVColumn(
        "book_by", as: .date, en: "The last day to book, hire or agree", zh: "最迟预订、招聘或约定的日期"
      ) {
        .text($0.booking.bookBy.description)
      },
      CSVColumn(
        "is_notice_assumed", as: .boolean, en: "Whether nobody says the notice", zh: "提前期是否为假设"
      ) {
        .flag($0.booking.isNoticeAssumed)
      },
      CSVColumn.timeZone { $0.outcome.scenario.timeZone },
    ])
}

extension CSVTable<StaffCoverageRow> {
  package static let staffCoverage = CSVTable(
    file: "staff-coverage.csv",
    row: Localized(
      en: "One row per plan, open interval and agent group.", zh: "每个方案、营业时段与客服组一行。"),
    key: ["plan", "date", "interval_start", "group"],
    columns: [
      CSVColumn("plan", en: "Key of the plan", zh: "方案的键") { .text($0.staffed.plan.name) },
      CSVColumn("date", as: .date, en: "Day of the shop's clock", zh: "店铺时钟的日期") {
        .text($0.requirement.date(of: $0.place).description)
      },
      CSVColumn("interval_start", en: "Start of the interval", zh: "时段开始") {
        .text($0.requirement.start(of: $0.place).description)
      },
      CSVColumn("group", en: "Agent group", zh: "客服组") { .text($0.profile.groups[$0.group]) },
      CSVColumn(
        "needed", "agents",
        as: .integer,
        en:
          "The need by interval; empty for groups that stand for others. Fewer may be on duty where "
          + "others on the same day make up for it",
        zh: "逐时段需求；替代其他组的组为空。同日其他时段可弥补时，在岗可少于需求"
      ) { $0.needed.map { .integer($0) } ?? .empty },
      CSVColumn(
        "on_duty", "agents", as: .integer, en: "People on duty, not on a break, rounded down",
        zh: "在岗人数（不含休息者，向下取整）"
      ) {
        .integer($0.profile.counts[$0.group][$0.place])
      },
      CSVColumn(
        "inquiries", "inquiries", en: "Expected inquiries, of all groups together",
        zh: "预期咨询量（各组合计）"
      ) {
        .fixed($0.requirement.inquiries[$0.place], places: Places.count)
      },
      CSVColumn.timeZone { $0.outcome.scenario.timeZone },
    ])
}

extension CSVTable<StaffWayRow> {
  package static let staffWays = CSVTable(
    file: "staff-ways.csv",
    row: Localized(
      en: "One row per plan at its own best, then one for each other way to staff the first plan.",
      zh: "每个方案（各取最优）一行，其后首个方案的每种其他做法一行。"),
    key: ["plan", "way"],
    columns: [
      CSVColumn("plan", en: "Key of the plan", zh: "方案的键") { .text($0.plan) },
      CSVColumn(
        "way",
        en: "`planned`, `written` (as the scenario has it), `without …`, `distinct_shifts …`, "
          + "`peak_times_1.5` or `erlang_c`",
        zh: "planned、written（按场景所写）、without …、distinct_shifts …、peak_times_1.5 或 erlang_c"
      ) { .text($0.way) },
      CSVColumn("bill", "currency", en: "Mean bill of the months", zh: "各月账单均值") {
        .fixed($0.bill.mean, places: Places.yuan)
      },
      CSVColumn("bill_half_width", "currency", en: "Of its 95% interval", zh: "95% 区间的半宽") {
        .fixed($0.bill.cost.halfWidth, places: Places.yuan)
      },
      CSVColumn("billed_from", as: .date, en: "First day of the bill", zh: "账单首日") {
        .text($0.billed.first.description)
      },
      CSVColumn("billed_to", as: .date, en: "Last day of the bill", zh: "账单末日") {
        .text($0.billed.last.description)
      },
      CSVColumn("hours", "h", en: "Person-hours booked on the days asked for", zh: "所求日期的排班工时") {
        .fixed($0.hours, places: Places.count)
      },
      CSVColumn(
        "distinct_shifts", "shifts", as: .integer, en: "Hours of work that differ", zh: "不同班次数"
      ) {
        .integer($0.distinctShifts)
      },
      CSVColumn(
        "stretches", "stretches", as: .integer, en: "Days or stretches that must hold",
        zh: "须达标的天数或时间段数"
      ) {
        $0.proof.map { .integer($0.stretches.count) } ?? .empty
      },
      CSVColumn("met", "stretches", as: .integer, en: "Of them met", zh: "其中达标") { row in
        row.proof.map { .integer($0.stretches.count { $0 == .met }) } ?? .empty
      },
      CSVColumn("undecided", "stretches", as: .integer, en: "Of them undecided", zh: "其中难判断") {
        row in
        row.proof.map { .integer($0.stretches.count { $0 == .undecided }) } ?? .empty
      },
      CSVColumn("missed", "stretches", as: .integer, en: "Of them missed", zh: "其中未达标") { row in
        row.proof.map { .integer($0.stretches.count { $0 == .missed }) } ?? .empty
      },
      CSVColumn(
        "gap", as: .number,
        en: "Of the choice of shifts to the bound of its program; empty for other ways",
        zh: "排班求解与下界之差；其他做法为空"
      ) { $0.gap.map { .fixed($0, places: Places.share) } ?? .empty },
      CSVColumn.timeZone { $0.timeZone },
    ])
}
