// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Capacity
import Scenarios
import TestSupport
import Testing

struct ShiftPatternTests {
  private let hour = 3600

  @Test func `without starts a shift may begin in every interval from which it ends by closing`() {
    let shifts = ShiftSupply(group: "team").shifts(open: 9 * hour..<24 * hour, step: 1800)
    #expect(shifts.count == 15)
    #expect(shifts.first?.name == "09:00-17:00")
    #expect(shifts.last?.name == "16:00-24:00")
  }

  @Test func `every place of the pause is a shift of its own`() {
    let supply = ShiftSupply(
      group: "team", starts: [ClockTime(unchecked: 9 * hour)], lengths: [540], breakMinutes: 60,
      breakAfter: 180...300)
    let shifts = supply.shifts(open: 9 * hour..<24 * hour, step: 1800)
    #expect(
      shifts.map { $0.breaks[0].start.description } == [
        "12:00", "12:30", "13:00", "13:30", "14:00",
      ])
    #expect(shifts.allSatisfy { $0.breaks[0].length == hour })
  }

  @Test func `a desk that never closes has shifts over midnight`() {
    let shifts = ShiftSupply(group: "team").shifts(open: 0..<24 * hour, step: 3600)
    #expect(shifts.count == 24)
    #expect(shifts.contains { $0.name == "20:00-04:00" })
  }

  @Test func `a desk that closes after midnight has shifts that end then`() {
    let shifts = ShiftSupply(group: "team", lengths: [240]).shifts(
      open: 18 * hour..<26 * hour, step: 3600)
    #expect(
      shifts.map(\.name) == [
        "18:00-22:00", "19:00-23:00", "20:00-24:00", "21:00-01:00", "22:00-02:00",
      ])
  }

  @Test func `a shift longer than the day begins when the desk opens`() {
    let shifts = ShiftSupply(group: "team", lengths: [720]).shifts(
      open: 10 * hour..<16 * hour, step: 1800)
    #expect(shifts.map(\.name) == ["10:00-22:00"])
  }

  @Test func `of the starts that are asked for no other comes about, and none beyond closing`() {
    let starts = [9, 20].map { ClockTime(unchecked: $0 * hour) }
    let shifts = ShiftSupply(group: "team", starts: starts, lengths: [240, 480]).shifts(
      open: 9 * hour..<24 * hour, step: 1800)
    #expect(shifts.map(\.name) == ["09:00-13:00", "20:00-24:00", "09:00-17:00"])
    let late = ShiftSupply(
      group: "team", starts: [ClockTime(unchecked: 22 * hour)], lengths: [240, 480])
    #expect(late.shifts(open: 9 * hour..<24 * hour, step: 1800).map(\.name) == ["22:00-02:00"])
  }

  @Test func `lines that are written say what can be booked`() {
    let lines = [
      StaffingLine(group: "a", shift: shift(9, 17), agents: 2),
      StaffingLine(group: "a", shift: shift(12, 24), agents: 1),
      StaffingLine(
        group: "b", shift: shift(9, 13), agents: 1, engagement: .shortTerm,
        dates: [ToyShop.span("2026-01-05", "2026-01-06")]),
      StaffingLine(
        group: "b", shift: shift(9, 13), agents: 1, engagement: .shortTerm,
        dates: [ToyShop.span("2026-01-07", "2026-01-09")]),
      StaffingLine(group: "c", shift: shift(9, 17), agents: 9, engagement: .shared),
    ]
    let design = StaffingPlan(lines: lines).impliedDesign
    #expect(design.supplies.map(\.group) == ["a", "b"])
    #expect(design.supplies[0].lengths == [480, 720])
    #expect(design.supplies[1].dates == [ToyShop.span("2026-01-05", "2026-01-09")])
  }

  private func shift(_ from: Int, _ to: Int) -> ShiftPattern {
    ShiftPattern(name: "\(from)", hours: ToyShop.clock(from, to))
  }
}
