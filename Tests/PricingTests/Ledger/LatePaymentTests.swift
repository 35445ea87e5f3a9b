// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Money
import Pricing
import Testing

struct LatePaymentTests {
  @Test(arguments: [0, 1, 30, 31, 45])
  func `five percent a day for thirty days, then twenty (F16, R4)`(days: Int) throws {
    let stepped = LatePaymentClause()
    #expect(
      try stepped.fee(on: .yuan(10_000), daysLate: days)
        == WorkedExamples.amount("F16 R4 10,000 late by \(days) days"))
    let retroactive = LatePaymentClause(reading: .retroactive)
    #expect(
      try retroactive.fee(on: .yuan(10_000), daysLate: days)
        == WorkedExamples.amount("R4 option retroactive, \(days) days"))
  }

  @Test func `a fee is rounded once over all its days (R3)`() throws {
    #expect(
      try LatePaymentClause().fee(on: Money(fen: 5), daysLate: 5)
        == WorkedExamples.amount("R3 a late fee of 0.05 yuan by 5 days"))
    #expect(
      try LatePaymentClause().fee(on: Money(fen: 10), daysLate: 1)
        == WorkedExamples.amount("R3 a late fee of 0.10 yuan by 1 day"))
  }

  @Test(arguments: [
    ("2027-11-30", "2028-03-01"), ("2026-11-30", "2027-03-01"), ("2026-05-15", "2026-08-16"),
  ])
  func `more than three months late starts the day after the clamped day (R5)`(
    due: String, right: String
  ) throws {
    #expect(
      try LatePaymentClause().terminationRight(dueDate: Fixture.date(due))
        == Fixture.date(right))
  }

  @Test func `the fifteenth is in time and the sixteenth is the first late day (R12)`() throws {
    let due = Settlement().dueDate(afterServiceUntil: try Fixture.date("2026-03-31"))
    #expect(try due == Fixture.date("2026-04-15"))
    let clause = LatePaymentClause()
    let fifteenth = try due.days(to: Fixture.date("2026-04-15"))
    let sixteenth = try due.days(to: Fixture.date("2026-04-16"))
    #expect(try clause.fee(on: .yuan(100), daysLate: fifteenth) == .zero)
    #expect(try clause.fee(on: .yuan(100), daysLate: sixteenth) == .yuan(5))
  }

  @Test func `a due date can move to the next working day, and is clamped to the month`() throws {
    let moving = Settlement(movesToWorkingDay: true)
    // 15 February 2026 is the first day of the Spring Festival holiday, which ends on the 23rd.
    #expect(
      try moving.dueDate(afterServiceUntil: Fixture.date("2026-01-31"))
        == Fixture.date("2026-02-24"))
    // In a year without a published arrangement weekends and legal days are off: Friday 1 January
    // 2027 gives way to Monday the 4th.
    #expect(
      try Settlement(day: 1, movesToWorkingDay: true)
        .dueDate(afterServiceUntil: Fixture.date("2026-12-31")) == Fixture.date("2027-01-04"))
    #expect(
      try Settlement(day: 31).dueDate(afterServiceUntil: Fixture.date("2026-01-10"))
        == Fixture.date("2026-02-28"))
  }

  @Test func `an absurd delay is refused, not wrapped`() {
    #expect(throws: PricingError.amountTooLarge) {
      try LatePaymentClause().fee(on: Money.limit, daysLate: .max)
    }
  }
}
