// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Calendars
import Capacity
import Experiments
import Exports
import Inference
import Plans
import Scenarios
import Wording

extension CSVTable<HeadcountRow> {
  package static let headcount = CSVTable(
    file: "headcount.csv",
    row: Localized(
      en: "One row per plan, month and kind of people: how many are held, employed or booked.",
      zh: "每个方案、月份与人员类别一行：持有、雇用或预订的人数。"),
    key: ["plan", "month", "group", "engagement"],
    columns: [
      CSVColumn("plan", en: "Key of the plan", zh: "方案的键") { .text($0.staffed.plan.name) },
      CSVColumn("month", en: "Calendar month", zh: "月份") {
        .text($0.days.first.yearMonth.description)
      },
      CSVColumn("group", en: "Agent group", zh: "客服组") {
        .text($0.staffed.supplies[$0.supply].group)
      },
      CSVColumn("engagement", en: "How they are engaged", zh: "用工方式") {
        .text($0.staffed.supplies[$0.supply].engagement.rawValue)
      },
      CSVColumn(
        "people", "people",
        as: .integer,
        en: "Seats held, own people on the payroll, or the most short-term people on one day",
        zh: "持有的坐席、在册自有员工，或短期人员单日最多人数"
      ) { .integer($0.people) },
      CSVColumn(
        "person_shifts", "shifts", as: .integer, en: "Shifts that they are on duty", zh: "在岗班次数"
      ) {
        .integer($0.personShifts)
      },
      CSVColumn(
        "hired", "people",
        as: .integer, en: "Own people who begin in the month, for growth and for expected leavers",
        zh: "当月入职的自有员工（含扩编与预期离职的替补）"
      ) { .integer($0.staffed.year.hired($0.supply)[$0.month]) },
      CSVColumn(
        "needed_at_once", "people",
        as: .integer,
        en: "The most people needed at once on a day of the month, of all groups together",
        zh: "当月同一时刻最多需要的人数（各组合计）"
      ) { .integer($0.staffed.year.peakNeed(in: $0.month)) },
      CSVColumn.timeZone { $0.timeZone },
    ])
}

extension CSVTable<YearActionRow> {
  package static let yearBookings = CSVTable(
    file: "bookings.csv",
    row: Localized(
      en:
        "One row per plan and thing to do: hold, add or return seats, hire, book short-term people.",
      zh: "每个方案的每件事一行：签订、增加或退还坐席，招聘，预订短期人员。"),
    key: ["plan", "by", "action", "group", "engagement", "from"],
    columns: [
      CSVColumn("plan", en: "Key of the plan", zh: "方案的键") { .text($0.staffed.plan.name) },
      CSVColumn("by", as: .date, en: "The last day to do it", zh: "最迟日期") {
        .text($0.action.deadline.description)
      },
      CSVColumn(
        "action",
        en: "`begin` (there from the first month on), `add`, `return`, `hire` or `book`",
        zh: "begin（自首月起）、add、return、hire 或 book"
      ) { .text($0.action.kind.rawValue) },
      CSVColumn("group", en: "Agent group", zh: "客服组") { .text($0.supply.group) },
      CSVColumn("engagement", en: "How they are engaged", zh: "用工方式") {
        .text($0.supply.engagement.rawValue)
      },
      CSVColumn(
        "people", "people", as: .integer, en: "Seats or heads; of a booking the most on one day",
        zh: "坐席数或人数；预订则为单日最多人数"
      ) { .integer($0.action.people) },
      CSVColumn("person_shifts", "shifts", as: .integer, en: "Of a booking", zh: "预订的班次数") {
        .integer($0.action.personShifts)
      },
      CSVColumn("from", as: .date, en: "First day on which it counts", zh: "起始日") {
        .text($0.action.days.first.description)
      },
      CSVColumn(
        "to", as: .date, en: "Last day of a booking, or the day before the number changes again",
        zh: "预订的末日，或人数再次变化的前一日"
      ) { .text($0.action.days.last.description) },
      CSVColumn(
        "shifts",
        en:
          "Hours of work with the seats on them from that day on, or with the person-shifts of the booking",
        zh: "各班次时间及自该日起的坐席数，或预订的班次数"
      ) { row in
        let shifts = row.shifts.map { "\($0.hours) x\($0.people)" }
        return shifts.isEmpty ? .empty : .text(shifts.joined(separator: "|"))
      },
      CSVColumn(
        "price", "currency",
        en:
          "Of seats for their first month, of returned seats what that would have cost in the month before, "
          + "of hires until they work, of a booking in all",
        zh: "坐席为首月价格，退还坐席为其上月价格，招聘为上岗前的费用，预订为总价"
      ) { .fixed($0.action.price, places: Places.yuan) },
      CSVColumn(
        "bound_until", as: .date,
        en: "Last day of seats whose term reaches beyond the horizon; empty where none does",
        zh: "租期超出本期的坐席的末日；没有则为空"
      ) { row in row.obligation.map { .text($0.until.description) } ?? .empty },
      CSVColumn(
        "bound_price", "currency",
        en: "What these seats cost after the horizon, which no bill within it holds",
        zh: "这些坐席在本期之后的费用，未含于本期账单"
      ) { row in row.obligation.map { .fixed($0.price, places: Places.yuan) } ?? .empty },
      CSVColumn("promotions", en: "Promotions on the days of a booking", zh: "预订期间的大促") {
        $0.action.promotions.isEmpty
          ? .empty : .text($0.action.promotions.joined(separator: "|"))
      },
      CSVColumn(
        "is_notice_assumed", as: .boolean, en: "Whether nobody says the notice", zh: "提前期是否为假设"
      ) {
        .flag($0.action.isNoticeAssumed)
      },
      CSVColumn.timeZone { $0.timeZone },
    ])
}

