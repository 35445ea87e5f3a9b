// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Testing

struct ChineseWorkingDaysTests {
  private func date(_ iso: String) throws -> CivilDate { try #require(CivilDate(iso: iso)) }

  @Test func `eleven statutory days in 2024 and thirteen from 2025 (F11)`() {
    #expect(ChineseWorkingDays.statutoryHolidays(in: 2024)?.count == 11)
    #expect(ChineseWorkingDays.statutoryHolidays(in: 2025)?.count == 13)
    #expect(ChineseWorkingDays.statutoryHolidays(in: 2026)?.count == 13)
  }

  /// Office working days a year as counted from the notices: 366 − 104 weekend days − …
  @Test(arguments: [(2024, 251), (2025, 248), (2026, 248)])
  func `working days of a whole year`(year: Int, expected: Int) throws {
    let days = try #require(
      DateSpan(first: date("\(year)-01-01"), last: date("\(year)-12-31")))
    #expect(days.filter { ChineseWorkingDays.isWorkingDay($0) == true }.count == expected)
  }

  @Test func `make-up days fall on weekends and adjusted rest days on weekdays`() throws {
    for year in ChineseWorkingDays.knownYears {
      let days = try #require(
        DateSpan(first: date("\(year)-01-01"), last: date("\(year)-12-31")))
      for day in days {
        let kind = ChineseWorkingDays.kind(of: day)
        if kind == .makeUpWorking { #expect(day.weekday.isWeekend, "\(day)") }
        if kind == .adjustedRestDay { #expect(!day.weekday.isWeekend, "\(day)") }
      }
    }
  }

  @Test func `an adjusted rest day beside a holiday is not statutory (F11)`() throws {
    #expect(try ChineseWorkingDays.kind(of: date("2026-02-20")) == .adjustedRestDay)
    #expect(try ChineseWorkingDays.kind(of: date("2026-02-19")) == .statutoryHoliday)
    #expect(try ChineseWorkingDays.isStatutoryHoliday(date("2026-10-07")) == false)
  }

  @Test func `two working days after signing skip days off and count make-up days (R7)`() throws {
    // Signed on Friday 2026-02-13: Saturday the 14th works, then nine days off.
    #expect(
      try ChineseWorkingDays.date(2, workingDaysAfter: date("2026-02-13"))
        == .init(date: date("2026-02-24")))
    #expect(
      try ChineseWorkingDays.date(2, workingDaysAfter: date("2026-03-02"))
        == .init(date: date("2026-03-04")))
    #expect(
      try ChineseWorkingDays.date(2, workingDaysAfter: date("2025-09-26"))
        == .init(date: date("2025-09-29")))
  }

  @Test func `legal days follow from the law in years without a published table (F11)`() throws {
    // 2020, as the labour ministry named them: Mid-Autumn fell on National Day.
    let year2020 = [
      "2020-01-01", "2020-01-25", "2020-01-26", "2020-01-27", "2020-04-04", "2020-05-01",
      "2020-06-25", "2020-10-01", "2020-10-02", "2020-10-03", "2020-10-04",
    ]
    #expect(try ChineseWorkingDays.statutoryHolidays(in: 2020) == year2020.map { try date($0) })
    // New Year's eve of the lunar calendar is 5 February 2027.
    #expect(try ChineseWorkingDays.isStatutoryHoliday(date("2027-02-05")) == true)
    #expect(try ChineseWorkingDays.isStatutoryHoliday(date("2027-02-09")) == false)
    for year in 2008...2040 {
      #expect(
        ChineseWorkingDays.statutoryHolidays(in: year)?.count == (year < 2025 ? 11 : 13), "\(year)")
    }
    #expect(ChineseWorkingDays.statutoryHolidays(in: 2007) == nil)
  }

  @Test func `a year without a published table is unknown, not guessed`() throws {
    #expect(try ChineseWorkingDays.kind(of: date("2023-05-01")) == nil)
    #expect(try ChineseWorkingDays.isWorkingDay(date("2027-01-04")) == nil)
  }

  @Test func `a search over New Year uses each year's own arrangement and names the unknown one`()
    throws
  {
    // Friday 2023-12-29: a weekend of an unknown year, then New Year's Day 2024 as published.
    #expect(
      try ChineseWorkingDays.date(2, workingDaysAfter: date("2023-12-29"))
        == .init(date: date("2024-01-03"), unpublishedYear: 2023))
    // Wednesday 2026-12-30: one day of 2026, then a legal day and a weekend of an unknown year.
    #expect(
      try ChineseWorkingDays.date(2, workingDaysAfter: date("2026-12-30"))
        == .init(date: date("2027-01-04"), unpublishedYear: 2027))
    // Found before the unknown year begins.
    #expect(
      try ChineseWorkingDays.date(1, workingDaysAfter: date("2026-12-30"))
        == .init(date: date("2026-12-31")))
  }
}
