// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Planning
import Plans
import Scenarios

extension PlannedScenario {
  /// Compiles every plan as a comparison would, without simulating anything: what only the parts
  /// together can tell is then known before the run.
  func rehearse(_ file: String) throws(ApplicationError) {
    for plan in plans {
      let least = plan.staffing.sizing.map { max(1, $0.range.lowerBound) }
      do {
        _ = try Experiment(
          scenario: scenario, staffing: least.map(plan.staffing.sized) ?? plan.staffing)
      } catch {
        throw ApplicationError(error, file: file, plan: plan.name)
      }
    }
  }

  /// Files that a run reads: the scenario's own, and the histories and forecasts that it takes
  /// customers from.
  func inputs(_ file: String) -> [String] {
    let folder = file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
    let streams = scenario.demand + plans.flatMap(\.staffing.background)
    return [file]
      + streams.compactMap { stream in
        let source: String
        switch stream.source {
        case .seasonal: return nil
        case .history(let history): source = history.source
        case .forecast(let paths): source = paths.source
        }
        return source.hasPrefix("/") ? source : folder + source
      }
  }

  /// Refuses a name that no plan has.
  func checkPlan(_ name: String, _ field: RequestField) throws(ApplicationError) {
    let known = plans.map(\.name)
    if !known.contains(name) {
      throw .request(.unknownPlan(field, name: name, known: known))
    }
  }

  /// Refuses a replication that the run does not have; where a precision is asked for, nobody knows
  /// beforehand how many there will be.
  func checkReplication(_ number: Int, _ field: RequestField) throws(ApplicationError) {
    let count = scenario.experiment.replications
    guard scenario.experiment.relativePrecision == nil, number >= count else { return }
    throw .request(.replicationTooLarge(field, found: number, count: count))
  }

  /// The plan of that name, or the first.
  func plan(_ name: String?, file: String) throws(ApplicationError) -> Plan {
    if let name { try checkPlan(name, .plan) }
    guard let chosen = plans.first(where: { name == nil || $0.name == name }) else {
      throw .file(file, .noPlans)
    }
    return chosen
  }
}