extension CSVTable<YearShiftRow> {
  package static let yearShifts = CSVTable(
    file: "headcount-shifts.csv",
    row: Localized(
      en: "One row per plan, kind of people, shift and stretch of days: who works when all year.",
      zh: "每个方案、人员类别、班次与日期段一行：全年排班。"),
    key: [
      "plan", "group", "engagement", "shift_start", "shift_end", "break_start", "from", "people",
    ],
    columns: [
      CSVColumn("plan", en: "Key of the plan", zh: "方案的键") { .text($0.plan) },
      CSVColumn("group", en: "Agent group", zh: "客服组") { .text($0.supply.group) },
      CSVColumn("engagement", en: "How they are engaged", zh: "用工方式") {
        .text($0.supply.engagement.rawValue)
      },
      CSVColumn("shift_start", en: "Beginning of the shift", zh: "班次开始") {
        .text($0.shift.hours.start.description)
      },
      CSVColumn(
        "shift_end", en: "Its end; at or before the beginning it is the next day's",
        zh: "班次结束；不晚于开始时为次日"
      ) { .text($0.shift.hours.end.description) },
      CSVColumn("break_start", en: "Beginning of the pause; empty without one", zh: "休息开始；无休息时为空") {
        $0.shift.breaks.first.map { .text($0.start.description) } ?? .empty
      },
      CSVColumn("from", as: .date, en: "First day", zh: "首日") { .text($0.days.first.description) },
      CSVColumn("to", as: .date, en: "Last day", zh: "末日") { .text($0.days.last.description) },
      CSVColumn(
        "people", "people", as: .integer, en: "On the shift on each of the days", zh: "每日该班次人数"
      ) {
        .integer($0.people)
      },
      CSVColumn.timeZone { $0.timeZone },
    ])
}

