// SPDX-License-Identifier: GPL-3.0-or-later

package import Pricing
package import Rostering

/// What is wrong with a file of staff, shifts, cover or a roster, and where.
package struct RosterFileError: Error, Equatable, Sendable {
  package enum Problem: Equatable, Sendable {
    /// What any table can have.
    case record(RecordError.Problem)
    case outside(String, allowed: ClosedRange<Int>)
    /// A cell that has a form of its own.
    case notLike(String, example: String)
    /// Two limits of a row that contradict each other.
    case above(String, limit: String)
    /// The files are sound one by one.
    case together(RosterProblemError)
  }

  /// Line of the file, from 1; 0 for the file as a whole.
  package var line: Int
  package var column: String?
  package var problem: Problem

  package init(line: Int, column: String? = nil, _ problem: Problem) {
    self.line = line
    self.column = column
    self.problem = problem
  }
}
