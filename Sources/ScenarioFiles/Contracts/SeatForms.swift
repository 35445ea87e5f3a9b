// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Money
import Pricing
import Tables
import Wording

extension Fields {
  /// The seats of a clause: those of a billing group, or an agreed number.
  func seats(_ standard: String = "dedicated") -> SeatSource {
    let agreed = optional(
      "agreed_seats", Form<Int>.integer(0...1_000_000),
      "A number in the contract instead of the staffing.")
    let changes = value(
      "seat_changes", Form<[SeatChange]>.list(of: Form<SeatChange>.seatChange), default: [],
      "Dated changes of the agreed number.")
    if let agreed { return .agreed(agreed, changes: changes) }
    if has("agreed_seats") { return .agreed(0) }
    if has("seat_changes") {
      reading?.report(
        found: "seat_changes without agreed_seats", allowed: "both, or the seats of a group")
    }
    return .staffed(group: billingGroup(standard, "Whose seats are billed."))
  }
}

extension Form<SeatTerms> {
  static let seatTerms = Form.object("seat_terms") { f in
    SeatTerms(
      noticeToAdd: f.value(
        "notice_to_add", Form<SeatTerms.Length>.length, default: .days(0),
        "From the beginning of the contract until seats can be added to those agreed."),
      noticeToReturn: f.value(
        "notice_to_return", Form<SeatTerms.Length>.length, default: .months(1),
        "From the notice, given on a seat's first day at the earliest, until it is returned."),
      minimumTerm: f.value(
        "minimum_term", Form<SeatTerms.Length>.length, default: .months(1),
        "For which a seat is held at least."),
      step: f.value(
        "step", Form<SeatTerms.Step>.word(), default: .month,
        "Days on which a number may change: the first of a month, or any day."))
  }
}

extension Form<SeatTerms.Length> {
  /// `1 month`, `15 days`.
  fileprivate static let length = Form.scalar(
    "whole months or days, such as 1 month or 15 days",
    schema: ["type": "string", "pattern": "^\\d{1,4} (months?|days?)$"]
  ) { text in
    let parts = text.split(separator: " ")
    guard parts.count == 2, let count = Int(parts[0]), (0...3660).contains(count) else {
      return nil
    }
    switch parts[1] {
    case "month", "months": return count <= 120 ? .months(count) : nil
    case "day", "days": return .days(count)
    default: return nil
    }
  }
}

extension Fields {
  /// When seats may change; the usual terms where nothing is said.
  func seatTerms() -> SeatTerms {
    optional(
      "seat_terms", Form<SeatTerms>.seatTerms,
      "When the number of seats may change. Left out: whole months, one month to return, one month "
        + "at least (assumed).") ?? .assumed
  }
}

extension Form<SeatChange> {
  fileprivate static let seatChange = Form.object("seat_change") { f in
    let added = f.optional("added", Form<Int>.integer(1...1_000_000), "Seats added.")
    let from = f.optional("from", Form<CivilDate>.date, "Their first day.")
    let returned = f.optional("returned", Form<Int>.integer(1...1_000_000), "Seats given back.")
    let lastDay = f.optional("last_day", Form<CivilDate>.date, "Their last day.")
    if let added, let from, returned == nil { return .added(added, from: from) }
    if let returned, let lastDay, added == nil { return .returned(returned, lastDay: lastDay) }
    f.reading?.report(
      found: "an incomplete change", allowed: "added and from, or returned and last_day")
    return nil
  }
}

extension SeatClause: ReadableClause {
  static var assumable: [AssumedPrice] { [.monthlyPrice] }

  static func read(_ f: Fields) -> SeatClause? {
    var clause = SeatClause(
      seats: f.seats(),
      monthlyPrice: f.value(
        "monthly_price", Form<UnitPrice>.price(), default: .yuan(5000),
        "Per seat; 4,500–5,500 is usual."),
      surcharge: f.value(
        "surcharge", Form<Percentage>.percentage(), default: .zero, "For complex products."),
      restDayCover: f.value(
        "rest_day_cover", Form<RestDayCover>.word(), default: .provider,
        "Who covers rest days and absence: with client, agents ÷ (1 − shrinkage) are paid."),
      allowsAboveHundred: f.allowsAboveHundred)
    clause.seatTerms = f.seatTerms()
    return clause
  }
}

extension BaseAndCommissionClause: ReadableClause {
  static var assumable: [AssumedPrice] { [.base, .commission] }

