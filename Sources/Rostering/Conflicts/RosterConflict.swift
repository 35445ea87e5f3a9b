// SPDX-License-Identifier: GPL-3.0-or-later

/// One rule of a person, as it can be taken away alone.
package enum PersonLimit: Hashable, Sendable {
  /// A day off that is granted, or settled.
  case leave(day: Int)
  case locked(day: Int)
  case leastMinutes(period: Int)
  case mostMinutes(period: Int)
  case leastDaysInRow
  case mostDaysInRow
  case leastDaysOffInRow
  /// Rest and forbidden successions.
  case successions
  case mostOfKind(Int)
  case mostWeekends
  case mostNights
  /// What was worked before the first day.
  case history
}

/// Rules of somebody that cannot all be kept, of which none can be left out: without any one of them
/// there is a roster.
package struct RosterConflict: Equatable, Sendable {
  package var person: Int
  package var limits: [PersonLimit]
  /// Where a number of paid minutes is among them: the value with which the others can be kept.
  package var possible: [PersonLimit: Int]

  package init(person: Int, limits: [PersonLimit], possible: [PersonLimit: Int] = [:]) {
    self.person = person
    self.limits = limits
    self.possible = possible
  }
}

/// Everybody whose rules allow no roster.
package struct RosterConflicts: Error, Equatable, Sendable {
  package var conflicts: [RosterConflict]

  package init(conflicts: [RosterConflict]) { self.conflicts = conflicts }
}
