// SPDX-License-Identifier: GPL-3.0-or-later

/// What a person's days must keep.
package enum RosterRule: Hashable, Sendable {
  /// He works for a group that is not his.
  case group(Int)
  case leave
  case locked
  case leastDaysInRow
  case mostDaysInRow
  case leastDaysOffInRow
  /// Minutes between two shifts.
  case rest
  case succession(Succession)
  case mostOfKind(Int)
  case mostWeekends
  case mostNights
  /// Paid minutes of a contract period.
  case leastMinutes(period: Int)
  case mostMinutes(period: Int)
}

/// A rule that a roster breaks.
package struct RosterViolation: Equatable, Sendable {
  package var person: Int
  /// The day on which it shows: of a run the last, of a total the first of its days.
  package var day: Int
  package var rule: RosterRule
  /// What the roster has, in the rule's own unit (days, minutes, shifts); 1 where the rule has none.
  package var found: Int
  /// The limit that it passes; 0 where the rule has none.
  package var allowed: Int
}
