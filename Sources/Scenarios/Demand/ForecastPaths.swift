// SPDX-License-Identifier: GPL-3.0-or-later

/// Counts by interval on several courses that demand may take: the sample paths of a forecast.
///
/// Each replication takes one path, in their order, and begins anew where there are more
/// replications than paths.
package struct ForecastPaths: Equatable, Sendable {
  /// The file it came from, as the scenario names it.
  package var source: String
  /// Length of an interval in seconds; divides a day.
  package var interval: Int
  /// Start of each interval, wall-clock seconds since 1970-01-01T00:00, ascending.
  package var starts: [Int]
  /// For each path one count for each start.
  package var counts: [[Int]]

  package init(source: String, interval: Int, starts: [Int], counts: [[Int]]) {
    self.source = source
    self.interval = interval
    self.starts = starts
    self.counts = counts
  }

  /// The records of one path.
  package func path(_ number: Int) -> CountLog {
    CountLog(interval: interval, starts: starts, counts: counts[number])
  }

  /// The counts of all paths together.
  package var sum: CountLog {
    let sums = starts.indices.map { place in counts.reduce(0) { $0 + $1[place] } }
    return CountLog(interval: interval, starts: starts, counts: sums)
  }
}
