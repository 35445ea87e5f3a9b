// SPDX-License-Identifier: GPL-3.0-or-later

/// A recorded history of arrivals, read from a file and checked.
package struct HistoryReplay: Equatable, Sendable {
  /// The file it came from, as the scenario names it.
  package var source: String
  package var records: HistoryRecords
  /// Whether nobody came where the records are silent; otherwise they must cover the horizon.
  package var gapsAreEmpty: Bool

  package init(source: String, records: HistoryRecords, gapsAreEmpty: Bool = false) {
    self.source = source
    self.records = records
    self.gapsAreEmpty = gapsAreEmpty
  }
}

/// Arrival times or counts per interval, on the shop's wall clock.
package enum HistoryRecords: Equatable, Sendable {
  /// Arrival instants in order, with the type's name where the file has it (index into `types`).
  case arrivals(ArrivalLog)
  /// Counts of equal intervals; within an interval arrivals are spread uniformly at random.
  case counts(CountLog)
}

/// Recorded arrivals, in order of time.
package struct ArrivalLog: Equatable, Sendable {
  /// Wall-clock seconds since 1970-01-01T00:00 (fractions allowed), ascending.
  package var times: [Double]
  /// Names that `typeIndices` refers to; empty if the file has no type column.
  package var types: [String]
  /// For each arrival the index of its type; empty if the file has no type column.
  package var typeIndices: [UInt16]

  package init(times: [Double], types: [String] = [], typeIndices: [UInt16] = []) {
    self.times = times
    self.types = types
    self.typeIndices = typeIndices
  }
}

/// Recorded counts of equal, half-open intervals; an absent interval is unknown, not zero.
package struct CountLog: Equatable, Sendable {
  /// Length of an interval in seconds; divides a day.
  package var interval: Int
  /// Start of each interval, wall-clock seconds since 1970-01-01T00:00, ascending.
  package var starts: [Int]
  package var counts: [Int]

  package init(interval: Int, starts: [Int], counts: [Int]) {
    self.interval = interval
    self.starts = starts
    self.counts = counts
  }
}
