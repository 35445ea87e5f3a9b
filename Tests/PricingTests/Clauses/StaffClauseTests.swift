// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Money
import Pricing
import Testing

struct StaffClauseTests {
  private func april(
    people: Int64 = 0, holidayShifts: Int64 = 0, ordinaryShifts: Int64 = 0
  ) throws -> MonthlyUsage {
    try Fixture.month("2026-04") {
      $0.staffing[0].seatDays = people * 30
      $0.staffing[0].shifts.statutoryHoliday = holidayShifts
      $0.staffing[0].shifts.ordinary = ordinaryShifts
    }
  }

  private func team(
    _ tier: InHouseClause.CityTier = .firstOrSecond, recruiting: Recruiting = .none
  ) -> InHouseClause {
    InHouseClause(group: "team", cityTier: tier, recruiting: recruiting)
  }

  @Test func `short-term shifts by kind (F10, F11)`() throws {
    let month = try Fixture.month("2026-10") {
      $0.staffing[1].shifts = ByShiftKind(
        ordinary: 10, promotion: 6, statutoryHoliday: 4, night: 0)
    }
    #expect(
      try Fixture.price(.shifts(ShiftClause(group: "helpers")), on: month).total
        == WorkedExamples.amount("F10 F11 ten ordinary, six promotion, four holiday shifts"))
  }

  @Test func `a kind of shift without a price is refused, not free`() throws {
    var clause = ShiftClause(group: "helpers")
    clause.prices.night = nil
    let month = try Fixture.month("2026-10") { $0.staffing[1].shifts.night = 1 }
    #expect(throws: PricingError.noPriceForShiftKind(clause: 0, .night)) {
      try Fixture.price(.shifts(clause), on: month)
    }
  }

  @Test func `hours cost more in a promotion (F9g, F12)`() throws {
    let month = try Fixture.month("2026-11") {
      $0.staffing[1].minutes.ordinary = 6000
      $0.staffing[1].minutes.promotion = 3000
    }
    #expect(
      try Fixture.price(.hourly(HourlyClause(group: "helpers")), on: month).total
        == WorkedExamples.amount("F9g F12 100 h ordinary, 50 h promotion at 12"))
  }

  @Test func `an own team by city tier with all that comes on top (F25)`() throws {
    #expect(
      try Fixture.price(.inHouse(team()), on: april(people: 4)).total
        == WorkedExamples.amount("F25 four people, first-tier city, a month"))
    #expect(
      try Fixture.price(.inHouse(team(.thirdOrFourth)), on: april(people: 1)).total
        == WorkedExamples.amount("F25 third-tier wage"))
  }

  @Test func `statutory holidays are paid three times (F25)`() throws {
    let month = try april(people: 1, holidayShifts: 3)
    #expect(
      try Fixture.price(.inHouse(team()), on: month).total
        == WorkedExamples.amount("F25 three holiday shifts, triple pay beside the wage"))
    var including = team()
    including.holidayPay = .includingMonthlyWage(times: 3)
    #expect(
      try Fixture.price(.inHouse(including), on: month).total
        == WorkedExamples.amount("F25 three holiday shifts, triple pay including the wage"))
  }

  @Test func `people hired for a peak are paid the month before (F26)`() throws {
    var clause = team(recruiting: Recruiting(monthlyTurnover: .zero))
    let may = try Fixture.month("2026-05") { $0.staffing[0].seatDays = 4 * 31 }
    let invoices = try Fixture.price(.inHouse(clause), on: april(people: 2), may)
    #expect(
      try invoices.months[0].total
        == WorkedExamples.amount("F26 two hired a month ahead"))
    #expect(
      try invoices.months[1].total
        == WorkedExamples.amount("F25 four people, first-tier city, a month"))
    clause.recruiting.existingTeam = 0
    let fromNothing = try Fixture.price(.inHouse(clause), on: april(people: 2))
    #expect(
      try fromNothing.total == WorkedExamples.amount("F26 two hired a month ahead"),
      "a first month that starts from nobody books its own hires")
  }

  @Test func `leavers are replaced every month (F26)`() throws {
    let clause = team(recruiting: Recruiting())
    #expect(
      try Fixture.price(.inHouse(clause), on: april(people: 10)).total
        == WorkedExamples.amount("F26 five percent turnover of ten people"))
  }

  @Test func `people can be counted from shifts with a rest day a week (F25)`() throws {
    var clause = team()
    clause.people = .fromShifts(restDaysPerWeek: 1)
    #expect(
      try Fixture.price(.inHouse(clause), on: april(ordinaryShifts: 26)).total
        == WorkedExamples.amount("F25 26 shifts a month with one rest day a week"))
  }

  @Test func `a part-timer is not much cheaper than an employee, all in (F27)`() throws {
    let month = try Fixture.month("2026-04") { $0.staffing[1].minutes.ordinary = 26 * 8 * 60 }
    let hour = try #require(RateCard.reference.entry("part_timer"))
    #expect(hour.source == "F27" && hour.isAssumption)
    let clause = HourlyClause(group: "helpers", price: UnitPrice(yuan: hour.usual))
    let partTimer = try Fixture.price(.hourly(clause), on: month).total
    #expect(try partTimer == WorkedExamples.amount("F27 a part-timer of 26 days of 8 hours at 23"))
    let employee = try Fixture.price(.inHouse(team(.thirdOrFourth)), on: april(people: 1)).total
    #expect(try employee == WorkedExamples.amount("F27 a third-tier employee, all in"))
    #expect(partTimer > employee)
  }

  @Test(arguments: [
    (1, "F28 eight hours"), (2, "F28 F3 sixteen hours"), (3, "F28 F3 around the clock"),
  ])
  func `covering more hours with rest days takes whole people more (F3, F28)`(
    posts: Int64, example: String
  ) throws {
    var clause = team()
    clause.people = .fromShifts(restDaysPerWeek: 1)
    #expect(
      try Fixture.price(.inHouse(clause), on: april(ordinaryShifts: 30 * posts)).total
        == WorkedExamples.amount(example + " with one rest day a week"))
  }

  private let ladder = BonusMalusClause(
    result: "delay_rate",
    steps: [
      .init(upTo: ExactDecimal(millionths: 100_000), .none),
      .init(upTo: ExactDecimal(millionths: 200_000), .shareOfCharges(Percentage(-5))),
      .init(.shareOfCharges(Percentage(-15))),
    ])

  @Test(
    arguments: [
      (Int64(1000), nil), (1001, "F6 malus of 5 percent at a delay rate of 0.1001"),
      (2500, "F6 malus of 15 percent at 0.25"),
    ] as [(Int64, String?)])
  func `a ladder on a measured result takes off its share (F6)`(
    tenThousandths: Int64, example: String?
  ) throws {
    let month = try Fixture.month("2026-04") {
      $0.results[0] = Fraction(tenThousandths, over: 10_000)
    }
    let seats = ClauseTerms.seats(SeatClause(seats: .agreed(2), monthlyPrice: .yuan(4500)))
    // The ladder stands first: the order of clauses does not matter.
    let total = try Fixture.price(.bonusMalus(ladder), seats, on: month).total
    #expect(try total == example.map { try WorkedExamples.amount($0) } ?? .yuan(9000))
  }

  @Test func `a malus can be due for each late reply`() throws {
    let month = try Fixture.month("2026-04") { $0.results[1] = Fraction(7) }
    let each = BonusMalusClause(
      result: "late_replies", steps: [.init(.perUnit(.yuan(-50)))])
    let seats = ClauseTerms.seats(SeatClause(seats: .agreed(2), monthlyPrice: .yuan(4500)))
    #expect(
      try Fixture.price(seats, .bonusMalus(each), on: month).total
        == WorkedExamples.amount("50 off for each of 7 late replies"))
  }

  @Test func `a result that was not measured is an error, not a zero`() throws {
    #expect(
      throws: PricingError.resultNotMeasured(
        clause: 0, name: "delay_rate", try #require(YearMonth(iso: "2026-04")))
    ) {
      try Fixture.price(.bonusMalus(ladder), on: Fixture.month("2026-04"))
    }
  }
}
