// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Testing

@Suite struct CivilTimeTests {
  @Test func `dates and day numbers agree with a count of days from 1970`() throws {
    var date = try #require(CivilDate(year: 1970, month: 1, day: 1))
    #expect(date.dayNumber == 0)
    var number = 0
    for year in 1970...2100 {
      for month in 1...12 {
        let length = [
          31, year % 4 == 0 && year != 2100 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31,
          30, 31,
        ][month - 1]
        #expect(try #require(YearMonth(year: year, month: month)).dayCount == length)
        for day in 1...length {
          #expect(date.dayNumber == number)
          #expect(date.components == (year, month, day))
          number += 1
          date = date.advanced(by: 1)
        }
      }
    }
  }

  @Test func `weekdays are right before and after 1970`() throws {
    let known: [(String, Weekday)] = [
      ("1969-12-31", .wednesday), ("2000-02-29", .tuesday), ("2026-11-11", .wednesday),
      ("1900-01-01", .monday),
    ]
    for (text, weekday) in known {
      #expect(try #require(CivilDate(iso: text)).weekday == weekday)
    }
  }

  @Test(arguments: ["2026-02-29", "2026-13-01", "2026-1-01", "26-01-01", "2026-01-00", "", "x"])
  func `days that do not exist are refused`(text: String) {
    #expect(CivilDate(iso: text) == nil)
  }

  @Test func `adding months keeps the day or takes the month's last`() throws {
    let end = try #require(CivilDate(iso: "2023-11-30"))
    #expect(end.adding(months: 3).description == "2024-02-29")
    #expect(end.adding(months: -9).description == "2023-02-28")
    #expect(end.adding(months: 13).description == "2024-12-30")
  }

  @Test func `months count across years in both directions`() throws {
    let month = try #require(YearMonth(iso: "2026-11"))
    #expect(month.advanced(by: 2).description == "2027-01")
    #expect(month.advanced(by: -11).description == "2025-12")
    #expect(month.months(to: month.advanced(by: -25)) == -25)
    #expect(month.days.count == 30)
  }

  @Test func `clock times run from midnight to the end of the day`() {
    #expect(ClockTime(iso: "9:00")?.secondsSinceMidnight == 32_400)
    #expect(ClockTime(iso: "24:00") == .endOfDay)
    #expect(ClockTime(iso: "24:01") == nil)
    #expect(ClockTime(iso: "09:60") == nil)
    #expect(ClockTime(iso: "9") == nil)
    #expect(ClockTime(iso: "07:05:09")?.description == "07:05:09")
  }

  @Test func `a span knows its days, its months and what it shares with another`() throws {
    let day = { (text: String) in try #require(CivilDate(iso: text)) }
    let span = try #require(DateSpan(first: try day("2026-10-20"), last: try day("2026-12-02")))
    #expect(span.count == 44)
    #expect(span.months.map(\.description) == ["2026-10", "2026-11", "2026-12"])
    #expect(DateSpan(first: try day("2026-12-02"), last: try day("2026-10-20")) == nil)
    let other = try #require(DateSpan(first: try day("2026-12-01"), last: try day("2027-01-05")))
    #expect(span.intersection(other)?.count == 2)
  }
}
