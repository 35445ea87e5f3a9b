// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars

/// Why a log cannot be graded by a rule.
package struct ScoreError: Error, Equatable, Sendable {
  package enum Reason: Equatable, Sendable {
    /// No version of the rule is in force on any day.
    case notInForce(on: DateSpan, first: CivilDate?)
    /// Nothing of what the rule counts stands in the log.
    case nothingToCount
    /// Everything lies outside the rule's times of day.
    case windowNeverMet(ClockWindow)
    case allExempt(DateSpan)
  }

  /// Key of the rule.
  package let key: String
  package let reason: Reason

  package init(key: String, _ reason: Reason) {
    self.key = key
    self.reason = reason
  }
}
