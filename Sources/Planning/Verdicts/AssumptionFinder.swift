// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Experiments
import Inference
import Measures
import Money
import Plans
import Pricing
import Scenarios

/// What plans charge by prices that nobody gave, how far these may move, and what else is assumed.
struct AssumptionFinder {
  let scenario: Scenario
  let plans: [Plan]
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

  /// Values of the scenario that are assumed, where they matter to what is compared.
  var values: [Verdict.AssumedValue] {
    var values: [Verdict.AssumedValue] = []
    if let groups = assumedConversion { values.append(.conversion(groups: groups)) }
    values += promotionDates
    if let overnight = scenario.overnight, overnight.isAssumed {
      values.append(.overnightPatience(overnight.patience.mean))
    }
    let assumed = scenario.platformCosts.filter(\.isAssumed).compactMap(\.measure.score?.key)
    if !assumed.isEmpty { values.append(.platformCosts(rules: assumed)) }
    return values
  }

  /// Shared and short-term groups that sell like any other for want of a factor, where chat sells
  /// anything.
  private var assumedConversion: [String]? {
    guard scenario.inquiryTypes.contains(where: { $0.conversion > 0 && $0.orderValue.fen > 0 })
    else { return nil }
    let lines = comparison.plans.filter(\.isRanked).flatMap(\.staffing.lines)
    let bought = lines.filter {
      $0.agents > 0 && ($0.engagement == .shared || $0.engagement == .shortTerm)
    }
    let groups = scenario.agentGroups.filter { group in
      group.isConversionAssumed && bought.contains { $0.group == group.name }
    }.map(\.name)
    return groups.isEmpty ? nil : groups
  }

  private var promotionDates: [Verdict.AssumedValue] {
    let background = plans.flatMap(\.staffing.background)
    var waves: [PromotionWave] = []
    for stream in scenario.demand + background {
      guard case .seasonal(let demand) = stream.source else { continue }
      for wave in demand.promotions where !waves.contains(where: { $0.name == wave.name }) {
        if wave.span?.intersection(scenario.horizon) != nil { waves.append(wave) }
      }
    }
    var values: [Verdict.AssumedValue] = []
    let moved = waves.compactMap { wave -> Verdict.DatedElsewhere? in
      guard case .extrapolated(let year) = wave.dates else { return nil }
      return Verdict.DatedElsewhere(promotion: wave.name, year: year)
    }
    if !moved.isEmpty { values.append(.promotionDates(moved)) }
    let uncertain = waves.filter { $0.dates == .uncertain }.map(\.name)
    if !uncertain.isEmpty { values.append(.uncertainDates(uncertain)) }
    return values
  }
}
