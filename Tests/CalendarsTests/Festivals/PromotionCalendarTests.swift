// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Testing

@Suite struct PromotionCalendarTests {
  @Test func `every event is dated for 2024 to 2027 with a source for each phase`() {
    #expect(
      PromotionCalendar.eventNames == [
        "618", "double_11", "double_12", "nian_huo_jie", "38", "spring_festival",
      ])
    for event in PromotionCalendar.eventNames {
      #expect(PromotionCalendar.years(of: event) == [2024, 2025, 2026, 2027])
    }
    #expect(PromotionCalendar.phases.count == 124)
    for phase in PromotionCalendar.phases {
      #expect(!phase.source.isEmpty)
      #expect(phase.lift > 0)
      let known = ["published", "uncertain"].contains(phase.dates)
      #expect(known || phase.dates.hasPrefix("assumed from "))
    }
  }

  @Test func `phases of one event follow each other without gap or overlap`() {
    for event in PromotionCalendar.eventNames {
      for year in PromotionCalendar.years(of: event) {
        for platform in PromotionCalendar.platforms(of: event, year: year) {
          let phases = PromotionCalendar.presets(named: event, year: year, platform: platform)
          #expect(!phases.isEmpty)
          for (phase, next) in zip(phases, phases.dropFirst()) {
            #expect(phase.endDate == next.startDate && phase.endTime == next.startTime)
          }
          for phase in phases {
            #expect((phase.startDate, phase.startTime) < (phase.endDate, phase.endTime))
          }
        }
      }
    }
  }

  @Test func `the trough lies around the computed Spring Festival`() throws {
    for year in 2024...2027 {
      let festival = try #require(Festival.springFestival.date(in: year))
      let trough = PromotionCalendar.presets(named: "spring_festival", year: year)
        .first { $0.phase == "trough" }
      #expect(trough?.startDate == festival.advanced(by: -1))
      #expect((trough?.lift ?? 1) < 1)
    }
  }

  @Test func `published openings are instants`() throws {
    let phases = PromotionCalendar.presets(named: "double_11", year: 2025, platform: "tmall")
    let deposit = try #require(phases.first { $0.phase == "deposit" })
    #expect(deposit.startDate.description == "2025-10-15")
    #expect(deposit.startTime.description == "20:00")
    let jd = PromotionCalendar.presets(named: "double_11", year: 2025, platform: "jd")
    #expect(jd.first?.startDate.description == "2025-10-09")
    #expect(PromotionCalendar.presets(named: "double_11", year: 2019).isEmpty)
  }
}
