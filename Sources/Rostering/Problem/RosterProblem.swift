// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars

/// People wanted on a day in a shift of a group, and what it costs to miss that.
package struct CoverDemand: Equatable, Sendable {
  package var day: Int
  package var duty: Duty
  package var people: Int
  /// Price of each person too few, and of each too many; 0 or more.
  package var under: Int
  package var over: Int

  package init(day: Int, duty: Duty, people: Int, under: Int, over: Int) {
    self.day = day
    self.duty = duty
    self.people = people
    self.under = under
    self.over = over
  }
}

/// What is priced beside cover and wishes, in the same unit; 0 leaves it out.
package struct RosterPrices: Equatable, Sendable {
  /// Of somebody in a shift for which there is no demand that day.
  package var unneeded: Int
  /// Of each place that differs from the previous roster.
  package var change: Int
  /// Times the square of weekends, or nights, above somebody's fair share.
  package var weekends: Int
  package var nights: Int
  /// Of an hour above the contract.
  package var overtime: Int

  package init(
    unneeded: Int = 0, change: Int = 0, weekends: Int = 0, nights: Int = 0, overtime: Int = 0
  ) {
    self.unneeded = unneeded
    self.change = change
    self.weekends = weekends
    self.nights = nights
    self.overtime = overtime
  }
}

/// Who is to be given which shifts: people with their rules, cover with its prices.
///
/// What people may do is never broken; how many are there is priced.
package struct RosterProblem: Equatable, Sendable {
  package var days: DateSpan
  package var kinds: [RosterShift]
  package var groups: [String]
  package var people: [RosterPerson]
  /// At most one for each day and duty.
  package var cover: [CoverDemand]
  package var prices: RosterPrices
  /// The roster that is changed, over the same people and days.
  package var previous: Roster?

  package init(
    days: DateSpan, kinds: [RosterShift], groups: [String] = [""], people: [RosterPerson],
    cover: [CoverDemand], prices: RosterPrices = RosterPrices(), previous: Roster? = nil
  ) {
    self.days = days
    self.kinds = kinds
    self.groups = groups
    self.people = people
    self.cover = cover
    self.prices = prices
    self.previous = previous
  }

  /// Duties of a day; a duty's place among them is `kind × groups + group`.
  var dutyCount: Int { kinds.count * groups.count }

  func place(of duty: Duty) -> Int { duty.kind * groups.count + duty.group }

  func duty(at place: Int) -> Duty {
    Duty(kind: place / groups.count, group: place % groups.count)
  }

  /// Whether a person may never work `second` on the day after `first`.
  package func forbids(_ first: Int, then second: Int, for person: RosterPerson) -> Bool {
    if person.forbidden.contains(Succession(first, then: second)) { return true }
    return rest(after: first, before: second, daysLater: 1) < person.rest
  }

  /// Minutes from the end of a shift to the start of another.
  package func rest(after first: Int, before second: Int, daysLater: Int) -> Int {
    daysLater * 1440 + kinds[second].start - kinds[first].start - kinds[first].length
  }
}
