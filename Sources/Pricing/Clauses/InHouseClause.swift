// SPDX-License-Identifier: GPL-3.0-or-later

package import Money

/// The cost of an own team, billed as if it were a provider (F25–F28).
///
/// Where the source gives no number the default is an assumption, as F25 says.
package struct InHouseClause: Equatable, Sendable, BillingClause {
  package static let kind = ClauseKind.inHouse
  package static let example = InHouseClause(group: "staff")
  package var terms: ClauseTerms { .inHouse(self) }

  package enum CityTier: String, CaseIterable, Sendable {
    /// First- and second-tier cities: from 4,000 a month (F25).
    case firstOrSecond = "first_or_second"
    /// Third- and fourth-tier cities: from 3,000 a month (F25).
    case thirdOrFourth = "third_or_fourth"

    package var lowestWage: UnitPrice {
      switch self {
      case .firstOrSecond: .yuan(4000)
      case .thirdOrFourth: .yuan(3000)
      }
    }
  }

  /// How the people to be paid are counted.
  package enum People: Equatable, Sendable {
    /// The usage's seat-days are people on the payroll.
    case onPayroll
    /// As many people as the worked shifts take when each rests so many days a week.
    case fromShifts(restDaysPerWeek: Int)
  }

  /// What a shift on a statutory holiday costs.
  package enum HolidayPay: Equatable, Sendable {
    /// So many daily wages beside the monthly wage, which is due anyway (the labour law's reading).
    case besideMonthlyWage(times: ExactDecimal)
    /// So many daily wages in all, one of which the monthly wage already pays.
    case includingMonthlyWage(times: ExactDecimal)
  }

  package var group: String
  package var people: People
  /// Yuan a month per person.
  package var wage: UnitPrice
  /// Employer's social insurance and housing fund, on the wage.
  package var socialInsurance: Percentage
  /// Workplace, power and network, yuan a month per person.
  package var workplace: UnitPrice
  /// Yuan a month per person.
  package var equipment: UnitPrice
  package var holidayPay: HolidayPay
  /// Paid days of a month, the divisor of a daily wage.
  package var paidDaysPerMonth: ExactDecimal
  package var recruiting: Recruiting

  package init(
    group: String, people: People = .onPayroll, cityTier: CityTier = .firstOrSecond,
    wage: UnitPrice? = nil, socialInsurance: Percentage = Percentage(30),
    workplace: UnitPrice = .yuan(600), equipment: UnitPrice = .yuan(150),
    holidayPay: HolidayPay = .besideMonthlyWage(times: 3),
    paidDaysPerMonth: ExactDecimal = ExactDecimal(millionths: 21_750_000),
    recruiting: Recruiting = Recruiting()
  ) {
    self.group = group
    self.people = people
    self.wage = wage ?? cityTier.lowestWage
    self.socialInsurance = socialInsurance
    self.workplace = workplace
    self.equipment = equipment
    self.holidayPay = holidayPay
    self.paidDaysPerMonth = paidDaysPerMonth
    self.recruiting = recruiting
  }

  var needs: ClauseNeeds {
    ClauseNeeds(
      inquiryTypes: [], conversations: .none,
      people: BilledPeople(group: group, work: .payroll), result: nil)
  }
  var phase: BillingPhase { .charge }
  var detail: UsageDetail { .months }
  var isPricedByVolume: Bool { false }
  var singlePrice: UnitPrice? { nil }
  var scope: Contract.Scope { .chat }
  func billing(group: String) -> InHouseClause {
    var clause = self
    clause.group = group
    return clause
  }
  func requiredColumns(_ options: ReadingOptions) -> [UsageColumn] {
    switch people {
    case .onPayroll: [.seats]
    case .fromShifts: [.shifts]
    }
  }
  func warning(plan: String, clause: String, in language: ExplanationLanguage) -> String? { nil }

  func charge(_ month: BilledMonth, on sheet: inout BillingSheet) throws(PricingError) {
    let staffing = month.staffing()
    let personDays = try personDays(staffing)
    let staffMonths = try personDays.multiplied(by: Fraction(unchecked: 1, month.dayBase))
    if !staffMonths.isZero {
      try sheet.charge(staffMonths, .staffMonths, at: wage, .wage)
      try sheet.charge(
        staffMonths, .staffMonths, at: socialInsurance, of: wage, .socialInsurance)
      try sheet.charge(staffMonths, .staffMonths, at: workplace, .workplace)
      try sheet.charge(staffMonths, .staffMonths, at: equipment, .equipment)
    }
    try chargeHolidayPay(staffing.shifts.statutoryHoliday, on: &sheet)
    try chargeRecruiting(month, staffMonths, on: &sheet)
  }

  /// Days of people on the payroll for the seats or shifts of some days.
  package func personDays(_ staffing: StaffingTotals) throws(PricingError) -> Fraction {
    switch people {
    case .onPayroll:
      return Fraction(staffing.seatDays)
    case .fromShifts(let restDays):
      var worked = Fraction.zero
      for kind in ShiftKind.allCases {
        worked = try worked.adding(Fraction(staffing.shifts[kind]))
      }
      return try worked.multiplied(by: Fraction(unchecked: 7, Int64(max(1, 7 - restDays))))
    }
  }

  private func chargeHolidayPay(
    _ shifts: Int64, on sheet: inout BillingSheet
  ) throws(PricingError) {
    guard shifts > 0 else { return }
    var dailyWages: Fraction
    switch holidayPay {
    case .besideMonthlyWage(let times): dailyWages = Fraction(exactly: times)
    case .includingMonthlyWage(let times):
      dailyWages = try Fraction(exactly: times).subtracting(.one)
    }
    dailyWages = try dailyWages.multiplied(by: Fraction(shifts)).reduced
    // A daily wage is the monthly wage ÷ the paid days of a month.
    let perDay = Fraction(unchecked: 1_000_000, paidDaysPerMonth.millionths).reduced
    let months = try dailyWages.multiplied(by: perDay)
    try sheet.charge(
      months, .staffMonths, at: wage, .holidayPay(shifts: shifts, dailyWages: dailyWages))
  }

  func check(_ checker: inout ContractChecker) {
    checker.notEmpty("group", group)
    if case .fromShifts(let restDays) = people {
      checker.range("rest_days_per_week", restDays, 0...6)
    }
    checker.price("wage", wage)
    checker.percentage("social_insurance", socialInsurance)
    checker.price("workplace", workplace)
    checker.price("equipment", equipment)
    if paidDaysPerMonth <= .zero {
      checker.report(
        "paid_days_per_month", found: paidDaysPerMonth.description, .mustBePositive)
    }
    switch holidayPay {
    case .besideMonthlyWage(let times) where times.isNegative:
      checker.report("holiday_pay", found: times.description, .mustNotBeNegative)
    case .includingMonthlyWage(let times) where times < 1:
      checker.report("holiday_pay", found: times.description, .mustBeWithin("1 or more"))
    default: break
    }
    checker.inside("recruiting") { recruiting.check(&$0) }
  }
}

extension Contract {
  /// Days of a week on which own staff rest; one where nobody says (F25).
  package var restDaysPerWeek: Int {
    for clause in clauses {
      if case .inHouse(let terms) = clause.terms, case .fromShifts(let days) = terms.people {
        return days
      }
    }
    return 1
  }
}

extension Explanation {
  fileprivate static let wage = Explanation.own(key: "wage", en: "monthly wage", zh: "月工资")
  fileprivate static let socialInsurance = Explanation.own(
    key: "social_insurance", en: "employer's social insurance and housing fund on the wage",
    zh: "单位社保和公积金（按工资计）")
  fileprivate static let workplace = Explanation.own(
    key: "workplace", en: "workplace, power and network", zh: "场地、水电和网络")
  fileprivate static let equipment = Explanation.own(key: "equipment", en: "equipment", zh: "设备")
}
