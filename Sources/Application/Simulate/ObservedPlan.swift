// SPDX-License-Identifier: GPL-3.0-or-later

package import Experiments
import Planning
import Plans
import Scenarios

/// What only the chats one by one tell of a plan.
package struct ObservedPlan: Sendable {
  /// Key of the plan.
  package let plan: String
  package let observation: PlanObservation
  /// IANA zone of the shop's clock.
  package let timeZone: String

  package init(plan: String, timeZone: String, observation: PlanObservation) {
    self.plan = plan
    self.timeZone = timeZone
    self.observation = observation
  }
}

extension RunRequest {
  /// Simulates every compared plan once more under observation, with the seats that were found.
  func observe(
    _ comparison: Comparison, in scenario: PlannedScenario
  ) async throws(ApplicationError) -> [ObservedPlan] {
    var plans: [ObservedPlan] = []
    for name in comparison.plans.map(\.name) {
      let experiment = try comparison.experiment(of: name, in: scenario, for: .plan)
      do {
        plans.append(
          ObservedPlan(
            plan: name, timeZone: experiment.scenario.timeZone,
            observation: try await PlanObservation(
              of: experiment, replications: 0..<comparison.replications, threads: threads)))
      } catch {
        throw ApplicationError(error, file: source.path, plan: name)
      }
    }
    return plans
  }
}
