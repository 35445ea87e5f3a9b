// SPDX-License-Identifier: GPL-3.0-or-later

package import Planning
import Plans
import Scenarios

/// How far a comparison is, and of which scenario: there may be several in one use case.
package struct ComparisonProgress: Equatable, Sendable {
  package let scenario: String
  package let step: PlanningProgress
}

extension RunRequest {
  /// Compares the plans of a scenario that came of this request.
  func compare(
    _ scenario: PlannedScenario, multiples: [Double] = [], precision: ServicePrecision? = nil,
    largestReplications: Int? = nil,
    _ report: @escaping @Sendable (ComparisonProgress) -> Void
  ) async throws(ApplicationError) -> Comparison {
    do {
      return try await Comparer(
        scenario: scenario,
        options: ComparisonOptions(
          threads: threads, volumeMultiples: multiples, servicePrecision: precision,
          largestReplications: largestReplications,
          scenarioHash: source.fingerprint(settings, scenario),
          suggestsSizes: !multiples.isEmpty, splitsSpread: !multiples.isEmpty)
      ) { report(ComparisonProgress(scenario: scenario.name, step: $0)) }.compare()
    } catch {
      throw ApplicationError(error, file: source.path)
    }
  }

  /// A plan's staffing with its seats, which a comparison finds where the plan leaves them open.
  func staffing(
    of plan: Plan, in scenario: PlannedScenario,
    _ report: @escaping @Sendable (ComparisonProgress) -> Void
  ) async throws(ApplicationError) -> StaffingPlan {
    guard plan.staffing.sizing != nil else { return plan.staffing }
    let comparison = try await compare(scenario, report)
    guard let staffing = comparison.staffing(of: plan) else {
      throw .noAnswer(.planRefused(.plan, plan: plan.name))
    }
    return staffing
  }
}

extension Comparison {
  /// The staffing that a plan was compared with; nil where it was refused.
  func staffing(of plan: Plan) -> StaffingPlan? {
    guard let outcome = self.plan(plan.name) else { return nil }
    var staffing = plan.staffing
    staffing.lines = outcome.staffing.lines
    staffing.sizing = nil
    return staffing
  }
}
