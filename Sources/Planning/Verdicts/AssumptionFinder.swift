// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Inference
import Pricing

/// What plans charge by prices that nobody gave, and how far these may move.
struct AssumptionFinder {
  let comparison: Comparison
  let ranking: Ranking
  let favourite: PlanOutcome?

  var assumptions: [Verdict.AssumedPrices] {
    comparison.plans.flatMap { plan -> [Verdict.AssumedPrices] in
      let clauses = plan.billing.pricer.contract.clauses
      return clauses.filter { !$0.assumed.isEmpty }.map { clause in
        Verdict.AssumedPrices(
          plan: plan.name, clause: clause.name, prices: clause.assumed,
          turn: turn(plan, clause: clause.name))
      }
    }
  }

  /// The share of its present sum at which a clause makes another plan the cheapest; sums are linear in
  /// a clause's prices.
  private func turn(_ plan: PlanOutcome, clause: String) -> Double? {
    let sums = plan.cost.clauses.filter { $0.name == clause }
    guard let favourite, let sum = sums.first?.mean, sums.count == 1, sum > 0,
      plan.isRanked, plan.meetsTargets == favourite.meetsTargets
    else { return nil }
    let cost = plan.cost.total.mean
    if plan.name != favourite.name {
      let share = 1 - (cost - favourite.cost.total.mean) / sum
      return share > 0 ? share : nil
    }
    let rivals = ranking.eligible.isEmpty ? comparison.plans.filter(\.isRanked) : ranking.eligible
    let next = rivals.filter { $0.name != plan.name }.map(\.cost.total.mean).min()
    return next.map { 1 + ($0 - cost) / sum }
  }
}
