// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Foundation
import Testing

@Suite struct FestivalTests {
  /// Month and day of each year from 2020 on, as almanacs print them.
  static let almanac: [Festival: [String]] = [
    .springFestival: [
      "01-25", "02-12", "02-01", "01-22", "02-10", "01-29", "02-17", "02-06", "01-26", "02-13",
      "02-03", "01-23", "02-11", "01-31", "02-19", "02-08",
    ],
    .lantern: ["02-08", "02-26", "02-15", "02-05", "02-24", "02-12", "03-03", "02-20"],
    .qingming: ["04-04", "04-04", "04-05", "04-05", "04-04", "04-04", "04-05", "04-05"],
    .dragonBoat: [
      "06-25", "06-14", "06-03", "06-22", "06-10", "05-31", "06-19", "06-09", "05-28", "06-16",
      "06-05",
    ],
    .qixi: ["08-25", "08-14", "08-04", "08-22", "08-10", "08-29", "08-19", "08-08"],
    .midAutumn: [
      "10-01", "09-21", "09-10", "09-29", "09-17", "10-06", "09-25", "09-15", "10-03", "09-22",
      "09-12",
    ],
  ]

  @Test(arguments: Festival.allCases)
  func `a festival falls on the day that almanacs print`(festival: Festival) throws {
    let days = try #require(Self.almanac[festival])
    for (index, day) in days.enumerated() {
      #expect(festival.date(in: 2020 + index)?.description == "\(2020 + index)-\(day)")
    }
  }

  @Test func `the computed calendar agrees with the system's for 2020 to 2035`() throws {
    var calendar = Foundation.Calendar(identifier: .chinese)
    calendar.timeZone = try #require(TimeZone(identifier: "Asia/Shanghai"))
    let days: [(Festival, Int, Int)] = [
      (.springFestival, 1, 1), (.lantern, 1, 15), (.dragonBoat, 5, 5), (.qixi, 7, 7),
      (.midAutumn, 8, 15),
    ]
    for year in 2020...2035 {
      for (festival, month, day) in days {
        let date = try #require(festival.date(in: year))
        let noon = Date(timeIntervalSince1970: Double(date.dayNumber) * 86_400 + 4 * 3600)
        let parts = calendar.dateComponents([.month, .day, .isLeapMonth], from: noon)
        #expect(parts.month == month && parts.day == day && parts.isLeapMonth != true)
      }
    }
  }

  @Test func `the leap eleventh month of 2033 leaves the twelfth before the new year`() throws {
    let twelfth = try #require(LunarCalendar.date(year: 2033, month: 12, day: 1))
    #expect(twelfth.description == "2034-01-20")
    #expect(LunarCalendar.date(year: 2033, month: 11, day: 1)?.description == "2033-11-22")
  }

  @Test func `a month or day that no lunar year has is refused`() {
    #expect(LunarCalendar.date(year: 2026, month: 13, day: 1) == nil)
    #expect(LunarCalendar.date(year: 2026, month: 1, day: 31) == nil)
    #expect(Festival.midAutumn.date(in: 1800) == nil)
  }
}
