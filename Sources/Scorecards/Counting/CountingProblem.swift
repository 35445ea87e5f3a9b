// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars

/// Why a rule cannot be counted from what a simulation books by interval.
package enum CountingProblem: Error, Equatable, Sendable {
  /// Robots, returns or words left are in recorded logs alone.
  case needsRecordedLog
  /// Customers or single messages are no rows: the unit that the rule counts.
  case unit(ReplyUnit)
  /// The clock starts with the last message of a round.
  case lastMessage
  /// What counts is the hour of the reply, or of a round that of its session.
  case windowTest(ReplyRule.WindowTest)
  /// Some versions are shares and others means.
  case mixedStatistics
  /// No version is in force; its first begins then.
  case notInForce(from: CivilDate?)
}
