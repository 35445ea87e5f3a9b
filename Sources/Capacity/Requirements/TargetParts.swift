// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Measures
import Scenarios
import SimulationEngine

/// Reads of a replication the numerator and denominator of every target, by interval of arrival.
struct TargetParts: Sendable {
  private let readers: [MeasureReader]
  private let types: [[Int]]

  init(_ scenario: Scenario) {
    let layout = scenario.countLayout
    readers = scenario.serviceTargets.map { MeasureReader($0.measure, layout) }
    types = scenario.targetTypes
  }

  /// `[target][interval]` of each.
  func read(
    _ record: ReplicationRecord, shop: Int = ContactLayout.ownShop
  ) -> (tops: [[Double]], bottoms: [[Double]]) {
    var tops = readers.map { _ in [Double](repeating: 0, count: record.intervalCount) }
    var bottoms = tops
    for (index, reader) in readers.enumerated() {
      for interval in 0..<record.intervalCount {
        for type in types[index] {
          record.read(interval: interval, type: type, shop: shop) { row in
            let (top, bottom) = reader.parts(of: row)
            tops[index][interval] += top
            bottoms[index][interval] += bottom
          }
        }
      }
    }
    return (tops, bottoms)
  }
}

extension Scenario {
  /// Types of each target, by their place in the scenario; all where it names none.
  package var targetTypes: [[Int]] {
    serviceTargets.map { target in
      let named = target.inquiryTypes.compactMap { name in
        inquiryTypes.firstIndex { $0.name == name }
      }
      return named.isEmpty ? Array(inquiryTypes.indices) : named
    }
  }
}
