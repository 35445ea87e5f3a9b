// SPDX-License-Identifier: GPL-3.0-or-later

import Capacity
import Experiments
import Plans
import Pricing
import Scenarios

/// Plans whose customers meet the same staffing, so that one simulation serves them all.
struct PlanGroup: Sendable {
  var plans: [Plan]

  var isSized: Bool { plans.first?.staffing.sizing != nil }

  /// In order of each group's first plan; a plan wider in scope groups like any other. Sizes by period
  /// depend on prices and terms, so that such a plan is a group of its own.
  static func split(_ plans: [Plan]) -> [PlanGroup] {
    var groups: [(key: StaffingPlan?, group: PlanGroup)] = []
    for plan in plans {
      let isAlone = plan.staffing.sizing.map { !$0.isUniform } ?? false
      let key = isAlone ? nil : plan.staffing.asSimulated
      if let key, let index = groups.firstIndex(where: { $0.key == key }) {
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
  var sizes: SizeChoice?
  /// Whether a size was found that does not miss a target; true where none was searched.
  var isSizeFound = true
  var tables: [SizingTable] = []
  var periodTables: [PeriodTable] = []
  var planned: PlannedStaffing?

  /// Whether any of its plans is a chat plan.
  var isRanked: Bool { evaluation.ledgers.contains { $0.plan.contract.scope == .chat } }

  /// The greatest size of the search.
  var largestSize: Int {
    switch sizes {
    case nil: 0
    case .uniform(let size): size
    case .periods(let sizes, _): sizes.counts.flatMap(\.self).max() ?? 0
    case .shifts(let lines): lines.map(\.agents).max() ?? 0
    }
  }

  /// What a search by period has found.
  init(_ found: PeriodSizer.Found) {
    evaluation = found.evaluation
    sizes = .periods(found.sizes, found.layout)
    isSizeFound = found.answer != .missed
  }

  /// - Parameter isRough: Sizes by period are judged by estimates, from few replications.
  init(
    _ group: PlanGroup, scenario: Scenario, scale: Double = 1, replications: Int,
    largest: Int? = nil, threads: Int, start: SizeChoice? = nil, isRough: Bool = false,
    keepsIntervals: Bool = true, keepsTables: Bool = true,
    progress: @escaping @Sendable (YearSearch.Progress) -> Void = { _ in }
  ) async throws {
    guard let plan = group.plans.first, let sizing = plan.staffing.sizing else {
      evaluation = try GroupEvaluation(
        group.plans, scenario: scenario, scale: scale, keepsIntervals: keepsIntervals)
      try await evaluation.run(upTo: replications, threads: threads)
      return
    }
    if sizing.isPlanned {
      let found = try await PlannedSizer(
        plan: plan, scenario: scenario, scale: scale,
        replications: isRough ? min(replications, 4) : replications, threads: threads,
        isRough: isRough, keepsIntervals: keepsIntervals, progress: progress
      ).search()
      evaluation = found.evaluation
      sizes = found.choice
      isSizeFound = evaluation.targetResults().answer != .missed
      if keepsTables { planned = found.planned }
      return
    }
    guard sizing.isUniform else {
      let count = isRough ? min(replications, 4) : replications
      var sizer = try PeriodSizer(
        group.plans, scenario: scenario, scale: scale,
        options: PeriodSizer.Options(
          replications: count, largest: isRough ? count : largest ?? replications,
          threads: threads, isRough: isRough, keepsIntervals: keepsIntervals,
          exchanges: isRough ? 1 : 6))
      var near: PeriodSizes?
      if case .periods(let sizes, _)? = start, sizes.fits(sizer.layout) { near = sizes }
      let found = try await sizer.search(from: near)
      evaluation = found.evaluation
      sizes = .periods(found.sizes, found.layout)
      isSizeFound = found.answer != .missed
      if keepsTables {
        periodTables = group.plans.map { PeriodTable(plan: $0.name, found: found) }
      }
      return
    }
    var sizer = try Sizer(
      group.plans, scenario: scenario, scale: scale, replications: replications,
      largest: largest, threads: threads, keepsIntervals: keepsIntervals, tabulates: keepsTables)
    let found = try await sizer.search(from: start?.uniform)
    evaluation = found.evaluation
    sizes = .uniform(found.size)
    isSizeFound = found.answer != .missed
    tables = found.tables
  }
}
