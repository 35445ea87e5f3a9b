// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Money
package import Tables

/// What is wrong with a recorded file, and where.
package struct RecordError: Error, Equatable, Sendable {
  package enum Problem: Equatable, Sendable {
    case input(InputProblem)
    case empty
    case openQuotation
    /// A byte that no text has.
    case notText
    case rowTooLong(most: Int)
    case tooManyRows(most: Int)
    case tooManyCells(most: Int)
    /// More types, groups or results than are told apart.
    case tooManyNames(most: Int)
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
    /// A name with characters that nobody sees or a terminal obeys.
    case notAName(String)
    /// The same cell was given on an earlier line.
    case duplicate(firstLine: Int)
    /// Another currency than the contract's, or than that of an earlier row.
    case currenciesMixed(found: String, expected: String)
    /// A file of several plans or replications, of which each has a bill of its own.
    case severalRuns(first: String, other: String)
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

extension RecordError {
  /// What is wrong with the table itself.
  package init(_ error: TableError) {
    switch error.kind {
    case .input(let problem): self.init(line: error.line, .input(problem))
    case .empty: self.init(line: error.line, .empty)
    case .openQuotation: self.init(line: error.line, .openQuotation)
    case .nulByte, .notUTF8: self.init(line: error.line, .notText)
    case .rowTooLong(let most): self.init(line: error.line, .rowTooLong(most: most))
    case .tooManyRows(let most): self.init(line: error.line, .tooManyRows(most: most))
    case .tooManyCells(let most): self.init(line: error.line, .tooManyCells(most: most))
    case .repeatedColumn(let name):
      self.init(line: error.line, column: name, .repeatedColumn)
    case .wrongFieldCount(let found, let expected):
      self.init(line: error.line, .wrongFieldCount(found: found, expected: expected))
    }
  }

  /// The rows of a file that is opened.
  static func rows(
    of path: String, _ limits: ReadingLimits
  ) throws(RecordError) -> DelimitedRows {
    do throws(InputProblem) {
      return try DelimitedRows(path: path, limits: limits)
    } catch {
      throw RecordError(line: 0, .input(error))
    }
  }
}
