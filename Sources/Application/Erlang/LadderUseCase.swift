// SPDX-License-Identifier: GPL-3.0-or-later

package import Planning
import Plans
import Scenarios

/// Sets a plan beside the queueing formula on its averages, one assumption at a time.
package struct LadderUseCase: UseCase {
  package struct Request: Sendable {
    package var run: RunRequest
    /// Nil for the first.
    package var plan: String?

    package init(_ run: RunRequest, plan: String? = nil) {
      self.run = run
      self.plan = plan
    }
  }

  package struct Outcome: Sendable {
    package let plan: PlanOutcome
    package let ladder: AssumptionLadder
  }

  private let request: Request
  private let scenario: PlannedScenario

  package init(_ request: Request) throws(ApplicationError) {
    self.request = request
    var scenario = try request.run.scenario()
    scenario.plans = [try scenario.plan(request.plan, file: request.run.source.path)]
    self.scenario = scenario
  }

  package var inputs: [String] { scenario.inputs(request.run.source.path) }

  package func run(
    _ report: @escaping @Sendable (ComparisonProgress) -> Void
  ) async throws(ApplicationError) -> Outcome {
    let comparison = try await request.run.compare(scenario, report)
    guard let plan = comparison.plans.first else {
      throw .noAnswer(.planRefused(.plan, plan: scenario.plans.first?.name ?? ""))
    }
    do {
      return Outcome(
        plan: plan,
        ladder: try await AssumptionLadder(
          plan, scenario: scenario, threads: request.run.threads))
    } catch {
      throw ApplicationError(error, file: request.run.source.path)
    }
  }
}
