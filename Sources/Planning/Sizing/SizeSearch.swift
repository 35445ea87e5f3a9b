// SPDX-License-Identifier: GPL-3.0-or-later

package import Plans
package import Scenarios

/// What a comparison's search finds for the plans whose sizes are open, without the comparison.
package enum SizeSearch {
  package struct Found: Equatable, Sendable {
    package let plan: String
    package let sizes: SizeChoice
    /// Whether no size of the range meets the targets.
    package let isMissed: Bool
  }

  /// - Parameter replications: Of the search; sizes near the boundary get up to four times as many, as
  ///   in a comparison.
  /// - Returns: In the order of the plans; those with written sizes are left out.
  /// - Throws: `PlanningError`, or what compiling a plan refuses.
  package static func run(
    _ plans: [Plan], scenario: Scenario, replications: Int, threads: Int
  ) async throws -> [Found] {
    try await SimulationMemory.$current.withValue(SimulationMemory()) {
      var found: [Found] = []
      for group in PlanGroup.split(plans) where group.isSized {
        let evaluated = try await EvaluatedGroup(
          group, scenario: scenario, replications: replications, largest: 4 * replications,
          threads: threads, keepsIntervals: false)
        guard let sizes = evaluated.sizes else { continue }
        found += group.plans.map {
          Found(plan: $0.name, sizes: sizes, isMissed: !evaluated.isSizeFound)
        }
      }
      return plans.compactMap { plan in found.first { $0.plan == plan.name } }
    }
  }
}

extension SizeChoice {
  /// For each unit that is sized one number for each of its periods.
  package var numbers: [[Int]] {
    switch self {
    case .uniform(let size): [[size]]
    case .periods(let sizes, _): sizes.counts
    case .shifts: []
    }
  }

  /// The choice that `numbers` are of.
  ///
  /// - Returns: nil for numbers that do not fit the plan's search, or of a plan without one.
  package init?(numbers: [[Int]], of staffing: StaffingPlan, in scenario: Scenario) {
    guard let sizing = staffing.sizing else { return nil }
    if sizing.isUniform {
      guard numbers.count == 1, numbers[0].count == 1 else { return nil }
      self = .uniform(numbers[0][0])
      return
    }
    let layout = SizingLayout(staffing, sizing: sizing, horizon: scenario.horizon)
    let sizes = PeriodSizes(counts: numbers)
    guard sizes.fits(layout) else { return nil }
    self = .periods(sizes, layout)
  }
}
