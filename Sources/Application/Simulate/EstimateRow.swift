// SPDX-License-Identifier: GPL-3.0-or-later

import Demand
import Experiments
package import Inference
import Measures
import Planning
import Plans
import Scenarios

/// A measure of one plan, plainly and with less variance.
package struct EstimateRow: Equatable, Sendable {
  package var plan: String
  /// The plan's name for readers; empty where a table has one plan only.
  package var title: String
  package var measure: String
  package var plain: ConfidenceInterval
  package var reduced: ConfidenceInterval?
  package var gain: Double?

  package init(
    plan: String, title: String, measure: String, plain: ConfidenceInterval,
    reduced: ConfidenceInterval?, gain: Double?
  ) {
    self.plan = plan
    self.title = title
    self.measure = measure
    self.plain = plain
    self.reduced = reduced
    self.gain = gain
  }
}

extension EstimateRow {
  /// Each plan's measures with the methods asked for.
  static func rows(
    of outcomes: [PlanOutcome], in scenario: PlannedScenario, measure: Measure?,
    controlVariates: Bool, file: String
  ) throws(ApplicationError) -> [EstimateRow] {
    var measures = MeasureRegistry.estimates + scenario.scenario.measures
    if let measure, !measures.contains(measure) { measures.append(measure) }
    var rows: [EstimateRow] = []
    for outcome in outcomes {
      let plan = scenario.plans.first { $0.name == outcome.name }
      var expected: Double?
      if controlVariates {
        do {
          let arrivals = try ArrivalPlan(
            scenario: scenario.scenario, background: plan?.staffing.background ?? [])
          expected = arrivals.expectedByDay(background: true).reduce(0, +)
        } catch {
          throw ApplicationError(error, file: file)
        }
      }
      for measure in measures {
        guard
          let estimate = ReplicationEstimate(
            measure, outcome.performance.totals, expectedChats: expected,
            isMirrored: scenario.experiment.antithetic)
        else { continue }
        rows.append(
          EstimateRow(
            plan: outcome.name, title: outcome.title, measure: measure.key,
            plain: estimate.plain, reduced: estimate.reduced, gain: estimate.gain))
      }
    }
    return rows
  }
}
