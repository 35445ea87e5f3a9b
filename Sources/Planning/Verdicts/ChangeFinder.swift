// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Inference
import Pricing

/// What would make another plan win: volume, a price, the targets, or what is counted.
struct ChangeFinder {
  let comparison: Comparison
  let favourite: PlanOutcome?

  var changes: [Verdict.Change] {
    guard let favourite, favourite.isRanked else { return [] }
    return volumes(favourite) + prices(favourite) + others(favourite)
  }

  /// The crossings nearest to the scenario's volume on either side.
  private func volumes(_ favourite: PlanOutcome) -> [Verdict.Change] {
    let crossings = comparison.breakEven?.crossings ?? []
    let above = crossings.filter {
      $0.multiple >= 1 && $0.below == favourite.name && $0.aboveMeetsTargets
    }
    .min { $0.multiple < $1.multiple }
    let below = crossings.filter {
      $0.multiple < 1 && $0.above == favourite.name && $0.belowMeetsTargets
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

  /// For each dearer plan that meets the targets, the clause of least concession.
  ///
  /// A clause's amounts are linear in its prices, so a plan that costs d too much wins once the
  /// prices of a clause that charges C fall below the share 1 − d ÷ C.
  private func prices(_ favourite: PlanOutcome) -> [Verdict.Change] {
    comparison.plans.compactMap { plan in
      guard plan.isRanked, plan.meetsTargets, plan.name != favourite.name else { return nil }
      let excess = plan.cost.total.mean - favourite.cost.total.mean
      guard excess > 0, let clause = plan.cost.clauses.max(by: { $0.mean < $1.mean }) else {
        return nil
      }
      guard clause.mean > excess else {
        return .allPrices(plan: plan.name, to: favourite.cost.total.mean / plan.cost.total.mean)
      }
      let factor = 1 - excess / clause.mean
      let terms = plan.billing.pricer.contract.clauses.first { $0.name == clause.name }?.terms
      if let price = terms?.singlePrice {
        let fen = Int64((Double(price.yuan.millionths) * factor / 10_000).rounded(.down))
        return .price(
          plan: plan.name, clause: clause.name, from: price.description,
          to: Money(fen: fen).description)
      }
      let tenths = Int((factor * 1000).rounded(.down))
      return .price(
        plan: plan.name, clause: clause.name, from: "100%", to: "\(tenths / 10).\(tenths % 10)%")
    }
  }

  private func others(_ favourite: PlanOutcome) -> [Verdict.Change] {
    let ranked = comparison.plans.filter { $0.isRanked && $0.name != favourite.name }
    var list: [Verdict.Change] = []
    if favourite.meetsTargets {
      let cheaper = ranked.filter {
        !$0.meetsTargets && $0.cost.total.mean < favourite.cost.total.mean
      }
      if let plan = cheaper.min(by: { $0.cost.total.mean < $1.cost.total.mean }) {
        list.append(
          .targets(
            plan: plan.name, saves: favourite.cost.total.mean - plan.cost.total.mean))
      }
    }
    let richest = ranked.filter { $0.meetsTargets || !favourite.meetsTargets }
      .max { $0.commerce.netResult.mean < $1.commerce.netResult.mean }
    if let richest,
      let gain = try? PairedDifference(
        richest.commerce.netResult.values, minus: favourite.commerce.netResult.values),
      gain.sign == .firstIsLarger
    {
      list.append(.netResult(plan: richest.name, gains: gain.interval))
    }
    return list
  }
}

extension ClauseTerms {
  /// The price of a clause that has only one.
  var singlePrice: UnitPrice? {
    switch self {
    case .seats(let terms) where terms.surcharge == .zero: terms.monthlyPrice
    case .hourly(let terms): terms.price
    default: nil
    }
  }
}
