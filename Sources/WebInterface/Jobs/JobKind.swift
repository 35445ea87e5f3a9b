// SPDX-License-Identifier: GPL-3.0-or-later

/// What a page can ask for that takes long.
enum JobKind: String, CaseIterable, Sendable {
  /// The verdict with every replication, and the break-even over the volume.
  case verdict
  case explore
  /// People required by interval.
  case require
  /// Shifts to book.
  case plan
  /// Reply rules on simulated chats.
  case score
  /// Shifts given to people.
  case roster
}
