// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Demand
import Scenarios
import Testing

/// What a planner may do to a promotion: move it, and say what it takes from the days around it.
@Suite struct PromotionWhatIfTests {
  private func wave(_ borrowing: PromotionBorrowing? = nil) throws -> PromotionWave {
    PromotionWave(
      name: "sale",
      phases: [
        PromotionPhase(
          name: "warm-up", start: try instant("2026-11-09"), end: try instant("2026-11-11"),
          lift: 1.5),
        PromotionPhase(
          name: "sale", start: try instant("2026-11-10T20:00"), end: try instant("2026-11-13"),
          lift: 5, decay: .hours(24), profile: Array(1...24).map(Double.init)),
      ], borrowing: borrowing)
  }

  private func volume(_ promotions: [PromotionWave], months: [Double]? = nil) throws -> [Double] {
    var demand = SeasonalDemand(dailyMean: 100, promotions: promotions)
    demand.weekdayFactors = [1, 1.2, 0.9, 1, 1, 0.8, 0.7]
    return try ArrivalPlan(
      scenario: shop([stream(demand)], from: "2026-11-01", to: "2026-11-30")
    ).expectedByDay()
  }

  @Test func `a promotion that borrows all it brings leaves the month's volume as it was`() throws {
    let ordinary = try volume([])
    let borrowed = try volume([
      wave(PromotionBorrowing(share: 1, daysBefore: 8, daysAfter: 10))
    ])
    #expect(abs(borrowed.reduce(0, +) - ordinary.reduce(0, +)) < 1e-9)
    #expect(borrowed[9] > 1.5 * ordinary[9] - 1e-9 && borrowed[10] > 2 * ordinary[10])
  }

  @Test func `three tenths borrowed are missing evenly on the days around only`() throws {
    let ordinary = try volume([])
    let full = try volume([wave()])
    let lent = try volume([wave(PromotionBorrowing(share: 0.3, daysBefore: 3, daysAfter: 7))])
    let extra = full.reduce(0, +) - ordinary.reduce(0, +)
    let around = Array(5..<8) + Array(12..<19)
    let level = 1 - 0.3 * extra / around.reduce(0) { $0 + ordinary[$1] }
    for day in ordinary.indices {
      let expected = around.contains(day) ? ordinary[day] * level : full[day]
      #expect(abs(lent[day] - expected) < 1e-9, "day \(day)")
    }
  }

  @Test func `days can give up no more than all they have`() throws {
    let lent = try volume([wave(PromotionBorrowing(share: 1, daysBefore: 1, daysAfter: 0))])
    #expect(lent[7] == 0)
    #expect(lent.allSatisfy { $0 >= 0 })
  }

  @Test func `a moved promotion brings its lifts to other days`() throws {
    let moved = try volume([wave().moved(days: -7)])
    let ordinary = try volume([])
    let dated = try volume([wave()])
    // A week earlier the weekdays are the same.
    for day in 0..<23 { #expect(abs(moved[day] - dated[day + 7]) < 1e-9) }
    for day in 12..<30 { #expect(moved[day] == ordinary[day]) }
  }
}
