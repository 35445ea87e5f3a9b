// SPDX-License-Identifier: GPL-3.0-or-later

package import Spreadsheets
package import Tables

/// What is wrong with a platform's export.
package struct ExportError: Error, Equatable, Sendable {
  package enum Problem: Equatable, Sendable {
    case table(TableError.Kind)
    case spreadsheet(SpreadsheetError)
    /// No row has the headings of a known platform; `found` are those of the fullest.
    case unknownPlatform(found: [String])
    /// The columns of a platform, but none of those that are needed.
    case columnsMissing(Platform, needed: [String])
    case notADate(String)
    case notAValue(String, ExportColumn.Kind)
    /// A day, or an agent's day, that stands there twice.
    case repeated(firstLine: Int)
    /// Nothing but sums and means.
    case noDays
  }

  /// Line of the file or number of the sheet's row, from 1; 0 where the file as a whole is meant.
  package let line: Int
  /// Heading of the column that is meant, if one is.
  package let column: String?
  package let problem: Problem

  package init(line: Int, column: String? = nil, _ problem: Problem) {
    self.line = line
    self.column = column
    self.problem = problem
  }
}
