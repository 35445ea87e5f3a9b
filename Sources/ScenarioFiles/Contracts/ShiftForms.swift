// SPDX-License-Identifier: GPL-3.0-or-later

import Money
import Pricing
import Wording

extension ShiftClause: ReadableClause {
  static var assumable: [AssumedPrice] { [.shift] }

  static func read(_ f: Fields) -> ShiftClause? {
    var clause = ShiftClause(group: f.billingGroup("short_term"))
    f.readByKind(&clause.prices) { f, kind, price in
      f.optional("\(kind)_price", Form<UnitPrice>.price(), "Per person-shift.") ?? price
    }
    return clause
  }
}

extension HourlyClause: ReadableClause {
  static var assumable: [AssumedPrice] { [.hour] }

  static func read(_ f: Fields) -> HourlyClause? {
    var clause = HourlyClause(group: f.billingGroup("short_term"))
    clause.price = f.value(
      "price", Form<UnitPrice>.price(), default: clause.price, "Per hour.")
    f.readByKind(&clause.surcharges) { f, kind, surcharge in
      f.value(
        "\(kind)_surcharge", Form<Percentage>.percentage(), default: surcharge, "On the price.")
    }
    clause.allowsAboveHundred = f.allowsAboveHundred
    return clause
  }
}

extension Fields {
  fileprivate func readByKind<Value>(
    _ values: inout ByShiftKind<Value>, _ read: (Fields, String, Value) -> Value
  ) {
    for kind in ShiftKind.allCases { values[kind] = read(self, kind.name, values[kind]) }
  }
}

extension FullServiceClause: ReadableClause {
  static var assumable: [AssumedPrice] { [.annualFee, .commission] }

  static func read(_ f: Fields) -> FullServiceClause? {
    FullServiceClause(
      annualFee: f.value(
        "annual_fee", Form<Money>.money(), default: .yuan(160_000), "Paid once."),
      commission: f.value(
        "commission", Form<Percentage>.percentage(), default: Percentage(15),
        "Of all shop sales."),
      feeDueWorkingDays: f.value(
        "fee_due_working_days", Form<Int>.integer(0...366), default: 2, "After signing."
      ), allowsAboveHundred: f.allowsAboveHundred)
  }
}

extension FixedFeeClause: ReadableClause {
  static var assumable: [AssumedPrice] { [] }

  static func read(_ f: Fields) -> FixedFeeClause? {
    let fee = f.required("fee", Form<Money>.money(), "Amount.")
    let period = f.value("period", Form<Period>.word(), default: .month, "How often.")
    return fee.map { FixedFeeClause(fee: $0, period: period) }
  }
}

extension MinimumChargeClause: ReadableClause {
  static var assumable: [AssumedPrice] { [] }

  static func read(_ f: Fields) -> MinimumChargeClause? {
    f.required("monthly_minimum", Form<Money>.money(), "Least due for a month.")
      .map { MinimumChargeClause(monthlyMinimum: $0) }
  }
}

extension BonusMalusClause: ReadableClause {
  static var assumable: [AssumedPrice] { [] }

  static func read(_ f: Fields) -> BonusMalusClause? {
    let named = f.optional("result", Form<String>.text, "Name of the measured result.")
    let scorecard = f.optional(
      "scorecard", Form<String>.scorecardResult,
      "Instead of result: a platform's rule on replies, as in tmall.3min, by its value of the month."
    )
    if (named == nil) == (scorecard == nil), !f.isUnreadable("result"),
      !f.isUnreadable("scorecard")
    {
      f.reading?.report(
        found: named == nil ? "neither result nor scorecard" : "both result and scorecard",
        allowed: "one of them")
    }
    let result = named ?? scorecard
    let steps = f.required(
      "steps", Form<[Step]>.list(of: Form<BonusMalusClause.Step>.bonusStep, count: 1...100),
      "From low to high.")
    let bound = f.value(
      "bound_belongs_to", Form<Bound>.word(), default: .lower, "Step of a result on a bound.")
    guard let result, let steps else { return nil }
    return BonusMalusClause(result: result, steps: steps, boundBelongsTo: bound)
  }
}

extension Form<BonusMalusClause.Step> {
  fileprivate static let bonusStep = Form.object("bonus_step") { f in
    let upTo = f.optional(
      "up_to", Form<ExactDecimal>.decimal, "End of the step; left out in the last.")
    let share = f.optional(
      "share_of_charges", Form<Percentage>.percentage(allowsNegative: true), "Negative for a malus."
    )
    let amount = f.optional("amount", Form<Money>.money(allowsNegative: true), "Yuan a month.")
    let perUnit = f.optional(
      "per_unit", Form<UnitPrice>.price(allowsNegative: true), "Yuan for each unit of the result.")
    let choices: [BonusMalusClause.Adjustment] = [
      share.map { .shareOfCharges($0) }, amount.map { .amount($0) }, perUnit.map { .perUnit($0) },
    ].compactMap(\.self)
    if choices.count > 1 {
      f.reading?.report(
        found: "several adjustments", allowed: "one of share_of_charges, amount, per_unit")
    }
    return BonusMalusClause.Step(upTo: upTo, choices.first ?? .none)
  }
}
