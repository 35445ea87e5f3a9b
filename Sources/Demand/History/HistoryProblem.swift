// SPDX-License-Identifier: GPL-3.0-or-later

package import Tables

/// What is wrong with a history file; every problem names its line, the header being line 1.
package struct HistoryError: Error, Equatable, Sendable {
  /// The first problems, in order of line.
  package let problems: [HistoryProblem]
  /// Problems that were found but not kept.
  package let further: Int

  package init(_ problems: [HistoryProblem], further: Int = 0) {
    self.problems = problems
    self.further = further
  }
}

package struct HistoryProblem: Equatable, Sendable {
  /// 1-based; 0 where the file as a whole is meant.
  package let line: Int
  package let kind: Kind

  package init(line: Int, kind: Kind) {
    self.line = line
    self.kind = kind
  }

  package enum Kind: Equatable, Sendable {
    case input(InputProblem)
    case empty
    case compressed
    /// No column of times; `found` is the header.
    case noTimeColumn(found: [String])
    /// No columns of paths, times and counts; `found` is the header.
    case noPathColumns(found: [String])
    /// A path has other intervals than the first.
    case pathDiffers(path: String)
    case tooManyPaths(most: Int)
    /// Two columns that mean the same.
    case twoColumns(meaning: String, names: [String])
    case tooFewFields(found: Int, needed: Int)
    case badTime(String)
    case badNumber(column: String, found: String)
    case negative(column: String, found: String)
    case tooLarge(column: String, found: String, most: Int)
    case fractionalCount(String)
    /// The row is earlier than the one before it.
    case unsorted
    /// The interval was already given.
    case duplicateInterval(firstLine: Int)
    /// The interval begins inside another one.
    case overlappingInterval(otherLine: Int)
    /// From here on intervals are of another length (seconds).
    case intervalChanges(from: Int, to: Int)
    /// Fewer than two intervals, or a length that does not divide a day.
    case noInterval(seconds: Int?)
    /// Some stamps have a zone offset and others have none, or offsets differ and no zone is known.
    case mixedZones
    case unterminatedQuote
    /// A byte that no text has.
    case notText
    case rowTooLong(most: Int)
    case tooManyRows(most: Int)
    case tooManyCells(most: Int)
    case tooManyTypes(most: Int)
    /// So many days without a row, more than can be meant; the row is the one that stands apart.
    case gap(days: Int, after: Row, before: Row)
    /// The first and the last row lie too far apart.
    case spanTooLong(days: Int, most: Int, first: Row, last: Row)
  }

  /// A row by its time, as in 2026-11-01 09:30:00, and its line.
  package struct Row: Equatable, Sendable {
    package let time: String
    package let line: Int

    package init(time: String, line: Int) {
      self.time = time
      self.line = line
    }
  }
}

/// What was assumed in reading a file that is clear but not plain.
package struct HistoryNote: Equatable, Sendable {
  /// First line that it concerns; 0 for the file.
  package let line: Int
  package let kind: Kind
  /// Rows that it concerns.
  package let count: Int

  package init(line: Int, kind: Kind, count: Int) {
    self.line = line
    self.kind = kind
    self.count = count
  }

  package enum Kind: Equatable, Sendable {
    case sorted
    /// Stamps with a zone offset, taken as the wall clock they show.
    case offsetDropped
    /// Stamps moved to the wall clock of the named zone.
    case movedToZone(String)
    /// Counts of the hour that the end of summer time repeats, added up.
    case repeatedHour
    /// Rows whose count is empty: unknown, not zero.
    case unknownCounts
    /// Stretches between first and last interval that no row covers.
    case gaps
    /// Rows that never asked for an agent, left out.
    case didNotReachQueue
    /// Rows marked as no contact at all (PHANTOM), left out.
    case notContacts
    /// Rows of other shops' customers in a shared pool, left out.
    case otherShops
    /// Arrivals with the same stamp, kept as several customers.
    case sameStamp
    /// A column with a heading that means nothing to the reader.
    case ignoredColumn(String)
    /// So many further ones.
    case ignoredColumns(Int)
    /// The file is in GBK instead of UTF-8.
    case gbk
  }
}
