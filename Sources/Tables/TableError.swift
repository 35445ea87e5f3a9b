// SPDX-License-Identifier: GPL-3.0-or-later

/// Why a text is no table.
package struct TableError: Error, Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    case input(InputProblem)
    /// No row at all, not even a header.
    case empty
    case openQuotation
    /// A byte 0, which no text has: another encoding, or no text.
    case nulByte
    /// A row that is no text in UTF-8, in a file that is not in GBK from its beginning.
    case notUTF8
    /// A row of more bytes than anybody writes.
    case rowTooLong(most: Int)
    case tooManyRows(most: Int)
    /// A row of more cells than anybody writes.
    case tooManyCells(most: Int)
    case repeatedColumn(String)
    case wrongFieldCount(found: Int, expected: Int)
  }

  /// Line of the file, from 1; 0 where the file as a whole is meant.
  package let line: Int
  package let kind: Kind

  package init(line: Int, _ kind: Kind) {
    self.line = line
    self.kind = kind
  }
}
