// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Randomness
import Rostering

/// Problems small enough to look at every roster, drawn by chance.
struct SmallRosters {
  static let monday = CivilDate(unchecked: 2026, 11, 2)

  static let kinds = [
    RosterShift("early", start: 360, length: 480),
    RosterShift("late", start: 840, length: 480),
    RosterShift("night", start: 1320, length: 600),
  ]

  static func days(_ count: Int, from first: CivilDate = monday) -> DateSpan {
    DateSpan(unchecked: first, first.advanced(by: count - 1))
  }

  private var random: SplitMix

  init(seed: UInt64) { random = SplitMix(state: SplitMix.mix(seed)) }

  private mutating func below(_ bound: Int) -> Int { Int(random.next() % UInt64(bound)) }

  /// Somebody with rules of which some bind.
  mutating func person(_ name: String, days: Int, kinds: Int) -> RosterPerson {
    var person = RosterPerson(
      name, leastDaysInRow: 1 + below(2), mostDaysInRow: 2 + below(3),
      leastDaysOffInRow: 1 + below(2))
    if below(2) == 0 { person.rest = 660 }
    if below(2) == 0, kinds > 1 { person.forbidden = [Succession(1, then: 0)] }
    person.mostOfKind = (0..<kinds).map { _ in below(3) == 0 ? below(3) : nil }
    if below(2) == 0 { person.mostWeekends = below(2) }
    if below(3) == 0 { person.mostNights = below(2) }
    if below(2) == 0 { person.leave = [below(days)] }
    if below(3) == 0 {
      person.history = RosterHistory(lastKind: below(2) == 0 ? 0 : nil, run: 1 + below(2))
    }
    if below(2) == 0 {
      let cut = 1 + below(days - 1)
      person.contract = [
        ContractPeriod(days: 0..<cut, most: 480 * cut, ceiling: 600 * cut),
        ContractPeriod(days: cut..<days, least: 0, most: 480 + 480 * below(3)),
      ]
    } else {
      person.contract = [
        ContractPeriod(days: 0..<days, least: 480 * below(3), most: 480 * (2 + below(3)))
      ]
    }
    for _ in 0..<2 {
      person.wishes.append(
        RosterWish(
          day: below(days), kind: below(2) == 0 ? nil : below(kinds), isOn: below(2) == 0,
          weight: 1 + below(9)))
    }
    return person
  }

  mutating func problem(people: Int, days: Int, kinds count: Int) -> RosterProblem {
    let first = Self.monday.advanced(by: below(7))
    var cover: [CoverDemand] = []
    for day in 0..<days {
      for kind in 0..<count {
        cover.append(
          CoverDemand(
            day: day, duty: Duty(kind: kind), people: below(people + 1), under: 10 + below(30),
            over: below(4)))
      }
    }
    return RosterProblem(
      days: Self.days(days, from: first), kinds: Array(Self.kinds.prefix(count)),
      people: (0..<people).map { person("p\($0)", days: days, kinds: count) }, cover: cover,
      prices: RosterPrices(unneeded: 1, weekends: below(3), nights: below(3), overtime: below(60)))
  }
}

/// Every tour of a person: all combinations of shifts and days off.
func everyTour(days: Int, kinds: Int) -> [[Duty?]] {
  var tours: [[Duty?]] = [[]]
  for _ in 0..<days {
    tours = tours.flatMap { tour in
      [tour + [nil]] + (0..<kinds).map { tour + [Duty(kind: $0)] }
    }
  }
  return tours
}

extension Roster {
  mutating func set(_ tour: [Duty?], of person: Int) {
    for (day, duty) in tour.enumerated() { self[person, day] = duty }
  }
}
