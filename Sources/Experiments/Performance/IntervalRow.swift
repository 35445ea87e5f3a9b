// SPDX-License-Identifier: GPL-3.0-or-later

package import Measures
package import SimulationEngine

/// One interval and type of a record, read where it stands.
package struct IntervalRow: CountRow {
  package let layout: CountLayout
  private let row: ContactRow

  /// - Parameter row: Valid as long as this is in use.
  package init(layout: CountLayout, _ row: ContactRow) {
    self.layout = layout
    self.row = row
  }

  package func number(at place: Int) -> Double {
    if place < layout.counterCount { return Double(row.counters[place]) }
    if place >= layout.scorePlace { return row.scores[place - layout.scorePlace] }
    guard let sum = TimeSum(rawValue: place - layout.timePlace) else { return .nan }
    return row.times[sum]
  }
}
