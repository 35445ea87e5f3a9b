// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Money
import Pricing
import Testing

struct SeatClauseTests {
  private func seats(_ count: Int, _ price: Int32 = 4500) -> SeatClause {
    SeatClause(seats: .agreed(count), monthlyPrice: .yuan(price))
  }

  @Test func `a dedicated seat costs its monthly price (F6)`() throws {
    let invoices = try Fixture.price(.seats(seats(2)), on: Fixture.month("2026-03"))
    #expect(
      try invoices.total == WorkedExamples.amount("F6 two dedicated seats at 4,500 for March"))
    #expect(invoices.lines.first?.quantity == Fraction(2))
    #expect(invoices.lines.first?.unit == .seatMonths)
  }

  @Test func `an after-sale seat is priced per month (F8, R10)`() throws {
    let invoices = try Fixture.price(.seats(seats(1, 5000)), on: Fixture.month("2026-02"))
    #expect(
      try invoices.total
        == WorkedExamples.amount("F8 R10 one after-sale seat at 5,000 a month"))
  }

  @Test func `a part month counts its first and last day (R6)`() throws {
    let april = try Fixture.month("2026-04", served: Fixture.span("2026-04-15", "2026-04-30"))
    #expect(
      try Fixture.price(.seats(seats(1)), on: april).total
        == WorkedExamples.amount("R6 a seat from 15 April"))
    let leap = try Fixture.month("2028-02", served: Fixture.span("2028-02-15", "2028-02-29"))
    #expect(
      try Fixture.price(.seats(seats(1)), on: leap).total
        == WorkedExamples.amount("R6 a seat from 15 February 2028"))
  }

  @Test func `with thirty-day months a full month is still one month (R6)`() throws {
    let options = ReadingOptions(partMonth: .thirtyDays)
    let part = try Fixture.month("2026-03", served: Fixture.span("2026-03-15", "2026-03-31"))
    #expect(
      try Fixture.price(.seats(seats(1)), on: part, options: options).total
        == WorkedExamples.amount("R6 option thirty days, from 15 March"))
    for month in ["2026-02", "2026-03", "2026-04"] {
      #expect(
        try Fixture.price(.seats(seats(1)), on: Fixture.month(month), options: options).total
          == .yuan(4500))
    }
    let trial = try Fixture.month("2026-03", served: Fixture.span("2026-03-20", "2026-04-19"))
    #expect(
      try Fixture.price(.seats(seats(1)), on: trial, options: options).total == .yuan(4500))
  }

  @Test func `seats added and returned within a month are billed by days (R6)`() throws {
    let changing = SeatClause(
      seats: .agreed(
        3,
        changes: [
          .added(2, from: try Fixture.date("2026-05-10")),
          .returned(1, lastDay: try Fixture.date("2026-05-20")),
        ]),
      monthlyPrice: .yuan(4800))
    let invoices = try Fixture.price(
      .seats(changing), on: Fixture.month("2026-05"), Fixture.month("2026-06"))
    #expect(
      try invoices.months[0].total
        == WorkedExamples.amount("R6 seats added and returned in May"))
    #expect(invoices.months[1].total == .yuan(4 * 4800))
  }

  @Test func `seats can come from the staffing that was held`() throws {
    let clause = SeatClause(seats: .staffed(group: "helpers"), monthlyPrice: .yuan(4500))
    let usage = try Fixture.month("2026-04") { $0.staffing[1].seatDays = 75 }
    #expect(try Fixture.price(.seats(clause), on: usage).total == .yuan(11_250))
  }

  @Test func `a night seat carries its surcharge on a line of its own (F9f)`() throws {
    let night = SeatClause(
      seats: .agreed(1), monthlyPrice: .yuan(4500), surcharge: Percentage(30))
    let invoices = try Fixture.price(.seats(night), on: Fixture.month("2026-03"))
    #expect(
      try invoices.total
        == WorkedExamples.amount("F9f a night seat at 4,500 and 30 percent"))
    #expect(invoices.lines.count == 2)
  }
}
