// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Money

/// What is wrong with a recorded file, and where.
package struct RecordError: Error, Equatable, Sendable {
  package enum Problem: Equatable, Sendable {
    case empty
    case openQuotation
    case repeatedColumn
    case wrongFieldCount(found: Int, expected: Int)
    case unknownColumn(known: [String])
    /// None of these columns is there, and one is needed.
    case columnNeeded([String])
    case columnsExclude([String])
    case notADate(String)
    case notAMonth(String)
    case notATime(String)
    case notAnHour(String)
    /// Not a whole number from 0 on.
    case notACount(String)
    /// More than anything that is counted here.
    case countTooLarge(String, most: Int64)
    case notAnAmount(String, DecimalError)
    case negative(String)
    /// Hours that are no whole number of minutes.
    case notWholeMinutes(String)
    case notOneOf(String, allowed: [String])
    case mustNotBeEmpty
    /// The same cell was given on an earlier line.
    case duplicate(firstLine: Int)
    /// Another currency than the contract's, or than that of an earlier row.
    case currenciesMixed(found: String, expected: String)
    case monthMissing(YearMonth)
    case tooManyYears
  }

  /// Line of the file, from 1.
  package var line: Int
  package var column: String?
  package var problem: Problem

  package init(line: Int, column: String? = nil, _ problem: Problem) {
    self.line = line
    self.column = column
    self.problem = problem
  }
}
