// SPDX-License-Identifier: GPL-3.0-or-later

package import Experiments
package import Inference
package import Plans
import Scenarios

/// One combination of seats all year and short-term shifts in the promotions.
package struct HybridRow: Equatable, Sendable {
  /// Agents of every dedicated (or own) line.
  package var seats: Int
  /// Agents of every short-term line.
  package var shortTerm: Int
  /// Yuan over the horizon; nil where the contract refuses the volume.
  package var cost: ConfidenceInterval?
  package var netResult: ConfidenceInterval?
  /// Nil where the contract refuses the volume.
  package var service: ServiceOutcome?
  package var targets: [TargetResult]

  package var meetsTargets: Bool { targets.answer == .met }
  package var answer: TargetAnswer { targets.answer }
}

/// Enumerates a grid of head counts of a hybrid plan on the same customers, priced and ranked.
package struct HybridSearch {
  private let scenario: Scenario
  private let plan: Plan
  private let replications: Int
  private let threads: Int

  /// - Throws: `.unknownPlan` unless the plan has lines of long and of short engagement.
  package init(
    scenario: PlannedScenario, plan name: String, replications: Int, threads: Int
  ) throws(PlanningError) {
    guard let plan = scenario.plans.first(where: { $0.name == name && $0.isHybrid }) else {
      throw .unknownPlan(name: name, known: scenario.plans.filter(\.isHybrid).map(\.name))
    }
    self.scenario = scenario.scenario
    self.plan = plan
    self.replications = replications
    self.threads = threads
  }

  /// Those that meet the targets first, then those of which it is open, each part by cost; ties by
  /// fewer seats.
  package func ranked(
    seats: ClosedRange<Int>, shortTerm: ClosedRange<Int>,
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) async throws -> [HybridRow] {
    var rows: [HybridRow] = []
    let total = seats.count * shortTerm.count
    for count in seats {
      for extra in shortTerm {
        progress(rows.count, total)
        rows.append(try await row(count, extra))
      }
    }
    let key = { (row: HybridRow) in
      (
        row.answer.rank, row.cost?.mean ?? .infinity, row.seats, row.shortTerm
      )
    }
    return rows.sorted { key($0) < key($1) }
  }

  private func row(_ seats: Int, _ shortTerm: Int) async throws -> HybridRow {
    var plan = plan
    plan.staffing.sizing = nil
    for index in plan.staffing.lines.indices {
      plan.staffing.lines[index].agents =
        plan.staffing.lines[index].isShortTerm ? shortTerm : seats
    }
    var evaluation = try GroupEvaluation([plan], scenario: scenario, keepsIntervals: false)
    try await evaluation.run(upTo: replications, threads: threads)
    let outcome = try evaluation.outcomes(sizes: nil).first
    return HybridRow(
      seats: seats, shortTerm: shortTerm, cost: outcome?.cost.total.interval,
      netResult: outcome?.commerce.netResult.interval,
      service: outcome?.service,
      targets: evaluation.targetResults())
  }
}

extension Plan {
  /// Whether the plan has lines of long and of short engagement, none of them shared.
  package var isHybrid: Bool {
    staffing.lines.contains(where: \.isShortTerm)
      && staffing.lines.contains { !$0.isShortTerm } && !staffing.isSharedPool
  }
}

extension StaffingLine {
  var isShortTerm: Bool { engagement == .shortTerm }
}
