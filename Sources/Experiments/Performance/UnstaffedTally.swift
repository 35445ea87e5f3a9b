// SPDX-License-Identifier: GPL-3.0-or-later

import Scenarios
import SimulationEngine
import Workforce

/// The open intervals in which, for some of the time, nobody can take a chat of a type, and what
/// becomes of those who arrive then.
struct UnstaffedTally: Archived, Sendable {
  private let values: [TypeValue]
  /// For each type the intervals of the horizon concerned.
  private let intervals: [[Int]]
  private(set) var sums: ServiceMeasures

  init(scenario: Scenario, timeline: StaffingTimeline) {
    values = scenario.inquiryTypes.map(TypeValue.init)
    sums = ServiceMeasures(layout: scenario.countLayout)
    intervals = scenario.inquiryTypes.map { type in
      let groups = scenario.agentGroups.indices.filter { group in
        scenario.agentGroups[group].skills.contains { $0.inquiryType == type.name }
      }
      return timeline.intervalsWithoutAnybody(of: Set(groups))
    }
  }

  mutating func pass(through archive: inout Archive) { archive.pass(&sums) }

  mutating func add(_ summary: ReplicationSummary) {
    for (type, intervals) in intervals.enumerated() {
      for interval in intervals {
        sums.add(summary.record, interval: interval, type: type, value: values[type])
      }
    }
  }
}
