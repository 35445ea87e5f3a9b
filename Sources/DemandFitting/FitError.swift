// SPDX-License-Identifier: GPL-3.0-or-later

package import Tables

/// Why nothing can be learned from a history.
package enum FitError: Error, Equatable, Sendable {
  /// No day has a known interval.
  case noData
  /// Every count is zero.
  case allZero
  /// The normal equations have no solution; counts beyond 10¹² or the like.
  case notSolvable
  /// A row of an events file that is no `date,name,kind`.
  case badEvent(line: Int, found: String)
  /// A heading of an events file that means nothing.
  case eventColumn(line: Int, String, known: [String])
  /// Two columns of an events file that mean the same.
  case eventColumns(line: Int, [String])
  /// An events file whose header has no `date`.
  case noEventDates(header: String)
  /// An events file that is no table.
  case eventTable(TableError)
  /// A forecast that begins before the history ends by more than a day.
  case futureBeforeHistory
  /// An interval of the future that the history's intervals do not add up to.
  case intervalMismatch(history: Int, future: Int)
  /// A forecast that spans more days than can be said anything of.
  case futureTooLong(days: Int, allowed: Int)
  case tooFewDays(found: Int, needed: Int)
  /// A history of more days than a model is fitted to.
  case tooManyDays(found: Int, allowed: Int)
}
