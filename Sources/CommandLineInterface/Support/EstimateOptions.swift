// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Demand
import Experiments
import Measures
import Planning
import Plans
import Reporting
import Scenarios

extension Measure: ExpressibleByArgument {
  public init?(argument: String) { self.init(ratio: argument) }

  public var defaultValueDescription: String { key }
}

/// How well a measure is to be known, and by which methods.
struct EstimateOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: "Relative half-width that ends the run, as 0.02, of the measure below.")
  var precision: Double?

  @Option(
    help: "The measure: mean_wait, service_level, abandonment, or as answered_within_10s.")
  var measure: Measure = .meanWait

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
    (precision.map { ["--precision", String($0), "--measure", measure.key] } ?? [])
      + (controlVariates ? ["--control-variates"] : [])
  }
}

extension EstimateOptions {
  /// The scenario with the measure, if it is asked for here alone.
  func asking(_ scenario: Scenario) -> Scenario {
    var scenario = scenario
    let isKnown = !measure.definition.uses.isEmpty || scenario.measures.contains(measure)
    if precision != nil, !isKnown { scenario.measures.append(measure) }
    return scenario
  }

  private func measures(of scenario: Scenario) -> [Measure] {
    let usual = MeasureRegistry.estimates + scenario.measures
    return precision == nil || usual.contains(measure) ? usual : usual + [measure]
  }

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
      for measure in measures(of: scenario) {
        guard
          let estimate = ReplicationEstimate(
            measure, service.performance.totals, expectedChats: expected, isMirrored: isMirrored)
        else { continue }
        rows.append(
          EstimateRow(
            plan: service.plan, title: service.title, measure: measure.key,
            plain: estimate.plain, reduced: estimate.reduced, gain: estimate.gain))
      }
    }
    return rows
  }
}
