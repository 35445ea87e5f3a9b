// SPDX-License-Identifier: GPL-3.0-or-later

/// What a page can ask for that takes long.
package enum JobKind: String, CaseIterable, Sendable {
  /// The verdict with every replication, and the break-even over the volume.
  case verdict
  case explore
  /// People required by interval.
  case require
  /// Shifts to book.
  case plan
  /// Seats and people month by month.
  case headcount
  /// The rest of a day.
  case today
  /// Reply rules on simulated chats.
  case score
  /// Shifts given to people.
  case roster
}
