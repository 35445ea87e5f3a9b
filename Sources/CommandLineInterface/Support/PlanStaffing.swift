// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import Plans
import Scenarios

extension RunOptions {
  /// A plan's staffing with its seats, which a comparison finds where the plan leaves them open.
  func staffing(
    of plan: Plan, in scenario: PlannedScenario, file: ScenarioSource
  ) async throws(CommandFailure) -> StaffingPlan {
    guard plan.staffing.sizing != nil else { return plan.staffing }
    let run = try await ComparisonRun(scenario, file: file, options: self, multiples: [])
    guard let outcome = run.comparison.plans.first(where: { $0.name == plan.name }) else {
      throw CommandFailure(
        status: .noAnswer, message: "--plan \(plan.name): the plan was refused and has no chats.")
    }
    var staffing = plan.staffing
    staffing.lines = outcome.staffing.lines
    staffing.sizing = nil
    return staffing
  }

  /// The plan of that name, or the first.
  func plan(_ name: String?, in scenario: PlannedScenario, file: ScenarioSource)
    throws(CommandFailure)
    -> Plan
  {
    if let name { try scenario.checkPlan(name, option: "--plan") }
    guard let chosen = scenario.plans.first(where: { name == nil || $0.name == name }) else {
      throw CommandFailure(
        status: .badData, message: "\(file.path): plans: found none, allowed one or more.")
    }
    return chosen
  }
}
