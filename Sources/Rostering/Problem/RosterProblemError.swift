// SPDX-License-Identifier: GPL-3.0-or-later

/// A number of a problem that has its bounds.
package enum RosterQuantity: String, CaseIterable, Sendable {
  case days, people, duties, shiftStart, shiftLength, paidMinutes, price, demandDay, demandShift
  case demandGroup, demandPeople, underPrice, overPrice, leastDaysInRow, mostDaysInRow
  case leastDaysOffInRow, rest, group, leastMinutes, mostMinutes, wishDay, wishWeight, lockedDay
  case lockedShift, lockedGroup, daysBefore
}

/// Why a problem is not one that can be solved.
package enum RosterProblemError: Error, Equatable, Sendable {
  case nobody
  case noShifts
  /// A value outside what is allowed; `person` is nil for what concerns nobody in particular.
  case outside(RosterQuantity, person: String?, found: Int, allowed: ClosedRange<Int>)
  /// A person's contract periods do not follow one another from the first day to the last.
  case contractHasGaps(person: String)
  /// Two demands for the same day and duty.
  case coverTwice(day: Int, kind: String, group: String)
  /// So many different limits on kinds of shifts that a person's days cannot be looked through.
  case tooManyLimits(person: String, cells: Int, allowed: Int)
}

extension RosterProblem {
  /// Days that a roster may have.
  package static let allowedDays = 1...371
  package static let allowedPeople = 1...2000
  /// Kinds times groups.
  package static let allowedDuties = 1...500
  static let allowedPrices = 0...1_000_000_000

  /// - Throws: The first thing that is wrong.
  package func check() throws(RosterProblemError) {
    guard !people.isEmpty else { throw .nobody }
    guard !kinds.isEmpty, !groups.isEmpty else { throw .noShifts }
    func check(
      _ what: RosterQuantity, _ found: Int, _ allowed: ClosedRange<Int>, _ person: String? = nil
    ) throws(RosterProblemError) {
      guard allowed.contains(found) else {
        throw .outside(what, person: person, found: found, allowed: allowed)
      }
    }
    try check(.days, days.count, Self.allowedDays)
    try check(.people, people.count, Self.allowedPeople)
    try check(.duties, dutyCount, Self.allowedDuties)
    for kind in kinds {
      try check(.shiftStart, kind.start, 0...1439)
      try check(.shiftLength, kind.length, 1...1440)
      try check(.paidMinutes, kind.paid, 0...kind.length)
    }
    for price in [prices.unneeded, prices.change, prices.weekends, prices.nights, prices.overtime] {
      try check(.price, price, Self.allowedPrices)
    }
    var seen: Set<Int> = []
    for demand in cover {
      try check(.demandDay, demand.day, 0...days.count - 1)
      try check(.demandShift, demand.duty.kind, 0...kinds.count - 1)
      try check(.demandGroup, demand.duty.group, 0...groups.count - 1)
      try check(.demandPeople, demand.people, 0...100_000)
      try check(.underPrice, demand.under, Self.allowedPrices)
      try check(.overPrice, demand.over, Self.allowedPrices)
      guard seen.insert(demand.day * dutyCount + place(of: demand.duty)).inserted else {
        throw .coverTwice(
          day: demand.day, kind: kinds[demand.duty.kind].name, group: groups[demand.duty.group])
      }
    }
    for person in people { try checkPerson(person, check) }
  }

  private func checkPerson(
    _ person: RosterPerson,
    _ check: (RosterQuantity, Int, ClosedRange<Int>, String?) throws(RosterProblemError) -> Void
  ) throws(RosterProblemError) {
    let name = person.name
    try check(.leastDaysInRow, person.leastDaysInRow, 1...31, name)
    if let most = person.mostDaysInRow {
      try check(.mostDaysInRow, most, person.leastDaysInRow...31, name)
    }
    try check(.leastDaysOffInRow, person.leastDaysOffInRow, 1...31, name)
    // A longer rest would reach over a day off, which no limit on neighbouring days can say.
    let shortest = kinds.indices.flatMap { first in
      kinds.indices.map { rest(after: first, before: $0, daysLater: 2) }
    }
    try check(.rest, person.rest, 0...max(0, shortest.min() ?? 0), name)
    for group in person.groups { try check(.group, group, 0...groups.count - 1, name) }
    var next = 0
    for period in person.contract {
      guard period.days.lowerBound == next, !period.days.isEmpty else {
        throw .contractHasGaps(person: name)
      }
      next = period.days.upperBound
      try check(.leastMinutes, period.least, 0...1_000_000, name)
      try check(.mostMinutes, period.most, 0...1_000_000, name)
    }
    guard person.contract.isEmpty || next == days.count else {
      throw .contractHasGaps(person: name)
    }
    for wish in person.wishes {
      try check(.wishDay, wish.day, 0...days.count - 1, name)
      try check(.wishWeight, wish.weight, Self.allowedPrices, name)
    }
    for (day, duty) in person.locked.sorted(by: { $0.key < $1.key }) {
      try check(.lockedDay, day, 0...days.count - 1, name)
      if let duty {
        try check(.lockedShift, duty.kind, 0...kinds.count - 1, name)
        try check(.lockedGroup, duty.group, 0...groups.count - 1, name)
      }
    }
    if let history = person.history { try check(.daysBefore, history.run, 1...10_000, name) }
  }
}
