// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Inference

/// Which plan is cheapest, and how surely, among those that count.
struct Ranking: Sendable {
  /// Ranked plans' differences to the cheapest; below zero for cheaper ones that do not count.
  let differences: [PlanDifference]
  /// The cheapest plan that meets the targets; where none does, the cheapest ranked one.
  let cheapest: String?
  /// Plans that meet the targets, the cheapest first; the selection's indices refer to them.
  let eligible: [PlanOutcome]
  /// Nil where no plan is eligible.
  let selection: SelectionOfBest?

  init(_ outcomes: [PlanOutcome], level: Double, indifference: Double) throws {
    let ranked = outcomes.filter(\.isRanked)
    eligible = ranked.filter(\.meetsTargets).sorted(by: PlanOutcome.isCheaper)
    let best = eligible.first ?? ranked.min(by: PlanOutcome.isCheaper)
    cheapest = best?.name
    differences = try ranked.filter { $0.name != best?.name }.compactMap { plan in
      try best.map {
        PlanDifference(
          plan: plan.name,
          toCheapest: try PairedDifference(plan.cost.total.values, minus: $0.cost.total.values))
      }
    }
    selection =
      eligible.isEmpty
      ? nil
      : try SelectionOfBest(
        among: eligible.map(\.cost.total.values), level: level, indifference: indifference)
  }
}
