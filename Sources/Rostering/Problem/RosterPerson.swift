// SPDX-License-Identifier: GPL-3.0-or-later

/// Paid minutes that somebody may work within some days.
package struct ContractPeriod: Equatable, Sendable {
  /// Days of the horizon, counted from 0.
  package var days: Range<Int>
  /// Paid minutes of the contract; `most` may be passed up to `ceiling`, at the price of overtime.
  package var least: Int
  package var most: Int
  /// Never more than this, for instance by law; at least `most`.
  package var ceiling: Int

  package init(days: Range<Int>, least: Int = 0, most: Int, ceiling: Int? = nil) {
    self.days = days
    self.least = least
    self.most = most
    self.ceiling = max(most, ceiling ?? most)
  }
}

/// What somebody would like on a day.
package struct RosterWish: Equatable, Sendable {
  package var day: Int
  /// Of which shift the wish speaks; nil for any.
  package var kind: Int?
  /// To work (that shift), or not to.
  package var isOn: Bool
  /// Price of a wish that is not kept, 0 or more.
  package var weight: Int

  package init(day: Int, kind: Int? = nil, isOn: Bool, weight: Int) {
    self.day = day
    self.kind = kind
    self.isOn = isOn
    self.weight = weight
  }
}

/// What somebody worked just before the horizon.
package struct RosterHistory: Equatable, Sendable {
  /// The shift of the day before the first; nil if he was off.
  package var lastKind: Int?
  /// Days in a row, ending on the day before the first, on which he worked (with `lastKind`) or was
  /// off, at least 1.
  package var run: Int
  /// Paid minutes of the first contract period that lie before the horizon.
  package var minutesBefore: Int

  package init(lastKind: Int?, run: Int, minutesBefore: Int = 0) {
    self.lastKind = lastKind
    self.run = run
    self.minutesBefore = minutesBefore
  }
}

/// A shift that may not follow another on the next day.
package struct Succession: Hashable, Sendable {
  package var first: Int
  package var second: Int

  package init(_ first: Int, then second: Int) {
    self.first = first
    self.second = second
  }
}

/// Somebody who is given shifts, with the rules that no roster of his may break.
package struct RosterPerson: Equatable, Sendable {
  package var name: String
  /// Indices of the groups he can work for, in order.
  package var groups: [Int]
  /// Consecutive periods over the whole horizon, or none where minutes do not matter.
  package var contract: [ContractPeriod]
  /// Days in a row with work, `least` 1 or more.
  package var leastDaysInRow: Int
  package var mostDaysInRow: Int?
  package var leastDaysOffInRow: Int
  /// Minutes between the end of a shift and the start of the next.
  package var rest: Int
  package var forbidden: Set<Succession>
  /// Shifts of each kind over the horizon, in the order of the kinds; nil without limit, 0 for a kind
  /// that he does not work. Empty without any limit.
  package var mostOfKind: [Int?]
  /// Weekends with work on Saturday or Sunday.
  package var mostWeekends: Int?
  package var mostNights: Int?
  /// Days off that are granted: leave, and days on which he never works.
  package var leave: Set<Int>
  package var wishes: [RosterWish]
  /// Days whose shift, or day off, is settled.
  package var locked: [Int: Duty?]
  /// nil where the days before are not known: then runs over the boundary are not too short.
  package var history: RosterHistory?
  /// His part of nights and weekends beside that of others, for instance the contract's minutes.
  package var share: Int

  package init(
    _ name: String, groups: [Int] = [0], contract: [ContractPeriod] = [], leastDaysInRow: Int = 1,
    mostDaysInRow: Int? = nil, leastDaysOffInRow: Int = 1, rest: Int = 0,
    forbidden: Set<Succession> = [], mostOfKind: [Int?] = [], mostWeekends: Int? = nil,
    mostNights: Int? = nil, leave: Set<Int> = [], wishes: [RosterWish] = [],
    locked: [Int: Duty?] = [:], history: RosterHistory? = nil, share: Int = 1
  ) {
    self.name = name
    self.groups = groups
    self.contract = contract
    self.leastDaysInRow = leastDaysInRow
    self.mostDaysInRow = mostDaysInRow
    self.leastDaysOffInRow = leastDaysOffInRow
    self.rest = rest
    self.forbidden = forbidden
    self.mostOfKind = mostOfKind
    self.mostWeekends = mostWeekends
    self.mostNights = mostNights
    self.leave = leave
    self.wishes = wishes
    self.locked = locked
    self.history = history
    self.share = share
  }

  /// The most shifts of a kind; nil without limit.
  package func most(of kind: Int) -> Int? {
    kind < mostOfKind.count ? mostOfKind[kind] : nil
  }
}