  static func read(_ f: Fields) -> BaseAndCommissionClause? {
    var clause = BaseAndCommissionClause(
      seats: f.seats(),
      base: f.value(
        "base", Form<UnitPrice>.price(), default: .yuan(1500), "Per seat and month."),
      commission: f.value(
        "commission", Form<[BaseAndCommissionClause.Step]>.commission,
        default: [Step(rate: Percentage(2))],
        "Share of attributed sales, or steps by order value. Left out: 2 %."),
      inquiryTypes: f.countedTypes, allowsAboveHundred: f.allowsAboveHundred)
    clause.seatTerms = f.seatTerms()
    return clause
  }
}

extension Form<[BaseAndCommissionClause.Step]> {
  fileprivate static let commission = Form.list(
    .list(
      of: .object("commission_step") { f in
        let upTo = f.optional(
          "up_to_order_value", Form<Money>.money(), "Left out in the last step.")
        let rate = f.required("rate", Form<Percentage>.percentage(), "Share of sales.")
        return rate.map { BaseAndCommissionClause.Step(upToOrderValue: upTo, rate: $0) }
      }, count: 1...100),
    orElse: Form<Percentage>.percentage().map { [BaseAndCommissionClause.Step(rate: $0)] })
}

extension InHouseClause: ReadableClause {
  static var assumable: [AssumedPrice] {
    [
      .wage, .socialInsurance, .workplace, .equipment, .leadMonths, .training, .turnover,
    ]
  }

  static func read(_ f: Fields) -> InHouseClause? {
    let group = f.billingGroup("own")
    let restDays = f.optional(
      "rest_days_per_week", Form<Int>.integer(0...6),
      "Count people from the shifts worked. Left out: one person for each seat.")
    let cityTier = f.value(
      "city_tier", Form<CityTier>.word(), default: .firstOrSecond, "Sets the lowest wage.")
    let wage = f.optional(
      "wage", Form<UnitPrice>.price(), "Per month. Left out: the city's lowest.")
    var clause = InHouseClause(
      group: group, people: restDays.map { .fromShifts(restDaysPerWeek: $0) } ?? .onPayroll,
      cityTier: cityTier, wage: wage)
    clause.socialInsurance = f.value(
      "social_insurance", Form<Percentage>.percentage(), default: clause.socialInsurance,
      "On the wage.")
    clause.workplace = f.value(
      "workplace", Form<UnitPrice>.price(), default: clause.workplace, "Per month.")
    clause.equipment = f.value(
      "equipment", Form<UnitPrice>.price(), default: clause.equipment, "Per month.")
    clause.paidDaysPerMonth = f.value(
      "paid_days_per_month", Form<ExactDecimal>.decimal, default: clause.paidDaysPerMonth,
      "Divisor of a daily wage.")
    if let times = f.optional(
      "holiday_pay_times", Form<ExactDecimal>.decimal, "Daily wages on a statutory holiday.")
    {
      clause.holidayPay = .besideMonthlyWage(times: times)
    }
    clause.recruiting = f.value(
      "recruiting", Form<Recruiting>.recruiting, default: Recruiting(),
      "What growing and replacing cost. Left out: its defaults are billed, a month's wage ahead of "
        + "each hire, 500 for training, 5 % leavers replaced each month; 0 in each for none.")
    return clause
  }
}

extension Form<Recruiting> {
  fileprivate static let recruiting = Form.object("recruiting") { f in
    Recruiting(
      leadMonths: f.value(
        "lead_months", Form<ExactDecimal>.decimal, default: 1,
        "Months of wage paid before the first day of a hire."),
      trainingPerHire: f.value(
        "training_per_hire", Form<Money>.money(), default: .yuan(500),
        "Training of each hire, an assumption."),
      monthlyTurnover: f.value(
        "monthly_turnover", Form<Percentage>.percentage(), default: Percentage(5),
        "Share of the team that leaves and is replaced each month, an assumption. Growth is hired in "
          + "whole people (a month's mean rounded up), leavers and wages count in fractions."),
      existingTeam: f.optional(
        "existing_team", Form<Int>.integer(0...1_000_000),
        "People already there, who are hired and trained no more. Left out: the whole team of the "
          + "first month, whatever `shop.own_agents` says."),
      rampWeeks: f.value(
        "ramp_weeks", Form<Int>.integer(0...52), default: 0,
        "Weeks in which a new person does less than an experienced one; `headcount` has more people for "
          + "them. No bill changes by it."),
      rampOutput: f.value(
        "ramp_output", Form<Double>.share(), default: 0.5,
        "What a new person does in those weeks, of an experienced one's work."))
  }
}
