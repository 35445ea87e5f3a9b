// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import Plans
import Scenarios

/// Sizes that a search found for one state, held while another is looked at.
struct HeldSizes: Sendable {
  private var found: [String: (staffing: StaffingPlan, choice: SizeChoice)] = [:]

  /// Of the plans whose sizes a comparison has searched.
  init(_ comparison: Comparison, of scenario: PlannedScenario) {
    for plan in scenario.plans where plan.staffing.sizing != nil {
      guard let choice = comparison.plan(plan.name)?.staffing.sizesFound else { continue }
      found[plan.name] = (plan.staffing, choice)
    }
  }

  init() {}

  /// The scenario with the held sizes in place of searches, and the plans that have them. A plan whose
  /// staffing is written otherwise than where the size was found is searched anew.
  func hold(_ scenario: PlannedScenario) -> (scenario: PlannedScenario, plans: [String]) {
    var scenario = scenario
    var held: [String] = []
    for index in scenario.plans.indices {
      let plan = scenario.plans[index]
      guard plan.staffing.sizing != nil, let known = found[plan.name],
        known.staffing == plan.staffing
      else { continue }
      scenario.plans[index].staffing = plan.staffing.sized(known.choice)
      scenario.plans[index].staffing.sizing = nil
      held.append(plan.name)
    }
    return (scenario, held)
  }

  /// Whether every searched plan of the scenario has a held size.
  func holdsAll(of scenario: PlannedScenario) -> Bool {
    let searched = scenario.plans.filter { $0.staffing.sizing != nil }
    return hold(scenario).plans.count == searched.count
  }
}
