// SPDX-License-Identifier: GPL-3.0-or-later

package import Scenarios

/// A history file as read: the records for replay, and what else the rows told.
package struct RecordedHistory: Equatable, Sendable {
  package var records: HistoryRecords
  /// Present for arrival files with such columns; in the order of the arrivals.
  package var service: RecordedService?
  /// What was assumed in reading; empty for a plain file.
  package var notes: [HistoryNote]

  /// First and last instant, wall-clock seconds since 1970; the end of the last interval.
  package var span: (first: Double, end: Double)? {
    switch records {
    case .arrivals(let log):
      log.times.first.flatMap { first in log.times.last.map { (first, $0) } }
    case .counts(let log):
      log.starts.first.flatMap { first in
        log.starts.last.map { (Double(first), Double($0 + log.interval)) }
      }
    }
  }
}

/// What became of recorded arrivals, one value for each; NaN and `unknown` where a cell was empty.
package struct RecordedService: Equatable, Sendable {
  /// Seconds until answered or gone; empty without such a column.
  package var waits: [Float] = []
  /// Seconds of an agent's handling; empty without such a column.
  package var handling: [Float] = []
  /// Empty without such a column.
  package var outcomes: [RecordedOutcome] = []

  package init(
    waits: [Float] = [], handling: [Float] = [], outcomes: [RecordedOutcome] = []
  ) {
    self.waits = waits
    self.handling = handling
    self.outcomes = outcomes
  }
}

package enum RecordedOutcome: UInt8, Sendable {
  case unknown, served, abandoned, other
}
