// SPDX-License-Identifier: GPL-3.0-or-later

package import Measures
package import SimulationEngine

/// One interval and type of a record, read where it stands.
package struct IntervalRow: CountRow {
  package let layout: CountLayout
  private let counters: UnsafeBufferPointer<UInt32>
  private let times: TimeSums

  /// - Parameter counters: Valid as long as the row is in use.
  package init(
    layout: CountLayout, counters: UnsafeBufferPointer<UInt32>, times: TimeSums
  ) {
    self.layout = layout
    self.counters = counters
    self.times = times
  }

  package func number(at place: Int) -> Double {
    if place < layout.counterCount { return Double(counters[place]) }
    guard let sum = TimeSum(rawValue: place - layout.timePlace) else { return .nan }
    return times[sum]
  }
}
