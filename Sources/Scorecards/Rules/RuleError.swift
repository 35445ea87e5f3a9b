// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Tables

/// What is wrong with a file of reply rules.
package struct RuleError: Error, Equatable, Sendable {
  /// Line of the file, from 1; 0 where the file as a whole is meant.
  package let line: Int
  /// Column that is meant, if one is.
  package let column: String?
  package let problem: Problem

  package init(line: Int, column: String? = nil, _ problem: Problem) {
    self.line = line
    self.column = column
    self.problem = problem
  }

  package enum Problem: Equatable, Sendable {
    case table(TableError.Kind)
    case unknownColumn(known: [String])
    case columnMissing
    case empty
    case notOneOf(String, allowed: [String])
    /// No key such as `own.3min`.
    case notAKey(String)
    case notAWindow(String)
    case notSeconds(String)
    case notADate(String)
    case notDates(String)
    case notAPeriod(String)
    case notALadder(String)
    /// A grade whose bound is not behind that of the better grade before it.
    case gradesOutOfOrder(String, after: String)
    case unknownTarget(String, known: [String])
    /// A mean of customers, which no platform has.
    case meanOfCustomers
    /// The first day of a version comes after its last.
    case validityReversed(from: CivilDate, to: CivilDate)
    case repeatedVersion(String, firstLine: Int)
    /// Two versions of a rule are in force on a day.
    case versionsOverlap(key: String, version: String, other: String, date: CivilDate)
    /// No version of a rule is in force between two of them.
    case versionsGap(key: String, version: String, other: String, days: DateSpan)
  }
}
