// SPDX-License-Identifier: GPL-3.0-or-later

/// How much of a file is read. Every reader has such bounds, and a refusal tells the one it met.
///
/// They lie far above anything that a shop records, and far below what a machine could not hold.
package struct ReadingLimits: Equatable, Sendable {
  /// Bytes of the whole file.
  package var bytes: Int
  /// Rows that hold any text, the header among them.
  package var rows: Int
  /// Cells of one row.
  package var cellsPerRow = 10_000
  /// Bytes of one row.
  package var rowBytes = 1 << 20

  package init(bytes: Int, rows: Int) {
    self.bytes = bytes
    self.rows = rows
  }

  /// Records of contacts or intervals: histories, logs, usage.
  package static let records = ReadingLimits(bytes: 2_000_000_000, rows: 20_000_000)
  /// Tables that somebody writes or looks through: events, invoices, intervals asked for.
  package static let tables = ReadingLimits(bytes: 100_000_000, rows: 1_000_000)
  /// A scenario, a contract, or what the parties did.
  package static let scenario = ReadingLimits(bytes: 10_000_000, rows: 1_000_000)
}
