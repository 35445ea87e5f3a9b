// SPDX-License-Identifier: GPL-3.0-or-later

package import Tables

/// Why a file is no spreadsheet that can be read.
package enum SpreadsheetError: Error, Equatable, Sendable {
  case input(InputProblem)
  /// The old binary format of `.xls`, or a file with a password.
  case binaryFormat
  /// Not the archive that a `.xlsx` is, or a part of it is broken or missing.
  case damaged(part: String)
  /// Parts that unpack to more than so many bytes.
  case tooLarge(most: Int)
  case tooManyRows(most: Int)
  /// Cells up to the last of each row, empty ones too.
  case tooManyCells(most: Int)
}
