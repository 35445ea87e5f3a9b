// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Rostering
import Testing

struct RosterCheckerTests {
  /// What the checker says of one person's fortnight; `e`, `l`, `n` are shifts and `.` a day off.
  private func rules(
    _ tour: String, _ change: (inout RosterPerson) -> Void = { _ in }
  ) -> [RosterRule] {
    violations(tour, change).map(\.rule)
  }

  private func violations(
    _ tour: String, _ change: (inout RosterPerson) -> Void = { _ in }
  ) -> [RosterViolation] {
    var person = RosterPerson("a")
    change(&person)
    let days = SmallRosters.days(tour.count)
    let problem = RosterProblem(
      days: days, kinds: SmallRosters.kinds, groups: ["sales", "service"], people: [person],
      cover: [])
    var roster = Roster(people: 1, days: tour.count)
    roster.set(
      tour.map { mark in
        switch mark {
        case "e": Duty(kind: 0)
        case "l": Duty(kind: 1)
        case "n": Duty(kind: 2)
        case "s": Duty(kind: 0, group: 1)
        default: nil
        }
      }, of: 0)
    return RosterChecker(problem).violations(of: roster)
  }

  @Test func `a roster within the rules has nothing to tell`() {
    #expect(rules("ee.ll..") == [])
  }

  @Test func `days in a row are too many or too few`() {
    #expect(rules("eeee...") { $0.mostDaysInRow = 3 } == [.mostDaysInRow])
    #expect(rules(".e.ee..") { $0.leastDaysInRow = 2 } == [.leastDaysInRow])
    #expect(rules("ee.ee..") { $0.leastDaysOffInRow = 2 } == [.leastDaysOffInRow])
  }

  @Test func `runs that reach over the ends are not too short`() {
    #expect(rules("e.ee..e") { $0.leastDaysInRow = 2 } == [])
    #expect(rules(".ee..e.") { $0.leastDaysInRow = 2 } == [.leastDaysInRow])
  }

  @Test func `days before the first are part of a run`() {
    let worked = RosterHistory(lastKind: 0, run: 2)
    #expect(
      rules("ee.....") {
        $0.mostDaysInRow = 3
        $0.history = worked
      } == [.mostDaysInRow])
    #expect(
      rules(".......") {
        $0.leastDaysInRow = 3
        $0.history = worked
      } == [.leastDaysInRow])
    #expect(
      rules("e......") {
        $0.leastDaysOffInRow = 2
        $0.history = RosterHistory(lastKind: nil, run: 1)
      } == [.leastDaysOffInRow])
    let late = RosterHistory(lastKind: 1, run: 1)
    #expect(
      rules("e......") {
        $0.rest = 660
        $0.history = late
      } == [.rest])
  }

  @Test func `rest and successions concern neighbouring days`() {
    let found = violations("le.....") { $0.rest = 660 }
    #expect(found.map(\.rule) == [.rest])
    // From 22:00 to 06:00.
    #expect(found[0].found == 480 && found[0].allowed == 660 && found[0].day == 1)
    #expect(rules("l.e....") { $0.rest = 660 } == [])
    let pair = Succession(0, then: 1)
    #expect(rules("el.....") { $0.forbidden = [pair] } == [.succession(pair)])
  }

  @Test func `totals of kinds, nights, weekends and minutes have limits`() {
    #expect(rules("e.e.e..") { $0.mostOfKind = [2, nil, nil] } == [.mostOfKind(0)])
    #expect(rules("n..n...") { $0.mostNights = 1 } == [.mostNights])
    #expect(rules(".....ee") { $0.mostWeekends = 0 } == [.mostWeekends])
    #expect(rules(".....ee......e") { $0.mostWeekends = 1 } == [.mostWeekends])
    let period = ContractPeriod(days: 0..<7, least: 960, most: 1440, ceiling: 1920)
    #expect(rules("e......") { $0.contract = [period] } == [.leastMinutes(period: 0)])
    #expect(rules("eeee...") { $0.contract = [period] } == [])
    #expect(rules("eeeee..") { $0.contract = [period] } == [.mostMinutes(period: 0)])
  }

  @Test func `leave, settled days and groups are kept`() {
    #expect(rules("e......") { $0.leave = [0] } == [.leave])
    #expect(rules("e......") { $0.locked = [0: nil] } == [.locked])
    #expect(rules("e......") { $0.locked = [0: Duty(kind: 0)] } == [])
    #expect(rules("s......") == [.group(1)])
  }
}