extension CSVTable<YearProofRow> {
  package static let yearProof = CSVTable(
    file: "headcount-proof.csv",
    row: Localized(
      en:
        "One row per plan, month and target: what simulated customers of other replications meet.",
      zh: "每个方案、月份与目标一行：其他模拟顾客的实际服务。"),
    key: ["plan", "month", "target"],
    columns: [
      CSVColumn("plan", en: "Key of the plan", zh: "方案的键") { .text($0.staffed.plan.name) },
      CSVColumn("month", en: "Calendar month", zh: "月份") {
        .text($0.staffed.year.proof.months[$0.month].month.description)
      },
      CSVColumn("target", as: .integer, en: "Its place in the scenario, from 1", zh: "目标在场景中的序号") {
        .integer($0.target + 1)
      },
      CSVColumn(
        "value", as: .number,
        en: "Of the measure in the month, or the share of its days that keep the bound",
        zh: "当月的指标值，或达标天数的比例"
      ) { row in row.result.value.map { .fixed($0.mean, places: Places.share) } ?? .empty },
      CSVColumn("half_width", as: .number, en: "Of its 95% interval", zh: "95% 区间的半宽") { row in
        row.result.value.map { .fixed($0.halfWidth, places: Places.share) } ?? .empty
      },
      CSVColumn("bound", as: .number, en: "What is promised", zh: "承诺的界限") {
        .fixed($0.result.target.promised, places: Places.share)
      },
      CSVColumn(
        "answer", en: "`met`, `missed` or `undecided`, of the month alone",
        zh: "met、missed 或 undecided（仅就当月而言）"
      ) { .text($0.result.answer.rawValue) },
      CSVColumn("bill", "currency", en: "Mean bill of the month", zh: "当月账单均值") { row in
        row.bill.map { .fixed($0, places: Places.yuan) } ?? .empty
      },
      CSVColumn.timeZone { $0.timeZone },
    ])
}

extension CSVTable<ReserveRow> {
  package static let reserve = CSVTable(
    file: "reserve.csv",
    row: Localized(
      en: "One row per promotion and number of people in reserve beside the first plan.",
      zh: "首个方案之外，每个大促与后备人数一行。"),
    key: ["plan", "promotion", "people"],
    columns: [
      CSVColumn("plan", en: "Key of the plan", zh: "方案的键") { .text($0.plan) },
      CSVColumn("promotion", en: "The promotion", zh: "大促") { .text($0.reserve.promotion) },
      CSVColumn(
        "people", "people", as: .integer, en: "In reserve on each of its days", zh: "每日后备人数"
      ) {
        .integer($0.point.people)
      },
      CSVColumn("from", as: .date, en: "First day of the promotion's height", zh: "大促高峰首日") {
        .text($0.reserve.days[0].description)
      },
      CSVColumn("to", as: .date, en: "Last day of it", zh: "大促高峰末日") {
        .text($0.reserve.days[$0.reserve.days.count - 1].description)
      },
      CSVColumn("group", en: "Agent group of the reserve", zh: "后备人员的客服组") {
        .text($0.reserve.group)
      },
      CSVColumn("shift", en: "Hours of work", zh: "班次时间") { .text($0.reserve.shift) },
      CSVColumn("price", "currency", en: "Of the reserve, whatever comes", zh: "后备人员费用") {
        .fixed($0.point.price, places: Places.yuan)
      },
      CSVColumn(
        "loss", "currency", en: "Margin lost on customers who leave on these days, in the mean",
        zh: "这些日子因顾客离开而损失的毛利（均值）"
      ) { .fixed($0.point.meanLoss, places: Places.yuan) },
      CSVColumn(
        "loss_of_ten", "currency", en: "What the loss exceeds in one promotion of ten",
        zh: "十次大促中有一次超过的损失"
      ) { .fixed($0.point.severeLoss, places: Places.yuan) },
      CSVColumn("cost", "currency", en: "Price and mean loss", zh: "费用与平均损失之和") {
        .fixed($0.point.cost, places: Places.yuan)
      },
      CSVColumn(
        "missing", as: .number, en: "Share of replications that miss a target over these days",
        zh: "这些日子未达标的模拟比例"
      ) { .fixed($0.point.missing, places: Places.share) },
      CSVColumn("is_chosen", as: .boolean, en: "Whether it is the least cost", zh: "是否成本最低") {
        .flag($0.reserve.curve.choice?.people == $0.point.people)
      },
      CSVColumn("by", as: .date, en: "The last day to book", zh: "最迟预订日期") {
        .text($0.reserve.deadline.description)
      },
      CSVColumn(
        "is_price_assumed",
        as: .boolean, en: "Whether the contract has no such people and the usual price is taken",
        zh: "是否因合同无此类人员而采用通常价格"
      ) { .flag($0.reserve.isPriceAssumed) },
      CSVColumn.timeZone { $0.timeZone },
    ])
}
