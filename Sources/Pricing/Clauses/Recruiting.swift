// SPDX-License-Identifier: GPL-3.0-or-later

package import Money

/// What it costs an own team to grow and to replace leavers (F26).
package struct Recruiting: Equatable, Sendable {
  /// Months of wage paid to a new person before the first productive day.
  package var leadMonths: ExactDecimal
  /// Yuan of training for each new person (an assumption: the source has no number).
  package var trainingPerHire: Money
  /// Share of the team that leaves and is replaced each month (an assumption).
  package var monthlyTurnover: Percentage
  /// People already there before the first month; `nil` means the whole team of the first month.
  package var existingTeam: Int?
  /// Weeks in which a new person does less than an experienced one; no price, but people for the same work.
  package var rampWeeks: Int
  /// What a new person does in them, as a share of an experienced one's work.
  package var rampOutput: Double

  package init(
    leadMonths: ExactDecimal = 1, trainingPerHire: Money = .yuan(500),
    monthlyTurnover: Percentage = Percentage(5), existingTeam: Int? = nil,
    rampWeeks: Int = 0, rampOutput: Double = 0.5
  ) {
    self.rampWeeks = rampWeeks
    self.rampOutput = rampOutput
    self.leadMonths = leadMonths
    self.trainingPerHire = trainingPerHire
    self.monthlyTurnover = monthlyTurnover
    self.existingTeam = existingTeam
  }

  /// No growth cost and no leavers.
  package static let none = Recruiting(
    leadMonths: 0, trainingPerHire: .zero, monthlyTurnover: .zero)

  /// Whether somebody hired costs more than the wage.
  package var costsAnything: Bool { leadMonths != .zero || trainingPerHire != .zero }

  func check(_ checker: inout ContractChecker) {
    if leadMonths.isNegative {
      checker.report("lead_months", found: leadMonths.description, .mustNotBeNegative)
    }
    checker.money("training_per_hire", trainingPerHire)
    checker.percentage("monthly_turnover", monthlyTurnover)
    checker.range("existing_team", existingTeam, 0...1_000_000)
    checker.range("ramp_weeks", rampWeeks, 0...52)
  }
}

extension InHouseClause {
  /// The people who start next month are paid this month; those of the first month that were not
  /// there before are booked in the first month, and leavers are replaced within each month.
  func chargeRecruiting(
    _ month: BilledMonth, _ staffMonths: Fraction, on sheet: inout BillingSheet
  ) throws(PricingError) {
    let here = try heads(month, month.index)
    var hires: Int64 = 0
    if month.index == 0, let existing = recruiting.existingTeam {
      hires += max(0, here - Int64(existing))
    }
    if month.index + 1 < month.months.count {
      hires += max(0, try heads(month, month.index + 1) - here)
    }
    let leavers = try staffMonths.multiplied(by: recruiting.monthlyTurnover.fraction)
    try charge(Fraction(hires), .hiredAhead, on: &sheet)
    try charge(leavers, .leaversReplaced, on: &sheet)
  }

  private func charge(
    _ hires: Fraction, _ reason: Explanation.Hiring, on sheet: inout BillingSheet
  ) throws(PricingError) {
    guard !hires.isZero else { return }
    if recruiting.leadMonths != .zero {
      try sheet.charge(
        hires.multiplied(by: Fraction(exactly: recruiting.leadMonths).reduced), .staffMonths,
        at: wage, .hiring(reason, people: hires))
    }
    if recruiting.trainingPerHire != .zero {
      try sheet.charge(
        hires, .hires, at: UnitPrice(recruiting.trainingPerHire), .training(reason, people: hires))
    }
  }

  /// People needed in a month, a fraction rounded up.
  private func heads(_ month: BilledMonth, _ index: Int) throws(PricingError) -> Int64 {
    let usage = month.months[index]
    let staffing = usage.staffing[month.binding.group]
    let average = try personDays(staffing).multiplied(by: Fraction(unchecked: 1, usage.servedDays))
    return average.roundedUp
  }
}
