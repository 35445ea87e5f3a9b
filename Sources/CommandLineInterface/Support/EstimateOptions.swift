// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Demand
import Experiments
import Planning
import Plans
import Reporting
import Scenarios

extension ServiceRatio: ExpressibleByArgument {}

/// How well a measure is to be known, and by which methods.
struct EstimateOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: "Relative half-width that ends the run, as 0.02, of the measure below.")
  var precision: Double?

  @Option(help: "The measure: mean_wait, service_level or abandonment.")
  var measure: ServiceRatio = .meanWait

  @Flag(
    name: .customLong("control-variates"),
    help: "Correct estimates by the number of customers, whose mean is known.")
  var controlVariates = false

  func validate() throws {
    if let precision, !(0.0001...1).contains(precision) {
      throw ValidationError("--precision: found \(precision), allowed 0.0001 to 1.")
    }
  }

  var arguments: [String] {
    (precision.map { ["--precision", String($0), "--measure", measure.rawValue] } ?? [])
      + (controlVariates ? ["--control-variates"] : [])
  }
}

extension EstimateOptions {
  /// Each plan's measures with the methods asked for.
  func rows(
    of services: [PlanService], in scenario: PlannedScenario, isMirrored: Bool
  ) throws(CommandFailure) -> [EstimateRow] {
    var rows: [EstimateRow] = []
    for service in services {
      let plan = scenario.plans.first { $0.name == service.plan }
      var expected: Double?
      if controlVariates {
        do {
          let arrivals = try ArrivalPlan(
            scenario: scenario.scenario, background: plan?.staffing.background ?? [])
          expected = arrivals.expectedByDay(background: true).reduce(0, +)
        } catch {
          throw CommandFailure(status: .badData, message: sentence(for: error))
        }
      }
      for ratio in ServiceRatio.allCases {
        guard
          let estimate = ReplicationEstimate(
            ratio, service.performance.totals, expectedChats: expected, isMirrored: isMirrored)
        else { continue }
        rows.append(
          EstimateRow(
            plan: service.plan, title: service.title, measure: ratio.rawValue,
            plain: estimate.plain, reduced: estimate.reduced, gain: estimate.gain))
      }
    }
    return rows
  }
}
