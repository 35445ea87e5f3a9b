// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Money
import Pricing
import Testing

/// Facts about windows, shifts and seasons, where they end in a bill.
struct CoverageBillTests {
  private func total(_ terms: ClauseTerms, _ usage: String) throws -> [Money] {
    let contract = Contract(name: "test", clauses: [Clause("clause", terms)])
    let records = try UsageFile.parse(usage, for: UsageReading([contract]))
    return try records.invoices(for: contract).months.map(\.total)
  }

  @Test func `a week of the standard window is 105 person-hours (F1, F9g)`() throws {
    let week = (1...7).map { "2026-03-0\($0),15" }.joined(separator: "\n")
    let hourly = HourlyClause(group: "desk", price: .yuan(10))
    #expect(try total(.hourly(hourly), "date,hours\n" + week) == [.yuan(1050)])
  }

  @Test func `one person at a time from nine to midnight is two seats (F4, F6, R9)`() throws {
    let seats = SeatClause(seats: .staffed(group: "desk"), monthlyPrice: .yuan(4500))
    let oneShift = try total(.seats(seats), "month,seats,shifts\n2026-03,1,31\n")
    let twoShifts = try total(.seats(seats), "month,seats,shifts\n2026-03,2,62\n")
    #expect(oneShift == [.yuan(4500)])
    #expect(twoShifts == [.yuan(9000)])
  }

  @Test func `rest days are billed like others, whoever covers them (R9)`() throws {
    for cover in SeatClause.RestDayCover.allCases {
      let seats = SeatClause(
        seats: .staffed(group: "desk"), monthlyPrice: .yuan(4500), restDayCover: cover)
      #expect(try total(.seats(seats), "month,seats,shifts\n2026-03,1,26\n") == [.yuan(4500)])
    }
  }

  @Test func `short-term seats cost in the peak and nothing in the trough (F10, F13)`() throws {
    let usage = "month,shifts:desk:promotion,shifts:desk\n2026-10,0,0\n2026-11,40,3\n2026-12,,\n"
    #expect(
      try total(.shifts(ShiftClause(group: "desk")), usage) == [.zero, .yuan(8600), .zero])
  }

  @Test func `an after-sale seat of nine to five is billed by the month (F2, F8, R10)`() throws {
    let seats = SeatClause(seats: .staffed(group: "after_sale"))
    let usage = "month,group,seats,hours\n2026-02,after_sale,1,224\n2026-03,after_sale,1,248\n"
    #expect(try total(.seats(seats), usage) == [.yuan(5000), .yuan(5000)])
  }
}
