// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Inference
import Money
import Plans
import Pricing
import Scenarios

/// The changes that would make another plan win: the billed quantity, volume, a price, the targets.
///
/// Most telling first, as the terminal has room for a few only.
struct ChangeFinder {
  let comparison: Comparison
  let favourite: PlanOutcome?

  var changes: [Verdict.Change] {
    guard let favourite, favourite.isRanked else { return [] }
    return netResult(favourite) + sizes(favourite) + volumes(favourite) + prices(favourite)
      + targets(favourite)
  }

  /// The crossings nearest to the scenario's volume on either side.
  private func volumes(_ favourite: PlanOutcome) -> [Verdict.Change] {
    let crossings = comparison.breakEven?.crossings ?? []
    let above = crossings.filter {
      $0.multiple >= 1 && $0.below == favourite.name && $0.aboveAnswer != .missed
    }
    .min { $0.multiple < $1.multiple }
    let below = crossings.filter {
      $0.multiple < 1 && $0.above == favourite.name && $0.belowAnswer != .missed
    }
    .max { $0.multiple < $1.multiple }
    return [below, above].compactMap { crossing in
      crossing.map {
        let isAbove = $0.multiple >= 1
        return .volume(
          dailyInquiries: $0.dailyInquiries, multiple: $0.multiple,
          winnerBeyond: isAbove ? $0.above : $0.below, isAbove: isAbove)
      }
    }
  }

  /// For each dearer plan that meets the targets, the clause of least concession; the plan that has
  /// to concede least comes first.
  ///
  /// A clause's amounts are linear in its prices, so a plan that costs d too much wins once the
  /// prices of a clause that charges C fall below the share 1 − d ÷ C.
  private func prices(_ favourite: PlanOutcome) -> [Verdict.Change] {
    let found = comparison.plans.compactMap { plan -> (factor: Double, change: Verdict.Change)? in
      guard plan.isRanked, plan.meetsTargets, plan.name != favourite.name else { return nil }
      let excess = plan.cost.total.mean - favourite.cost.total.mean
      guard excess > 0, let clause = plan.cost.clauses.max(by: { $0.mean < $1.mean }) else {
        return nil
      }
      guard clause.mean > excess else {
        let share = favourite.cost.total.mean / plan.cost.total.mean
        return (share, .allPrices(plan: plan.name, to: share))
      }
      let factor = 1 - excess / clause.mean
      let terms = plan.billing.pricer.contract.clauses.first { $0.name == clause.name }?.terms
      if let price = terms?.singlePrice {
        let fen = Int64(bounded: (Double(price.yuan.millionths) * factor / 10_000).rounded(.down))
        return (
          factor,
          .price(
            plan: plan.name, clause: clause.name, from: price.description,
            to: Money(fen: fen).description)
        )
      }
      let tenths = Int(bounded: (factor * 1000).rounded(.down))
      return (
        factor,
        .price(
          plan: plan.name, clause: clause.name, from: "100%",
          to: "\(tenths / 10).\(tenths % 10)%")
      )
    }
    return found.enumerated().sorted { left, right in
      (-left.element.factor, left.offset) < (-right.element.factor, right.offset)
    }.map(\.element.change)
  }

  /// Plans that would be the cheapest if they were sized by month, and the favourite itself.
  private func sizes(_ favourite: PlanOutcome) -> [Verdict.Change] {
    comparison.savings.filter { saving in
      guard saving.saves.mean > 0, saving.answer != .missed,
        let plan = comparison.plan(saving.plan)
      else { return false }
      return saving.plan == favourite.name
        || plan.cost.total.mean - saving.saves.mean < favourite.cost.total.mean
    }.map { .sizing(plan: $0.plan, saves: $0.saves.mean, $0.answer) }
  }

  private func targets(_ favourite: PlanOutcome) -> [Verdict.Change] {
    guard favourite.meetsTargets else { return [] }
    let cheaper = comparison.plans.filter {
      $0.isRanked && $0.targetAnswer == .missed && $0.cost.total.mean < favourite.cost.total.mean
    }
    return cheaper.min(by: PlanOutcome.isCheaper).map {
      [.targets(plan: $0.name, saves: favourite.cost.total.mean - $0.cost.total.mean)]
    } ?? []
  }

  /// The plan of greatest net result, where that is surely not the recommended one.
  private func netResult(_ favourite: PlanOutcome) -> [Verdict.Change] {
    let richest = comparison.plans.filter {
      $0.isRanked && $0.name != favourite.name && ($0.meetsTargets || !favourite.meetsTargets)
    }.min { ($1.commerce.netResult.mean, $0.name) < ($0.commerce.netResult.mean, $1.name) }
    guard let richest,
      let gain = try? PairedDifference(
        richest.commerce.netResult.values, minus: favourite.commerce.netResult.values),
      gain.sign == .firstIsLarger
    else { return [] }
    return [
      .netResult(
        plan: richest.name, gains: gain.interval,
        costsLess: richest.cost.total.mean < favourite.cost.total.mean,
        answer: richest.targetAnswer)
    ]
  }
}
