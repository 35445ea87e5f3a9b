// SPDX-License-Identifier: GPL-3.0-or-later

import Plans
import Scenarios

/// Plans whose customers meet the same staffing, so that one simulation serves them all.
struct PlanGroup: Sendable {
  var plans: [Plan]

  var isSized: Bool { plans.first?.staffing.sizing != nil }

  /// In order of each group's first plan; a plan wider in scope groups like any other.
  static func split(_ plans: [Plan]) -> [PlanGroup] {
    var groups: [(key: StaffingPlan, group: PlanGroup)] = []
    for plan in plans {
      let key = plan.staffing.asSimulated
      if let index = groups.firstIndex(where: { $0.key == key }) {
        groups[index].group.plans.append(plan)
      } else {
        groups.append((key, PlanGroup(plans: [plan])))
      }
    }
    return groups.map(\.group)
  }
}

/// A group after its simulation, with what a search found.
struct EvaluatedGroup: Sendable {
  var evaluation: GroupEvaluation
  var size: Int?
  /// Whether a size that meets the targets was found; true where none was searched.
  var isSizeFound = true
  var tables: [SizingTable] = []

  init(
    _ group: PlanGroup, scenario: Scenario, scale: Double = 1, replications: Int, threads: Int,
    start: Int? = nil, keepsIntervals: Bool = true, keepsTables: Bool = true
  ) async throws {
    guard group.isSized else {
      evaluation = try GroupEvaluation(
        group.plans, scenario: scenario, scale: scale, keepsIntervals: keepsIntervals)
      try await evaluation.run(upTo: replications, threads: threads)
      return
    }
    var sizer = try Sizer(
      group.plans, scenario: scenario, scale: scale, replications: replications,
      threads: threads, keepsIntervals: keepsIntervals, tabulates: keepsTables)
    let found = try await sizer.search(from: start)
    evaluation = found.evaluation
    size = found.size
    isSizeFound = found.meetsTargets
    tables = found.tables
  }
}
