// SPDX-License-Identifier: GPL-3.0-or-later

import Randomness
import Wording

/// Points spread over ranges so that each range is covered evenly: cut into as many strata as there
/// are points, every stratum of every range holds one (McKay, Beckman, Conover 1979).
package struct LatinHypercube: Equatable, Sendable {
  package struct Range: Equatable, Sendable {
    /// Key of the scenario.
    package var path: String
    package var from: Double
    package var to: Double
    /// Decimal places of the values, 0 to 9.
    package var places: Int

    package init(path: String, from: Double, to: Double, places: Int) {
      self.path = path
      self.from = from
      self.to = to
      self.places = places
    }
  }

  package var points: Int
  package var seed: UInt64
  package var ranges: [Range]

  package init(points: Int, seed: UInt64, ranges: [Range]) {
    self.points = points
    self.seed = seed
    self.ranges = ranges
  }

  /// For each point one value of each range. A range's values depend on seed, path and number of
  /// points, not on the other ranges.
  package var values: [[String]] {
    let columns = ranges.map(column)
    return (0..<points).map { point in columns.map { $0[point] } }
  }

  private func column(_ range: Range) -> [String] {
    var random = SplitMix(state: seed ^ FNV(hashing: range.path).hash)
    var strata = Array(0..<points)
    for index in stride(from: points - 1, to: 0, by: -1) {
      strata.swapAt(index, Int(random.next().multipliedFullWidth(by: UInt64(index + 1)).high))
    }
    return strata.map { stratum in
      let within = Double(random.next() >> 11) * 0x1p-53
      let share = (Double(stratum) + within) / Double(points)
      return Decimals.fixed(range.from + (range.to - range.from) * share, places: range.places)
    }
  }
}
