// SPDX-License-Identifier: GPL-3.0-or-later

package import Tables

/// What is wrong with a log of messages; every problem names its line, the header being line 1.
package struct MessageLogError: Error, Equatable, Sendable {
  package struct Problem: Equatable, Sendable {
    /// 1-based; 0 where the file as a whole is meant.
    package let line: Int
    package let kind: Kind
  }

  package enum Kind: Equatable, Sendable {
    case table(TableError.Kind)
    /// None of the columns of which one is needed.
    case noColumn([String], found: [String])
    case twoColumns(meaning: String, names: [String])
    case tooFewFields(found: Int, needed: Int)
    case badTime(String)
    /// Some stamps have a zone offset and others have none, or another.
    case mixedZones
    case noSide
    case unknownSide(String, allowed: [String])
    case noSession
    /// A message earlier than the one before it in its session.
    case outOfOrder(after: Int)
    /// No message of a customer in the whole log.
    case noCustomer
    /// First and last message lie too far apart.
    case spanTooLong(days: Int, most: Int)
  }

  /// The first problems, in order of line.
  package let problems: [Problem]
  /// Problems that were found but not kept.
  package let further: Int

  package init(_ problems: [Problem], further: Int = 0) {
    self.problems = problems
    self.further = further
  }

  package init(line: Int, _ kind: Kind) {
    self.init([Problem(line: line, kind: kind)])
  }
}
